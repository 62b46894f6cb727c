import { expect, it } from 'vitest';
import { weeklySlots } from './weekly-slots.ts';

const bookable = (slotMinutes: number, ...hours: [days: number, from: string, to: string][]) => ({
  slotMinutes,
  capacity: 2,
  hours: hours.map(([days, from, to]) => ({
    weekdays: Array.from({ length: days }, (_, day) => day + 1),
    ...{ from, to },
  })),
});

it('BOOK-3 counts whole slots of every weekday', () => {
  expect(weeklySlots(bookable(30, [5, '09:00', '12:00']))).toBe(30);
  expect(weeklySlots(bookable(40, [5, '09:00', '12:00'], [1, '22:00', '24:00']))).toBe(23);
});

it('counts nothing of times that run backwards, and says nothing while one is not written', () => {
  expect(weeklySlots(bookable(30, [5, '12:00', '09:00']))).toBe(0);
  expect(weeklySlots(bookable(30, [5, '', '09:00']))).toBeNull();
  expect(weeklySlots(bookable(Number.NaN, [5, '08:00', '09:00']))).toBeNull();
});
