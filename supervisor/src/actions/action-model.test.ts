import { CommandId, StaffId, TicketNumber } from '@tingxu/contract/ids';
import type { ManagerAction, ManagerReply } from '@tingxu/feed-client/manager-action';
import type { CommandOutcome } from '@tingxu/feed-client/send-command';
import { describe, expect, it } from 'vitest';
import { waited } from '../testing/rows.ts';
import { createActionModel } from './action-model.ts';

const S01 = StaffId.parse('s01');
const key = CommandId.parse('key-of-the-first-try');
const { ticket } = waited(1, 5);
const back: ManagerAction = { type: 'return', ticket, number: TicketNumber.parse('A001') };
const close: ManagerAction = { type: 'closeDay', endRemaining: false };

type Answer = CommandOutcome<ManagerReply>;
const lost: Answer = { ok: false, reason: 'unreachable', key };
const refused: Answer = {
  ok: false,
  reason: 'refused',
  problem: { type: '', title: '', status: 409, code: 'day-has-live-tickets' },
};
const done = { ok: true, reply: {} } as Answer;

const rig = (answers: Answer[]) => {
  const sent: { action: ManagerAction; key: string | undefined }[] = [];
  const picture = { live: true, seen: '' };
  const model = createActionModel({
    send: async (action, again) => {
      sent.push({ action, key: again });
      return answers.shift() ?? done;
    },
    isLive: () => picture.live,
    seen: () => picture.seen,
    staff: S01,
  });
  return { model, sent, picture };
};

describe('commands of the monitor', () => {
  it('are sent, and told', async () => {
    const { model, sent } = rig([done]);
    model.open({ kind: 'closeDay' });
    await model.run(close);
    expect(sent).toEqual([{ action: close, key: undefined }]);
    expect(model.message.value).toMatchObject({ kind: 'done', action: close });
    expect(model.dialog.value).toBeNull();
  });

  it('DAY-3 tell why the day cannot be closed', async () => {
    const { model } = rig([refused]);
    await model.run(close);
    expect(model.message.value).toMatchObject({
      kind: 'refused',
      problem: { code: 'day-has-live-tickets' },
    });
  });

  it('are not sent while nothing confirms the picture', async () => {
    const { model, sent, picture } = rig([]);
    picture.live = false;
    await model.run(close);
    expect(sent).toEqual([]);
    expect(model.message.value?.kind).toBe('not-sent');
  });

  it('JRN-4 keep the key of an unanswered command until the picture moves', async () => {
    const { model, sent, picture } = rig([lost, lost, done]);
    await model.run(close);
    await model.run(close);
    picture.seen = 'closed and open again';
    await model.run(close);
    expect(sent.map((each) => each.key)).toEqual([undefined, key, undefined]);
  });

  it('run one at a time', async () => {
    const { model, sent } = rig([done, done]);
    const first = model.run(back);
    await model.run(close);
    await first;
    expect(sent).toHaveLength(1);
  });
});
