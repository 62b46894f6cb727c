/** The sentences of an explanation, as command line, API and the supervisor's sheet say them. */
import type { HallCommand } from '@tingxu/contract/commands';
import type { HallEvent, JournalEntry } from '@tingxu/contract/events';
import { CommandId, HallId, TicketRef } from '@tingxu/contract/ids';
import { explainTicket } from '@tingxu/hall/explain';
import { compareTickets } from '@tingxu/hall/explain-order';
import { randomDay } from '@tingxu/hall/testing/arbitraries';
import {
  book,
  call,
  callChosen,
  checkIn,
  comeBack,
  finish,
  issue,
  missEarly,
  open,
  park,
  resumeTicket,
  start,
  transfer,
} from '@tingxu/hall/testing/commands';
import {
  appointments,
  BOOKED,
  hallConfig,
  NORMAL,
  VIP,
  withPolicy,
} from '@tingxu/hall/testing/config';
import { play } from '@tingxu/hall/testing/model-run';
import {
  after,
  by,
  minutes,
  OPENING_AT,
  openScene,
  type Scene,
  type Step,
} from '@tingxu/hall/testing/scene';
import { FIXED_SEED } from '@tingxu/hall/testing/seed';
import type { Locale } from '@tingxu/i18n/locale';
import { tellComparison, tellExplanation } from '@tingxu/i18n/tell-explanation';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const HALL = HallId.parse('demo');

const entriesOf = (
  journal: readonly { readonly at: number; readonly event: HallEvent }[],
): JournalEntry[] =>
  journal.map(({ at, event }, index) => ({
    ...{ seq: index + 1, at, event, commandId: CommandId.parse('test-command') },
    actor: { role: 'lobby' },
  }));

const told = (scene: Scene, ref: string, locale: Locale = 'zh-CN'): string => {
  const found = explainTicket(HALL, entriesOf(scene.journal()), TicketRef.parse(ref));
  if (!found) throw new Error(`${ref} is not explained`);
  return tellExplanation(found, locale).join('\n');
};
const comparedAs = (scene: Scene, one: string, other: string, locale: Locale): string => {
  const refs = [TicketRef.parse(one), TicketRef.parse(other)] as const;
  const found = compareTickets(HALL, entriesOf(scene.journal()), refs);
  if (!found) throw new Error(`${one} and ${other} are not compared`);
  return tellComparison(found, locale).join('\n');
};

/** Every line about every ticket of the last day, in every language. */
const linesOf = (entries: readonly JournalEntry[]): string[] => {
  const today = entries.slice(entries.findLastIndex(({ event }) => event.type === 'DayOpened'));
  return today.flatMap(({ event }) => {
    const found = event.type === 'TicketIssued' && explainTicket(HALL, today, event.ticket);
    return found ? [...tellExplanation(found, 'zh-CN'), ...tellExplanation(found, 'en')] : [];
  });
};

/** Counters 2 and 3 take accounts; the customer comes for cash. */
const atCounter = (...steps: readonly Step[]): Scene =>
  openScene().given(open('2'), open('3'), issue('cash', 'normal'), call('2'), ...steps);

describe('the sentences of an explanation', () => {
  it('PROOF-2 say from where to where, for whom, and why it went first', () => {
    const target = { counter: '2', service: 'account', first: true, only: { counter: '3' } };
    const scene = atCounter(start('A001', '2'), after(minutes(2)), transfer('A001', target));
    scene.given(issue('account', 'vip'), call('3'));
    const chinese = told(scene, 'A001');
    expect(chinese).toContain(
      '09:02:00 2 号窗口（柜员 s2）：转出，已办理 02:00，从“cash”（normal）转到“account”（normal）',
    );
    expect(chinese).toContain('排在最前、只由 3 号窗口叫号、等候时间保留，自 09:00:00 起计');
    expect(chinese).toContain('转办后排在最前：先于按得分排队的号，但不越过受到保障的号。');
    expect(chinese).toContain('这个号留给 3 号窗口，只由它叫号。');
    const english = told(scene, 'A001', 'en');
    expect(english).toContain('goes first, kept for counter 3, the wait is kept');
    expect(english).toContain('Transferred to go first: before every score');
  });

  it('PROOF-2 say why a call was missed early, how the customer came back, how long it was away', () => {
    const scene = atCounter(park('A001', '2', { keepFor: 'staff' }), after(minutes(3)));
    scene.given(resumeTicket('A001'), call('2'), missEarly('A001', '2', 'looked-for'));
    scene.given(by('phone', comeBack('A001')));
    const chinese = told(scene, 'A001');
    expect(chinese).toContain('2 号窗口（柜员 s2）：暂离，须在 09:15:00 前返回');
    expect(chinese).toContain('只由柜员 s2 叫号');
    expect(chinese).toContain('暂离 03:00 后返回排队');
    expect(chinese).toContain('暂离 03:00 后返回排队（大堂经理）\n  排在最前');
    expect(chinese).toContain('提前过号，原因：已寻找客户。');
    expect(chinese).toContain('已计 1 次（至少 2 次，每次间隔至少 00:20）。');
    expect(chinese).toContain('返回排队（第 1 次，在手机号票上）');
    expect(told(scene, 'A001', 'en')).toContain('Back in line (return 1, on the phone ticket)');
  });

  it('PROOF-2 say that a ticket was chosen, by whom it was, and what it passed', () => {
    const scene = openScene().given(open('1'), issue('cash', 'vip'), issue('cash', 'normal'));
    scene.given(callChosen('A001', '1', 'complaint'));
    expect(told(scene, 'A001')).toContain('A001 由人工选定，原因：投诉。');
    expect(told(scene, 'A001')).toContain('越过排在前面的客户：V001（vip，等候 00:00');
    expect(comparedAs(scene, 'A001', 'V001', 'zh-CN')).toContain(
      'V001 当时也在等候，且排在前面。A001 由人工选定（大堂经理），原因：投诉。',
    );
    expect(comparedAs(scene, 'A001', 'V001', 'en')).toContain(
      'V001 waited too and had the earlier place. A001 was chosen by hand, by lobby manager, because: complaint.',
    );
  });

  it('MISS-15, PROOF-2 say why a held ticket was called early, and what a return means', () => {
    const scene = openScene().given(open('1'), issue(), call('1'));
    scene.given(missEarly('A001', '1', 'looked-for'), comeBack('A001'), call('1'));
    const chinese = told(scene, 'A001');
    expect(chinese).toContain('返回后最多先让本队列 3 个号');
    expect(chinese).toContain('最多先让本队列 3 个号，之后照常叫号；');
    expect(chinese).toContain('过号返回，原须再让本队列 3 个号；窗口当时没有本队列其他号可先叫');
    expect(told(scene, 'A001', 'en')).toContain('it was still to let 3 calls of its lane pass');
    // Called by hand it needs no such reason.
    const byHand = openScene().given(open('1'), issue(), call('1'));
    byHand.given(missEarly('A001', '1', 'looked-for'), comeBack('A001'));
    byHand.given(callChosen('A001', '1', 'complaint'));
    expect(told(byHand, 'A001')).not.toContain('原须再让');
  });

  it('CALL-4, PROOF-2 call nobody the best by score whom another outscored', () => {
    const scene = openScene(withPolicy({ kind: 'weighted-delay', passOverCap: 1 }));
    scene.given(open('1'), open('2'), issue('account', 'vip'), issue(), issue('cash', 'vip'));
    scene.given(issue('cash', 'vip'), call('1'), finish('V002', '1'), call('2'));
    const limited = told(scene, 'V001');
    expect(limited).toContain('只能叫它，或叫排在它前面的号。\n');
    expect(limited).toContain('其中 V001 得分最高');
    scene.given(call('1'));
    const shielded = told(scene, 'A001');
    expect(shielded).toContain('其中窗口可叫的只有 A001。');
    expect(shielded).toContain('V003（vip）得分更高');
    expect(shielded).not.toContain('得分最高');
    expect(told(scene, 'A001', 'en')).toContain('Of these only A001 could be called there.');
    expect(comparedAs(scene, 'A001', 'V003', 'zh-CN')).toContain(
      '它得分更高，但须让受到保障的 A001。',
    );
  });

  it('LEG-6, CALL-4, PROOF-2 say that one who goes first stood back behind a protected ticket', () => {
    const scene = openScene(withPolicy({ kind: 'weighted-delay', passOverCap: 1 }));
    scene.given(open('1'), issue(), issue('cash', 'vip'), call('1'));
    scene.given(park('V001', '1'), resumeTicket('V001'), call('1'));
    expect(told(scene, 'A001')).toContain('V001（vip）本应排在最前，因此须让。');
    expect(told(scene, 'A001', 'en')).toContain('V001 (vip) was to go before every score');
  });

  it('PROOF-2 say for when a booking was, and from when its wait counts', () => {
    const config = hallConfig({ lanes: [VIP, BOOKED, NORMAL], appointments: appointments() });
    const scene = openScene(config).given(book(1, OPENING_AT + minutes(30)), checkIn(1));
    expect(told(scene, 'Y001')).toContain('预约签到，预约时间 09:30:00');
    expect(told(scene, 'Y001')).toContain('等候自 09:30:00 起计');
  });

  it('PROOF-2 say who stood ahead and why not they', () => {
    const steps: HallCommand[] = [issue('account', 'normal'), issue('cash', 'normal')];
    const scene = openScene().given(open('1'), ...steps, call('1'), finish('A001', '1'));
    expect(told(scene, 'A001')).toContain(
      '排在前面、但这个窗口当时不能叫的：B001（业务不在本窗口办理）。',
    );
    expect(comparedAs(scene, 'A001', 'B001', 'zh-CN')).toContain('1 号窗口不办理 B001 的业务。');
  });

  it('PROOF-2 say of every call that two tickets competed for why it was this one', () => {
    const scene = openScene().given(open('1'), issue('cash', 'normal'), issue('cash', 'vip'));
    scene.given(after(minutes(1)), call('1'), missEarly('V001', '1', 'looked-for'));
    scene.given(after(minutes(1)), comeBack('V001'), call('1'));
    const chinese = comparedAs(scene, 'A001', 'V001', 'zh-CN');
    expect(chinese).toContain('V001 先于 A001：09:01:00 叫号，1 号窗口（柜员 s1）。');
    expect(chinese).toContain('两个号再次都在排队，叫了 V001：09:02:00，1 号窗口（柜员 s1）。');
    expect(chinese).toContain('这是 A001 第 2 次被越过，上限 2 次。');
    const english = comparedAs(scene, 'A001', 'V001', 'en');
    expect(english).toContain('Again both stood in line: 09:02:00 at counter 1');
    expect(english).toContain('With it A001 was passed over 2 of at most 2 times.');
  });

  it('PROOF-2 are whole for every ticket of random halls, in every language', () => {
    let lines = 0;
    const property = fc.property(randomDay(200), (day) => {
      const all = linesOf(entriesOf(play(day).journal));
      lines += all.length;
      expect(all.filter((line) => /undefined|null|NaN|\[object|^\s*$/.test(line))).toEqual([]);
    });
    fc.assert(property, { seed: FIXED_SEED, numRuns: 40 });
    expect(lines).toBeGreaterThan(1_000);
  });
});
