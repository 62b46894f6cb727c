/** Words of the page where a hall says what can be booked; they come with that page. For staff only. */
import { defineArea } from './dictionary.ts';

export const adminBookings = defineArea(
  {
    on: '接受预约',
    onHint: '关闭后不再接受新预约；已有的预约仍然有效',
    checkIn: '报到',
    lane: '报到后进入的队列',
    early: '可提前多久报到（分钟）',
    late: '可迟到多久（分钟）',
    horizon: '可预约今后多少天',
    horizonHint: '0 为仅限当天',
    told: (early: string, late: string, lane: string) =>
      `客户在预约时间前 ${early} 至预约时间后 ${late} 之间报到，进入${lane}队列；等候从预约时间算起，晚报到的从报到时算起。`,
    toldDays: (days: number) => (days === 0 ? '只能预约当天。' : `可预约当天和今后 ${days} 天。`),
    minutes: (count: number) => `${count} 分钟`,
    slot: '每个时段（分钟）',
    capacity: '每个时段人数',
    hours: '可预约的时间',
    weekdays: '星期',
    addHours: '加一段时间',
    removeHours: '去掉这段时间',
    weekly: (slots: number, people: number) => `每周至多 ${slots} 个时段、${people} 人。`,
    within: '时段须在公布的营业时间之内，节假日相同。',
    addService: '增加可预约的业务',
    stop: '不再接受预约',
  },
  {
    en: {
      on: 'Take bookings',
      onHint: 'Off: no new bookings; those that were made stay good',
      checkIn: 'Check-in',
      lane: 'Lane after check-in',
      early: 'Check-in opens before (min)',
      late: 'Check-in ends after (min)',
      horizon: 'Days ahead that can be booked',
      horizonHint: '0 is today only',
      told: (early, late, lane) =>
        `Customers check in from ${early} before the booked time to ${late} after it, and join the lane ${lane}. Their wait counts from the booked time, or from the check-in when that is later.`,
      toldDays: (days) =>
        days === 0
          ? 'Only today can be booked.'
          : `Today and the next ${days === 1 ? 'day' : `${days} days`} can be booked.`,
      minutes: (count) => `${count} min`,
      slot: 'Length of a slot (min)',
      capacity: 'Customers in a slot',
      hours: 'Times that can be booked',
      weekdays: 'Weekdays',
      addHours: 'Add times',
      removeHours: 'Remove these times',
      weekly: (slots, people) => `At most ${slots} slots and ${people} customers a week.`,
      within: 'Slots lie within the posted hours, on holidays, too.',
      addService: 'Add a service that can be booked',
      stop: 'No longer bookable',
    },
  },
);
