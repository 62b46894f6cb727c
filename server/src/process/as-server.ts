/** A command that the server gives by itself, as nobody of the staff; whether the hall took it. */
import { randomUUID } from 'node:crypto';
import type { HallCommand } from '@tingxu/contract/commands';
import { CommandId } from '@tingxu/contract/ids';
import type { HallRuntime, Render } from '../runtime/hall-runtime.ts';

const silent: Render = ({ decision }) => ({
  status: decision === 'accepted' ? 200 : 409,
  body: '{}',
});

export async function asServer(
  runtime: Pick<HallRuntime, 'submit'>,
  command: HallCommand,
): Promise<boolean> {
  const id = CommandId.parse(randomUUID());
  const { status } = await runtime.submit({ id, actor: { role: 'system' }, command }, silent);
  return status === 200;
}
