/** A command that the server gives by itself, as nobody of the staff. */
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
): Promise<void> {
  const id = CommandId.parse(randomUUID());
  await runtime.submit({ id, actor: { role: 'system' }, command }, silent);
}
