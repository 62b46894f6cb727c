/** A command that the server gives by itself, as nobody of the staff. */
import { randomUUID } from 'node:crypto';
import type { HallCommand } from '@tingxu/contract/commands';
import { CommandId } from '@tingxu/contract/ids';
import type { Actor } from '@tingxu/contract/roles';
import type { Answer, HallRuntime, Render } from './hall-runtime.ts';

const SYSTEM: Actor = { role: 'system' };

/** The answer to whoever asks for no picture: done, or the code of the refusal. */
export const plainly: Render = (outcome) =>
  outcome.decision === 'accepted'
    ? { status: 200, body: '' }
    : { status: 409, body: outcome.rejection.code };

/** No client may send one that begins so. */
export const newKey = (): CommandId => CommandId.parse(`system:${randomUUID()}`);

/** Under a key of its own, or under one that makes the same command one fact however often it is given. */
export const asServer = (
  runtime: Pick<HallRuntime, 'submit'>,
  command: HallCommand,
  id = newKey(),
): Promise<Answer> => runtime.submit({ id, actor: SYSTEM, command }, plainly, id);
