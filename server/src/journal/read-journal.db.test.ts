import { TicketId, TicketNumber } from '@tingxu/contract/ids';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ISSUE,
  MORNING,
  openingOf,
  openTestHall,
  type TestHall,
  temporaryFolder,
} from '../runtime/testing/hall-fixture.ts';
import { openConnection } from './connection.ts';
import { openReadJournal, type ReadJournal } from './read-journal.ts';

const FIRST = TicketId.parse('20261123-0001');
const SECOND = TicketId.parse('20261123-0002');
const A001 = TicketNumber.parse('A001');

let place: ReturnType<typeof temporaryFolder>;
let hall: TestHall;
let reader: ReadJournal;
beforeEach(async () => {
  place = temporaryFolder();
  hall = openTestHall(place.folder);
  reader = openReadJournal(hall.journal.file);
  await hall.send(openingOf('2026-11-23'));
  await hall.send({ type: 'OpenCounter', counter: '1', staff: 's1' });
  await hall.send(ISSUE);
  await hall.send(ISSUE);
  await hall.send({ type: 'CallNext', counter: '1' });
  hall.clock.advanceTo(MORNING + 5_000);
  await hall.send({ type: 'RecallTicket', ticket: 'A001', counter: '1' });
  hall.clock.advanceTo(MORNING + 20_000);
  await hall.send({ type: 'RecallTicket', ticket: 'A001', counter: '1' });
});
afterEach(async () => {
  reader.close();
  await hall.runtime.stop();
  place.remove();
});

describe('read journal', () => {
  it('finds a ticket by id and by number, live and ended', async () => {
    expect(reader.ticketRow(FIRST)).toMatchObject({
      number: 'A001',
      state: 'called',
      counterId: '1',
      endedAt: null,
    });
    expect(reader.ticketRow(A001)).toEqual(reader.ticketRow(FIRST));
    await hall.send({ type: 'StartService', ticket: 'A001', counter: '1' });
    await hall.send({ type: 'FinishService', ticket: 'A001', counter: '1' });
    const ended = { state: 'ended', endReason: 'served', endedAt: MORNING + 20_000 };
    expect(reader.ticketRow(A001)).toMatchObject({ ...ended, counterId: '1' });
    expect(reader.legs(FIRST)).toMatchObject([
      { legIndex: 0, enteredAt: MORNING, startedAt: MORNING + 20_000, endReason: 'served' },
    ]);
    expect(reader.ticketRow(TicketNumber.parse('A999'))).toBeUndefined();
  });

  it('shows every call with its time, person and whether it counted', () => {
    const calls = reader.callAttempts(FIRST);
    expect(calls.map(({ attempt, at, counted }) => [attempt, at - MORNING, counted])).toEqual([
      [1, 0, true],
      [2, 5_000, false],
      [3, 20_000, true],
    ]);
    expect(calls[0]).toMatchObject({
      counterId: '1',
      staffId: 's1',
      policy: 'weighted-delay',
      score: expect.any(Number),
      passedOver: [],
    });
    expect(calls[1]).toMatchObject({ policy: null, score: null, passedOver: [] });
    expect(reader.callAttempts(SECOND)).toEqual([]);
  });

  it('VOICE-2 knows the calls whose announcement came to no end, whatever has become of the ticket', async () => {
    const attempt = (count: number, shown = false) => ({ ticket: FIRST, attempt: count, shown });
    expect(reader.unended()).toEqual([attempt(1), attempt(2), attempt(3)]);
    await hall.send({ type: 'EndAnnouncement', ticket: FIRST, attempt: 2, end: 'spoken' });
    await hall.send({ type: 'NoteShown', ticket: FIRST, attempt: 3 });
    await hall.send({ type: 'StartService', ticket: 'A001', counter: '1' });
    await hall.send({ type: 'FinishService', ticket: 'A001', counter: '1' });
    expect(reader.unended()).toEqual([attempt(1), attempt(3, true)]);
    // So long before another end nothing was open: the hall had no voice then.
    hall.clock.advanceTo(MORNING + 200_000);
    await hall.send({ type: 'CallNext', counter: '1' });
    expect(reader.unended()).toHaveLength(3);
    await hall.send({ type: 'EndAnnouncement', ticket: SECOND, attempt: 1, end: 'spoken' });
    expect(reader.unended()).toEqual([]);
  });

  it('shows the whole trail of one ticket and of no other', () => {
    const trail = reader.ticketTrail(FIRST);
    expect(trail.map(({ seq, event }) => [seq, event.type])).toEqual([
      [3, 'TicketIssued'],
      [5, 'TicketCalled'],
      [6, 'TicketRecalled'],
      [7, 'TicketRecalled'],
    ]);
    expect(reader.ticketTrail(SECOND)).toHaveLength(1);
  });

  it('means by a number the ticket of the last business day', async () => {
    await hall.send({ type: 'CloseDay', remaining: 'end-remaining' });
    expect(reader.ticketRow(A001)?.businessDay).toBe('2026-11-23');
    hall.clock.advanceTo(MORNING + 86_400_000);
    await hall.send(openingOf('2026-11-24'));
    expect(reader.ticketRow(A001)).toBeUndefined();
    await hall.send(ISSUE);
    expect(reader.ticketRow(A001)).toMatchObject({ id: '20261124-0001', state: 'waiting' });
    expect(reader.ticketRow(FIRST)?.businessDay).toBe('2026-11-23');
  });

  it('cannot write', () => {
    const db = openConnection(hall.journal.file, 'read');
    expect(() => db.exec('DELETE FROM tickets')).toThrow('readonly');
    db.close();
  });
});
