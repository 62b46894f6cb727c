import { CounterId, ServiceId } from '@tingxu/contract/ids';
import { describe, expect, it } from 'vitest';
import { AT, CASH, counterRow, viewWith, waited } from '../testing/rows.ts';
import { closingForecast } from './closing-forecast.ts';

const MINUTE = 60_000;
const LOANS = ServiceId.parse('loans');
const usual = (service: ServiceId, minutes: number) => ({
  service,
  ...{ countersOpen: 1, waiting: 0, wait: null, usualMs: minutes * MINUTE },
});
const counter = (id: string, ...skills: ServiceId[]) => ({
  ...{ id: CounterId.parse(id), label: id, skills },
});
const COUNTERS = [counter('1', CASH), counter('2', CASH, LOANS), counter('3', LOANS)];
type States = Parameters<typeof viewWith>[0]['counters'];

/** Cash usually takes five minutes, a loan twenty. */
const hall = (tickets: ReturnType<typeof waited>[], counters: States, closesIn = 30) =>
  viewWith({
    tickets,
    ...(counters && { counters }),
    day: { closesAt: AT + closesIn * MINUTE },
    profile: { counters: COUNTERS },
    services: { [CASH]: usual(CASH, 5), [LOANS]: usual(LOANS, 20) },
  });
const cash = (count: number) => Array.from({ length: count }, (_, index) => waited(index + 1, 3));
const minutesFromNow = (at: number | null | undefined) => at && (at - AT) / MINUTE;

describe('the forecast to closing', () => {
  it('HOURS-10 is told in the last hour, to a hall that posts its closing, while somebody waits', () => {
    const counters = [counterRow('1', 'open')];
    expect(closingForecast(hall(cash(1), counters, 61), AT)).toBeNull();
    expect(closingForecast(hall(cash(1), counters, 60), AT)).not.toBeNull();
    expect(closingForecast(hall([], counters, -1), AT)).toBeNull();
    expect(closingForecast(hall(cash(1), counters, -1), AT)).toMatchObject({ late: 1 });
    expect(closingForecast(viewWith({ tickets: cash(1), counters }), AT)).toBeNull();
  });

  it('HOURS-10 deals the line out to the counters that work, each service as long as usual', () => {
    const serving = { ...waited(9, 9, { state: 'serving', startedAt: AT - 3 * MINUTE }) };
    const busy = { ...counterRow('1', 'serving'), ticket: serving.ticket };
    const found = closingForecast(
      hall([...cash(4), serving], [busy, counterRow('2', 'open'), counterRow('3', 'paused')]),
      AT,
    );
    expect(found).toMatchObject({ waiting: 4, counters: 2, late: 0, stranded: 0, advice: [] });
    // Counter 1 is free after two minutes, so it takes two of them, until 12.
    expect(minutesFromNow(found?.usualAt)).toBe(12);
    expect(minutesFromNow(found?.laterAt)).toBe(15);
  });

  it('HOURS-10 names those who would be late, and the counters with which nobody would be', () => {
    const counters = [
      counterRow('1', 'open'),
      counterRow('2', 'paused'),
      counterRow('3', 'closed'),
    ];
    const found = closingForecast(hall(cash(8), counters), AT);
    expect(found).toMatchObject({ late: 2, advice: ['2'] });
    expect(minutesFromNow(found?.usualAt)).toBe(40);
    expect(closingForecast(hall(cash(40), counters), AT)).toMatchObject({ advice: null });
  });

  it('HOURS-10 counts who waits for what no working counter takes, and who is away apart', () => {
    const loan = waited(2, 1, { service: LOANS });
    const parked = waited(3, 1, { state: 'parked' });
    const counters = [counterRow('1', 'open'), counterRow('3', 'closed')];
    expect(closingForecast(hall([...cash(1), loan, parked], counters), AT)).toMatchObject({
      ...{ waiting: 2, late: 0, stranded: 1, away: 1, advice: ['2'] },
    });
  });

  it('HOURS-10 counts the services that follow on the same ticket', () => {
    const two = waited(1, 3, { further: [LOANS] });
    const found = closingForecast(hall([two], [counterRow('2', 'open')]), AT);
    expect(minutesFromNow(found?.usualAt)).toBe(25);
  });
});
