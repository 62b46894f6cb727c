import { chanceOf } from '@tingxu/chance/chance';
import { describe, expect, it } from 'vitest';
import { businessDayAt, cutOverBefore, type DayRule, nextCutOver } from './business-day.ts';
import { zoneTime } from './zone-time.ts';

const at = (text: string): number => Date.parse(text);
const SHANGHAI = { zone: 'Asia/Shanghai', cutOverHour: 4 };
const BERLIN = { zone: 'Europe/Berlin', cutOverHour: 2 };

describe('zone time', () => {
  it('writes RFC 3339 with the offset of the zone at that instant', () => {
    expect(zoneTime('Asia/Shanghai').restTime(at('2026-11-21T01:30:00.250Z'))).toBe(
      '2026-11-21T09:30:00.250+08:00',
    );
    const berlin = zoneTime('Europe/Berlin');
    expect(berlin.restTime(at('2026-03-29T00:59:59Z'))).toBe('2026-03-29T01:59:59.000+01:00');
    expect(berlin.restTime(at('2026-03-29T01:00:00Z'))).toBe('2026-03-29T03:00:00.000+02:00');
    expect(zoneTime('UTC').restTime(0)).toBe('1970-01-01T00:00:00.000+00:00');
    expect(zoneTime('America/St_Johns').restTime(at('2026-01-01T00:00:00Z'))).toBe(
      '2025-12-31T20:30:00.000-03:30',
    );
  });

  it('agrees with Intl over a year of every quarter hour, so a remembered slot is never wrong', () => {
    for (const zone of ['Europe/Berlin', 'Africa/Cairo', 'Australia/Lord_Howe', 'Asia/Kathmandu']) {
      const ours = zoneTime(zone);
      const format = new Intl.DateTimeFormat('sv-SE', {
        timeZone: zone,
        dateStyle: 'short',
        timeStyle: 'medium',
      });
      for (
        let now = at('2026-01-01T00:07:00Z');
        now < at('2027-01-01T00:00:00Z');
        now += 5_400_000
      ) {
        expect(ours.restTime(now).slice(0, 19).replace('T', ' ')).toBe(format.format(now));
      }
    }
  });
});

describe('business day', () => {
  it('TIME-2 belongs to the day before until the cut-over hour', () => {
    expect(businessDayAt(SHANGHAI, at('2026-11-21T03:59:59.999+08:00'))).toBe('2026-11-20');
    expect(businessDayAt(SHANGHAI, at('2026-11-21T04:00:00+08:00'))).toBe('2026-11-21');
    expect(businessDayAt({ zone: 'UTC', cutOverHour: 0 }, at('2026-12-31T23:59:59Z'))).toBe(
      '2026-12-31',
    );
  });

  it('finds the next cut-over to the millisecond', () => {
    expect(nextCutOver(SHANGHAI, at('2026-11-21T09:00:00+08:00'))).toBe(
      at('2026-11-22T04:00:00+08:00'),
    );
    expect(nextCutOver(SHANGHAI, at('2026-11-21T03:59:59.999+08:00'))).toBe(
      at('2026-11-21T04:00:00+08:00'),
    );
    expect(cutOverBefore(SHANGHAI, at('2026-11-21T04:00:00+08:00'))).toBe(
      at('2026-11-21T04:00:00+08:00'),
    );
    expect(cutOverBefore(SHANGHAI, at('2026-11-21T03:59:59+08:00'))).toBe(
      at('2026-11-20T04:00:00+08:00'),
    );
  });

  it('TIME-2 gives every local day exactly one business day across clock changes', () => {
    for (const rule of [BERLIN, { zone: 'Africa/Cairo', cutOverHour: 0 }, SHANGHAI]) {
      let now = at('2026-01-01T12:00:00Z');
      const days = [businessDayAt(rule, now)];
      for (let count = 0; count < 370; count += 1) {
        const next = nextCutOver(rule, now);
        expect(businessDayAt(rule, next - 1)).toBe(days.at(-1));
        expect(cutOverBefore(rule, next)).toBe(next);
        now = next;
        days.push(businessDayAt(rule, now));
      }
      expect(new Set(days).size).toBe(days.length);
      for (let index = 1; index < days.length; index += 1) {
        const step = Date.parse(days[index] ?? '') - Date.parse(days[index - 1] ?? '');
        expect(step).toBe(86_400_000);
      }
    }
  });

  const lengthOf = (rule: DayRule, text: string): number =>
    (nextCutOver(rule, at(text)) - cutOverBefore(rule, at(text))) / 3_600_000;

  it('TIME-2 knows days of 23 and 25 hours', () => {
    expect(lengthOf(BERLIN, '2026-03-28T12:00:00Z')).toBe(24);
    // Clocks go from 2 to 3 at the cut-over itself, so the day that ends there is whole.
    expect(lengthOf(BERLIN, '2026-03-29T12:00:00Z')).toBe(23);
    expect(lengthOf(BERLIN, '2026-10-25T12:00:00Z')).toBe(25);
    const cairo = { zone: 'Africa/Cairo', cutOverHour: 0 };
    expect(lengthOf(cairo, '2026-04-23T12:00:00Z')).toBe(24);
    expect(lengthOf(cairo, '2026-04-24T12:00:00Z')).toBe(23);
    expect(lengthOf(cairo, '2026-10-29T12:00:00Z')).toBe(25);
    const days = Array.from(
      { length: 366 },
      (_, day) => at('2026-01-01T12:00:00Z') + day * 86_400_000,
    );
    expect(days.every((day) => lengthOf(SHANGHAI, new Date(day).toISOString()) === 24)).toBe(true);
    expect(lengthOf({ ...SHANGHAI, cutOverHour: 0 }, '1986-05-04T12:00:00+08:00')).toBe(23);
  });

  it('TIME-2 does not return to the old day where clocks are set back over the cut-over', () => {
    const troll = { zone: 'Antarctica/Troll', cutOverHour: 2 };
    const start = at('2026-10-25T00:00:00Z');
    expect(cutOverBefore(troll, at('2026-10-25T12:00:00Z'))).toBe(start);
    expect(businessDayAt(troll, start - 1)).toBe('2026-10-24');
    // The local clock shows 1 o'clock again here.
    expect(businessDayAt(troll, at('2026-10-25T01:30:00Z'))).toBe('2026-10-25');
  });

  it('TIME-2 puts every instant into exactly one day, and the days one after the other', () => {
    const zones = [
      'Asia/Shanghai',
      'Europe/Berlin',
      'Africa/Cairo',
      'Australia/Lord_Howe',
      'America/Havana',
      'America/St_Johns',
      'Pacific/Apia',
      'Antarctica/Troll',
    ];
    const [from, to] = [at('1986-01-01T00:00:00Z'), at('2037-01-01T00:00:00Z')];
    const random = chanceOf(2026).next;
    for (let run = 0; run < 4_000; run += 1) {
      const zone = zones[run % zones.length] ?? 'UTC';
      const rule = { zone, cutOverHour: Math.floor(random() * 24) };
      const now = from + Math.floor(random() * (to - from));
      const [start, end] = [cutOverBefore(rule, now), nextCutOver(rule, now)];
      const day = businessDayAt(rule, now);
      const why = `${zone} ${rule.cutOverHour} ${new Date(now).toISOString()}`;
      expect(start <= now && now < end, why).toBe(true);
      const within = start + Math.floor(random() * (end - start));
      expect(businessDayAt(rule, within), why).toBe(day);
      expect([cutOverBefore(rule, within), nextCutOver(rule, within)], why).toEqual([start, end]);
      expect(businessDayAt(rule, end) > day, why).toBe(true);
      expect(businessDayAt(rule, start - 1) < day, why).toBe(true);
      expect(cutOverBefore(rule, end), why).toBe(end);
    }
  });
});
