/** The time on a slip, against the calendar of the platform. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SAMPLE_FACTS } from './sample-slip.ts';
import { slipMarks } from './slip.ts';

const ZONES = [
  'Asia/Shanghai',
  'Asia/Urumqi',
  'Asia/Hong_Kong',
  'Europe/Berlin',
  'America/New_York',
];

const partsOf = (at: number, timeZone: string) => {
  const numeric = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, ...numeric }).format(at);
  const date = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at);
  const [year, month, day] = date.split('-').map(Number);
  return { time, date: `${year}年${month}月${day}日` };
};

describe('the time on a slip', () => {
  it('TIME-6 is the second of its issue, by the zone of the hall', () => {
    const instants = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2040, 0) });
    fc.assert(
      fc.property(instants, fc.constantFrom(...ZONES), (issuedAt, zone) => {
        const facts = { ...SAMPLE_FACTS, issuedAt, zone, closesAt: null };
        const slip = slipMarks(facts, { layout: 'normal', paper: 80, languages: ['zh-CN', 'en'] });
        const { time, date } = partsOf(issuedAt, zone);
        const text = JSON.stringify(slip);
        expect(text).toContain(time);
        expect(text).toContain(date);
      }),
    );
  });
});
