import { CommandId } from '@tingxu/contract/ids';
import type { CommandOutcome } from '@tingxu/feed-client/send-command';
import { describe, expect, it } from 'vitest';
import type { Action } from '../desk/action.ts';
import { AT, ticketRow } from '../testing/rows.ts';
import type { Reply } from './request.ts';
import { createRunner } from './runner.ts';

const { ticket, number } = ticketRow(7);
const finish: Action = { type: 'finish', ticket, number };
const next: Action = { type: 'callNext' };
const key = CommandId.parse('key-of-the-first-try');

type Answer = CommandOutcome<Reply>;
const refused: Answer = {
  ok: false,
  reason: 'refused',
  problem: { type: '', title: '', status: 409, code: 'nobody-waiting' },
};
const lost: Answer = { ok: false, reason: 'unreachable', key };
/** Of a command on a ticket; the runner reads nothing of it but the number of a called ticket. */
const done = { ok: true, reply: { ticket: { number } } } as Answer;

/** A line to the server whose answers the test gives, one by one. */
const rig = (seen: () => string = () => '') => {
  const sent: { action: Action; key: string | undefined }[] = [];
  const waiting: ((answer: Answer) => void)[] = [];
  let live = true;
  const runner = createRunner({
    isLive: () => live,
    now: () => AT,
    seen,
    send: (action, again) => {
      sent.push({ action, key: again });
      return {
        reply: new Promise((resolve) => waiting.push(resolve)),
        shown: () => Promise.resolve(),
      };
    },
  });
  return {
    runner,
    sent,
    cut: () => {
      live = false;
    },
    answer: async (answer: Answer) => {
      waiting.shift()?.(answer);
      await new Promise((resolve) => setTimeout(resolve));
    },
    kinds: () => runner.outcomes.value.map((outcome) => outcome.kind),
  };
};

describe('the runner of commands', () => {
  it('is pending until the answer, then tells the outcome', async () => {
    const { runner, answer, kinds } = rig();
    void runner.run([finish]);
    expect(runner.pending.value).toBe(finish);
    expect(kinds()).toEqual([]);
    await answer(done);
    expect(runner.pending.value).toBeNull();
    expect(runner.outcomes.value).toEqual([{ kind: 'done', action: finish, at: AT, number }]);
  });

  it('sends nothing more while one command is under way', async () => {
    const { runner, sent, answer } = rig();
    void runner.run([next]);
    void runner.run([next]);
    await answer(done);
    expect(sent).toHaveLength(1);
  });

  it('finishes and then calls, as two commands', async () => {
    const { runner, sent, answer, kinds } = rig();
    void runner.run([finish, next]);
    await answer(done);
    expect(sent.map(({ action }) => action)).toEqual([finish, next]);
    expect(runner.pending.value).toBe(next);
    await answer(refused);
    expect(kinds()).toEqual(['done', 'refused']);
  });

  it('does not call when finishing was refused', async () => {
    const { runner, sent, answer, kinds } = rig();
    void runner.run([finish, next]);
    await answer(refused);
    expect(sent).toHaveLength(1);
    expect(kinds()).toEqual(['refused']);
  });

  it('sends nothing while nothing confirms the picture', async () => {
    const { runner, sent, cut, kinds } = rig();
    cut();
    await runner.run([next]);
    expect(sent).toEqual([]);
    expect(kinds()).toEqual(['not-sent']);
  });

  it('JRN-4 repeats an unanswered command with its key', async () => {
    const { runner, sent, answer, kinds } = rig();
    void runner.run([next]);
    await answer(lost);
    expect(kinds()).toEqual(['unknown']);
    void runner.run([next]);
    await answer(done);
    expect(sent.map((each) => each.key)).toEqual([undefined, key]);
  });

  it('takes a new key once the picture has moved, or for another command', async () => {
    let picture = 'before';
    const { runner, sent, answer } = rig(() => picture);
    void runner.run([next]);
    await answer(lost);
    picture = 'after';
    void runner.run([next]);
    await answer(lost);
    void runner.run([finish]);
    await answer(done);
    expect(sent.map((each) => each.key)).toEqual([undefined, undefined, undefined]);
  });
});
