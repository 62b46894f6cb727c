import { chanceOf } from '@tingxu/chance/chance';
import type { JournalEntry } from '@tingxu/contract/events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkJournal } from '../journal/check.ts';
import { openReadJournal } from '../journal/read-journal.ts';
import { Fault } from './fault.ts';
import type { Committed } from './hall-runtime.ts';
import { anyCommand } from './testing/day-script.ts';
import {
  envelope,
  ISSUE,
  MORNING,
  openingOf,
  openTestHall,
  renderPlainly,
  type TestHall,
  temporaryFolder,
} from './testing/hall-fixture.ts';

let place: ReturnType<typeof temporaryFolder>;
let hall: TestHall;
beforeEach(async () => {
  place = temporaryFolder();
  hall = openTestHall(place.folder);
  await hall.send(openingOf('2026-11-23'));
});
afterEach(async () => {
  await hall.runtime.stop();
  expect(hall.defects).toEqual([]);
  place.remove();
});

const reopen = async (at = hall.clock.now()): Promise<void> => {
  await hall.runtime.stop();
  hall = openTestHall(place.folder, at);
};
const typesOf = (entries: unknown) =>
  (entries as readonly JournalEntry[]).map((entry) => entry.event.type);
const numbersOf = (answers: readonly { body: string }[]) =>
  answers.map(({ body }) => JSON.parse(body)[0]?.event.number);
const submit = (command: unknown, key?: string) =>
  hall.runtime.submit(envelope(command, key), renderPlainly);
const code = (fault: Fault['code']) => expect.objectContaining({ name: 'Fault', code: fault });

describe('group commit', () => {
  it('JRN-1 is durable before it is published, published before it is answered', async () => {
    const steps: string[] = [];
    const reader = openReadJournal(hall.journal.file);
    hall.runtime.onCommitted(({ entries, after }) => {
      const [entry] = entries;
      if (entry?.event.type !== 'TicketIssued') return;
      const trail = reader.ticketTrail(entry.event.ticket);
      steps.push(`published ${trail.length} durable`);
      expect(hall.runtime.state()).toBe(after);
    });
    await submit(ISSUE).then(() => steps.push('answered'));
    expect(steps).toEqual(['published 1 durable', 'answered']);
    reader.close();
  });

  it('commits what arrives together in one transaction, each command with its own answer', async () => {
    const commits: Committed[] = [];
    hall.runtime.onCommitted((committed) => commits.push(committed));
    const before = hall.runtime.state();
    const commands = Array.from({ length: 50 }, () => ISSUE);
    const answers = await Promise.all(commands.map((command) => submit(command)));
    expect(commits).toHaveLength(1);
    expect(commits[0]).toMatchObject({ fromSeq: 1, upTo: 51, at: MORNING });
    expect(commits[0]?.before).toBe(before);
    expect(commits[0]?.after).toBe(hall.runtime.state());
    expect(new Set(numbersOf(answers)).size).toBe(50);
    expect(numbersOf(answers)).toEqual([...numbersOf(answers)].sort());
  });

  it('decides each command on what the one before left, and refuses without disturbing others', async () => {
    const answers = await Promise.all([
      submit({ type: 'CallNext', counter: '1' }),
      submit({ type: 'OpenCounter', counter: '1', staff: 's1' }),
      submit({ type: 'CallNext', counter: '1' }),
      submit(ISSUE),
      submit({ type: 'CallNext', counter: '1' }),
      submit({ type: 'CallNext', counter: '1' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([409, 200, 409, 200, 200, 409]);
    expect(answers.map(({ body }) => JSON.parse(body).code)).toEqual([
      'counter-closed',
      undefined,
      'nobody-waiting',
      undefined,
      undefined,
      'counter-busy',
    ]);
    expect(hall.runtime.head().seq).toBe(4);
  });

  it('tells listeners nothing of refusals, and nothing after they have left', async () => {
    const commits: Committed[] = [];
    const leave = hall.runtime.onCommitted((committed) => commits.push(committed));
    await submit({ type: 'CallNext', counter: '1' });
    expect(commits).toEqual([]);
    leave();
    await submit(ISSUE);
    expect(commits).toEqual([]);
  });
});

describe('idempotency', () => {
  it('JRN-4 gives one effect and the same bytes: at once, later, after a restart', async () => {
    const together = await Promise.all([submit(ISSUE, 'same-key'), submit(ISSUE, 'same-key')]);
    const later = await submit(ISSUE, 'same-key');
    await reopen();
    const restarted = await submit(ISSUE, 'same-key');
    const answers = [...together, later, restarted];
    expect(new Set(answers.map(({ status, body }) => `${status} ${body}`)).size).toBe(1);
    expect(answers.map(({ replayed }) => replayed)).toEqual([false, true, true, true]);
    expect(hall.runtime.head().seq).toBe(2);
  });

  it('JRN-4 keeps a refusal too: what was refused stays refused under its key', async () => {
    const refused = await submit({ type: 'CallNext', counter: '1' }, 'early-call');
    await submit({ type: 'OpenCounter', counter: '1', staff: 's1' });
    await submit(ISSUE);
    await reopen();
    const again = await submit({ type: 'CallNext', counter: '1' }, 'early-call');
    expect(again).toEqual({ ...refused, replayed: true });
    expect((await submit({ type: 'CallNext', counter: '1' }, 'later-call')).status).toBe(200);
  });

  it('JRN-4 refuses the key for another command or another caller, in flight, stored, restarted', async () => {
    const other = { ...ISSUE, service: 'open' };
    const first = submit(ISSUE, 'used-key');
    await expect(submit(other, 'used-key')).rejects.toEqual(code('idempotency-key-reused'));
    await first;
    await expect(submit(other, 'used-key')).rejects.toEqual(code('idempotency-key-reused'));
    const byOther = envelope(ISSUE, 'used-key', { role: 'kiosk' });
    await expect(hall.runtime.submit(byOther, renderPlainly)).rejects.toEqual(
      code('idempotency-key-reused'),
    );
    await reopen();
    await expect(submit(other, 'used-key')).rejects.toEqual(code('idempotency-key-reused'));
    expect(hall.runtime.head().seq).toBe(2);
  });
});

describe('restart', () => {
  it.each([11, 12, 13])('JRN-5 replays to the very state it left, seed %i', async (seed) => {
    const random = chanceOf(seed).next;
    for (let count = 0; count < 150; count += 1) {
      hall.clock.advanceTo(hall.clock.now() + Math.floor(random() * 60_000));
      await hall.send(anyCommand(hall.runtime.state(), random));
      if (count % 50 !== 49) continue;
      const [state, head] = [hall.runtime.state(), hall.runtime.head()];
      await reopen();
      expect(hall.runtime.state()).toEqual(state);
      expect(hall.runtime.head()).toEqual(head);
    }
    expect(hall.runtime.head().seq).toBeGreaterThan(30);
    expect(checkJournal(hall.journal.file)).toMatchObject({ firstWrong: null, problems: [] });
  });

  it('JRN-5 continues the numbers where it stopped', async () => {
    await submit(ISSUE);
    await reopen();
    expect(numbersOf([await submit(ISSUE)])).toEqual(['A002']);
  });

  it('commits what waits before it stops, and refuses what comes after', async () => {
    const waiting = [submit(ISSUE), submit(ISSUE)];
    const stopped = hall.runtime.stop();
    expect(numbersOf(await Promise.all(waiting))).toEqual(['A001', 'A002']);
    await stopped;
    expect(hall.runtime.status()).toBe('stopped');
    await expect(submit(ISSUE)).rejects.toEqual(code('server-stopping'));
    await expect(submit(ISSUE)).rejects.toBeInstanceOf(Fault);
  });
});

describe('time', () => {
  const missOne = async (): Promise<number> => {
    await submit({ type: 'OpenCounter', counter: '1', staff: 's1' });
    await submit(ISSUE);
    await submit({ type: 'CallNext', counter: '1' });
    const onTicket = { ticket: 'A001', counter: '1' };
    hall.clock.advanceTo(hall.clock.now() + 20_000);
    await submit({ type: 'RecallTicket', ...onTicket });
    hall.clock.advanceTo(hall.clock.now() + 20_000);
    const missed = await hall.send({ type: 'MissTicket', ...onTicket });
    expect(typesOf(missed)).toEqual(['TicketMissed']);
    return hall.clock.now() + 3_600_000;
  };
  const lastEntry = () => hall.journal.replay().at(-1);

  it('MISS-6 expires a deadline at its own instant, without a command', async () => {
    const dueAt = await missOne();
    hall.clock.advanceTo(dueAt - 1);
    expect(lastEntry()?.event.type).toBe('TicketMissed');
    hall.clock.advanceTo(dueAt + 60_000);
    expect(lastEntry()).toMatchObject({
      at: dueAt,
      actor: { role: 'system' },
      event: { type: 'TicketExpired' },
    });
  });

  it('MISS-6 expires what fell due while the server was down', async () => {
    const dueAt = await missOne();
    await reopen(dueAt + 5_000);
    expect(lastEntry()?.event.type).toBe('TicketMissed');
    hall.clock.advanceTo(dueAt + 5_000);
    expect(lastEntry()).toMatchObject({ at: dueAt + 5_000, event: { type: 'TicketExpired' } });
  });

  it('waits no longer for a ticket that came back', async () => {
    const dueAt = await missOne();
    await submit({ type: 'ReturnTicket', ticket: 'A001' });
    hall.clock.advanceTo(dueAt + 60_000);
    expect(lastEntry()?.event.type).toBe('TicketReturned');
  });
});
