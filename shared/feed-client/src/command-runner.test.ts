import { CommandId } from '@tingxu/contract/ids';
import { describe, expect, it } from 'vitest';
import { createCommandRunner } from './command-runner.ts';
import type { CommandOutcome } from './send-command.ts';

type Answer = CommandOutcome<string>;
const key = CommandId.parse('key-of-the-first-try');
const lost: Answer = { ok: false, reason: 'unreachable', key };
const done: Answer = { ok: true, reply: 'it is done' };

const rig = (...answers: Answer[]) => {
  const sent: { action: string; key: string | undefined }[] = [];
  const picture = { live: true, seen: 'before' };
  const runner = createCommandRunner<string, string>({
    send: async (action, again) => {
      sent.push({ action, key: again });
      return answers.shift() ?? done;
    },
    isLive: () => picture.live,
    seen: () => picture.seen,
  });
  return { runner, sent, picture };
};

describe('a command of a person', () => {
  it('is pending, then told with its answer', async () => {
    const { runner } = rig(done);
    const running = runner.run('call');
    expect(runner.pending.value).toBe('call');
    expect(await running).toMatchObject({ kind: 'done', reply: 'it is done' });
    expect(runner.pending.value).toBeNull();
    expect(runner.outcome.value).toMatchObject({ kind: 'done', action: 'call' });
  });

  it('keeps a second one from being sent while it is under way', async () => {
    const { runner, sent } = rig(done);
    const first = runner.run('call');
    expect(await runner.run('miss')).toBeNull();
    await first;
    expect(sent).toEqual([{ action: 'call', key: undefined }]);
  });

  it('is not sent while nothing confirms the picture', async () => {
    const { runner, sent, picture } = rig();
    picture.live = false;
    expect(await runner.run('call')).toMatchObject({ kind: 'not-sent' });
    expect(sent).toEqual([]);
  });

  it('JRN-4 keeps the key of an unanswered try while the picture stands, and only then', async () => {
    const { runner, sent, picture } = rig(lost, lost, lost, done);
    await runner.run('call');
    await runner.run('call');
    await runner.run('miss');
    picture.seen = 'after';
    await runner.run('miss');
    expect(sent.map((one) => one.key)).toEqual([undefined, key, undefined, undefined]);
  });
});
