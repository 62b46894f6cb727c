import type { JournalEntry } from '@tingxu/contract/events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkJournal } from '../journal/check.ts';
import { clockCheck, isIdle, watchClock } from '../process/clock-watch.ts';
import { CONFIRM_MS, type SteadyClock, steadyClock } from './steady-clock.ts';
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
import { type ControlledMachine, controlledMachine } from './testing/machine.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let place: ReturnType<typeof temporaryFolder>;
let hall: TestHall;
let machine: ControlledMachine;
let clock: SteadyClock;
let unwatch: () => void;
const logged: object[] = [];

const openAt = (wallAt: number): void => {
  machine = controlledMachine(wallAt);
  clock = steadyClock(machine, () => isIdle(hall.runtime.state()));
  hall = openTestHall(place.folder, wallAt, { clock });
  clock.notBefore(hall.runtime.head().at);
  unwatch = watchClock(clock, [hall], { warn: (about) => void logged.push(about) });
};
beforeEach(async () => {
  place = temporaryFolder();
  logged.length = 0;
  openAt(MORNING);
  await hall.send(openingOf('2026-11-23'));
});
afterEach(async () => {
  unwatch();
  await hall.runtime.stop();
  expect(hall.defects).toEqual([]);
  place.remove();
});

const submit = (command: unknown) =>
  hall.runtime.submit(envelope(command), renderPlainly).then(({ body }) => JSON.parse(body));
const eventsOf = (...types: readonly string[]): readonly JournalEntry[] =>
  hall.journal.replay().filter(({ event }) => types.includes(event.type));
const ON_TICKET = { ticket: 'A001', counter: '1' };

const callOne = async (): Promise<void> => {
  await submit({ type: 'OpenCounter', counter: '1', staff: 's1' });
  await submit(ISSUE);
  machine.advance(60_000);
  await submit({ type: 'CallNext', counter: '1' });
};

describe('the time of a hall on a machine whose clock leaps', () => {
  it.each([1_000, -1_000, HOUR, -HOUR, DAY, -DAY])(
    'TIME-3 recalls, misses and expires by time that has passed, over a step by %i ms',
    async (step) => {
      await callOne();
      machine.step(step);
      machine.advance(20_000);
      expect(await submit({ type: 'RecallTicket', ...ON_TICKET })).toMatchObject([
        { event: { counted: true } },
      ]);
      expect(await submit({ type: 'MissTicket', ...ON_TICKET })).toMatchObject({
        code: 'miss-too-early',
      });
      machine.step(-3 * step);
      machine.advance(20_000);
      const [missed] = await submit({ type: 'MissTicket', ...ON_TICKET });
      expect(missed.event.validUntilAt - missed.at).toBe(HOUR);
      machine.step(step);
      machine.advance(HOUR - 200);
      expect(eventsOf('TicketExpired')).toEqual([]);
      machine.advance(400);
      const [expired] = eventsOf('TicketExpired');
      expect(Math.abs((expired?.at ?? 0) - missed.at - HOUR)).toBeLessThanOrEqual(100);
      expect(checkJournal(hall.journal.file)).toMatchObject({ firstWrong: null, problems: [] });
    },
  );

  it('TIME-3 logs, journals and shows a leap within seconds, though nobody sends a command', () => {
    expect(clockCheck(clock)).toEqual({ name: 'clock', ok: true, detail: 'in step' });
    machine.step(HOUR);
    machine.advance(2_000);
    const [stepped] = eventsOf('ClockStepped');
    expect(stepped).toMatchObject({ actor: { role: 'system' } });
    const event = stepped?.event;
    expect(event?.type === 'ClockStepped' && event.toAt - event.fromAt).toBe(HOUR);
    expect(logged).toMatchObject([{ byMs: HOUR }]);
    expect(clockCheck(clock)).toMatchObject({
      ok: false,
      detail: expect.stringContaining('3600 s'),
    });
    machine.step(-HOUR);
    machine.advance(2_000);
    expect(eventsOf('ClockStepped')).toHaveLength(2);
    expect(clockCheck(clock).ok).toBe(true);
  });

  it('TIME-4 takes the new time over when nobody is in the hall any more, and says so', async () => {
    await callOne();
    machine.step(HOUR);
    machine.advance(CONFIRM_MS + 60_000);
    expect(eventsOf('ClockCorrected')).toEqual([]);
    await submit({ type: 'FinishService', ...ON_TICKET });
    machine.advance(2_000);
    const [corrected] = eventsOf('ClockCorrected');
    expect(corrected?.event).toMatchObject({ toAt: corrected?.at });
    expect([clock.now(), clockCheck(clock).ok]).toEqual([machine.wall(), true]);
  });

  it('TIME-5 a restart behind its own journal goes on from there, and a restart takes a later clock', async () => {
    await callOne();
    const headAt = hall.runtime.head().at;
    await hall.runtime.stop();
    openAt(MORNING - HOUR);
    machine.advance(20_000);
    await submit({ type: 'RecallTicket', ...ON_TICKET });
    expect(hall.runtime.head().at).toBe(headAt + 20_000);
    expect(eventsOf('ClockStepped')).toHaveLength(1);
    await hall.runtime.stop();
    openAt(MORNING + 2 * HOUR);
    await submit({ type: 'RecallTicket', ...ON_TICKET });
    expect(hall.runtime.head().at).toBe(MORNING + 2 * HOUR);
  });
});
