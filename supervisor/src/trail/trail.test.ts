import { TicketDetail } from '@tingxu/contract/rest';
import { createI18n } from '@tingxu/i18n/create-i18n';
import { staff } from '@tingxu/i18n/staff';
import { trail } from '@tingxu/i18n/trail';
import { describe, expect, it } from 'vitest';
import { factsOf } from './facts.ts';
import { parseRef } from './look-up.ts';
import { choicesOf, passedOver } from './passed-over.ts';
import { tellTrail } from './tell-trail.ts';

const at = (second: number): string =>
  `2026-11-21T09:30:${String(second).padStart(2, '0')}.000+08:00`;
const TICKET = '20261121-0031';
const teller = { role: 'teller', staff: 't03' };
const atCounter = { ticket: TICKET, counter: '3', staff: 't03' };
const recall = {
  ...{ counter: '3', staff: 't03', policy: null, ruleVersion: null },
  ...{ score: null, passedOver: [], protectedBy: null, chosen: null },
};
const call = {
  ...{ ...recall, policy: 'weighted-delay', ruleVersion: 1, score: 5 },
  ...{ passedOver: ['20261121-0029'], protectedBy: '20261121-0028' },
};

/** The dispute case: called, recalled too soon, recalled, missed. Source: H44. */
const DETAIL = TicketDetail.parse({
  ticket: {
    ...{ id: TICKET, number: 'V007', hall: 'demo', businessDay: '2026-11-21' },
    ...{ lane: 'vip', service: 'cash', state: 'missed', counter: null },
    ...{ issuedAt: at(0), endedAt: null, endReason: null },
  },
  legs: [
    {
      ...{ index: 0, service: 'cash', lane: 'vip', enteredAt: at(0) },
      calls: [
        { ...call, attempt: 1, at: at(10), counted: true },
        { ...recall, attempt: 2, at: at(15), counted: false },
        { ...recall, attempt: 3, at: at(31), counted: true },
      ],
      ...{ startedAt: null, endedAt: null, endReason: null },
    },
  ],
  trail: [
    {
      ...{ seq: 1, at: at(0), type: 'TicketIssued', by: { role: 'kiosk' } },
      data: {
        ...{ ticket: TICKET, number: 'V007', service: 'cash', lane: 'vip', place: 31 },
        ...{ earlier: 4, ahead: 1, passOverCap: 9, wait: null },
      },
    },
    {
      ...{ seq: 2, at: at(10), type: 'TicketCalled', by: teller },
      data: {
        ...{ ...atCounter, attempt: 1, policy: 'weighted-delay', ruleVersion: 1, score: 5 },
        ...{ passedOver: ['20261121-0029'], protectedBy: '20261121-0028' },
      },
    },
    {
      ...{ seq: 3, at: at(15), type: 'TicketRecalled', by: teller },
      data: { ...atCounter, attempt: 2, counted: false },
    },
    {
      ...{ seq: 4, at: at(31), type: 'TicketRecalled', by: teller },
      data: { ...atCounter, attempt: 3, counted: true },
    },
    {
      ...{ seq: 5, at: at(55), type: 'TicketMissed', by: teller },
      data: { ...atCounter, calls: 2, validUntilAt: 0 },
    },
    {
      ...{ seq: 6, at: at(58), type: 'ClockStepped', by: { role: 'system' } },
      data: { fromAt: 2, toAt: 1 },
    },
    { seq: 7, at: at(59), type: 'TicketPhotographed', by: { role: 'system' }, data: {} },
  ],
});

describe('the trail of a ticket', () => {
  it('H44 is told in sentences, with what counted and who did it', () => {
    const { t } = createI18n({ trail, staff }, 'zh-CN');
    const lines = tellTrail(DETAIL, t, (counter) => `${counter} 号窗口`);
    expect(lines.map(({ text, note, by }) => [text, note, by])).toEqual([
      ['取号', '告知：前面约 1 人，最多 13 人', '取号机'],
      ['3 号窗口 叫号（第 1 次）', '计次', '柜员 t03'],
      ['3 号窗口 重呼（第 2 次）', '不计次：距上次计次不足间隔', '柜员 t03'],
      ['3 号窗口 重呼（第 3 次）', '计次', '柜员 t03'],
      ['3 号窗口 过号（已计 2 次）', null, '柜员 t03'],
      ['大厅事件', null, '系统'],
      ['本页不认识的事件（TicketPhotographed）', null, '系统'],
    ]);
    expect(lines[1]?.at).toBe(Date.parse(at(10)));
  });

  it('comes down to a few facts', () => {
    expect(factsOf(DETAIL)).toEqual({
      issuedAt: Date.parse(at(0)),
      ...{ calls: 3, counted: 2, counter: '3', staff: 't03', waitedMs: 10_000, endedAt: null },
    });
  });

  it('has waited until the last call that was no recall, even when an earlier one was missed', () => {
    const [leg] = DETAIL.legs;
    const again = { ...call, attempt: 4, at: at(50), counted: true };
    const recalled = { ...recall, attempt: 5, at: at(55), counted: false };
    const calls = [...(leg?.calls ?? []), again, recalled];
    const detail = TicketDetail.parse({ ...DETAIL, legs: [{ ...leg, calls }] });
    expect(factsOf(detail).waitedMs).toBe(50_000);
  });

  it('has no wait to tell before its first call', () => {
    const detail = TicketDetail.parse({ ...DETAIL, legs: [{ ...DETAIL.legs[0], calls: [] }] });
    expect(factsOf(detail).waitedMs).toBeNull();
  });

  it('CALL-9 tells of each choice what was recorded, and of recalls nothing', () => {
    expect(choicesOf(DETAIL)).toMatchObject([
      { attempt: 1, policy: 'weighted-delay', ruleVersion: 1, protectedBy: '20261121-0028' },
    ]);
  });

  it('names the tickets that a call passed, and the one that limited it', () => {
    expect(passedOver(DETAIL)).toEqual(['20261121-0029', '20261121-0028']);
  });
});

describe('what somebody types', () => {
  it.each([
    ['a031', 'A031'],
    [' A 031 ', 'A031'],
    ['20261121-0031', '20261121-0031'],
  ])('"%s" is %s', (text, ref) => expect(parseRef(text)).toBe(ref));

  it.each(['', '031', 'O031', 'A31', 'AA031'])('"%s" is no ticket', (text) => {
    expect(parseRef(text)).toBeNull();
  });
});
