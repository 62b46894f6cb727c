import { REJECTIONS, type RejectionCode } from '@tingxu/contract/problems';
import { expect, test } from 'vitest';
import {
  addService,
  announce,
  answerCare,
  answerHelp,
  atKiosk,
  book,
  call,
  callChosen,
  cancel,
  cancelBooking,
  changeConfig,
  changeLane,
  checkDocuments,
  checkIn,
  closeDay,
  comeBack,
  endHelp,
  endSlip,
  extendIssuing,
  finish,
  help,
  issue,
  miss,
  missEarly,
  open,
  openDay,
  park,
  pause,
  printSlip,
  rate,
  rateVisit,
  recall,
  resume,
  resumeIssuing,
  start,
  stopIssuing,
  transfer,
  walkUpInto,
  withdrawPlan,
} from '../testing/commands.ts';
import {
  appointments,
  BOOKED,
  counter,
  DEFAULT_MISSED,
  ELDERLY,
  hallConfig,
  lane,
  service,
  VIP,
} from '../testing/config.ts';
import {
  after,
  by,
  byTeller,
  emptyScene,
  minutes,
  OPENING_AT,
  openScene,
  type Scene,
  type Step,
  seconds,
} from '../testing/scene.ts';

/** Half an hour after the opening. */
const SOON = OPENING_AT + minutes(30);
const TODAY = '2026-11-21';
const A001 = '20261121-0001';

type Case = readonly [given: readonly Step[], when: Step];

const called: readonly Step[] = [open('1'), issue(), call('1')];
const missed: readonly Step[] = [
  ...called,
  after(seconds(20)),
  recall('A001', '1'),
  after(seconds(20)),
  miss('A001', '1'),
];

/** A001 is passed over as often as its cap of two allows: half of the counters more than are open, rounded up. */
const passed: readonly Step[] = ['A002', 'A003'].flatMap((number) => [
  ...[callChosen(number, '1'), finish(number, '1'), issue()],
]);
/** The next day, with posted hours so many minutes after its opening. */
const posted = (from: number, to: number): readonly Step[] => {
  const span = { fromAt: OPENING_AT + minutes(from), toAt: OPENING_AT + minutes(to) };
  const schedule = { issuing: [span], preIssueMs: 0 };
  return [closeDay(), openDay(hallConfig(), '2026-11-22', schedule)];
};

const withKiosk = changeConfig(
  hallConfig({ kiosks: { places: [{ id: 'K1', name: { 'zh-CN': '大门', en: 'Door' } }] } }),
);
const withVoice = changeConfig(hallConfig({ voice: {} }));

/** A hall and a command for every code that the core can answer; a new code does not compile without one. */
const CASES: Readonly<Record<RejectionCode, Case>> = {
  'day-not-open': [[closeDay()], issue()],
  'day-already-open': [[], openDay()],
  'day-not-later': [[closeDay()], openDay(hallConfig(), '2026-11-20')],
  'day-has-live-tickets': [[issue()], closeDay()],
  'configuration-in-file': [[], changeConfig(hallConfig())],
  'configuration-stale': [[], changeConfig(hallConfig(), 'now', 2)],
  'configuration-conflict': [[], changeConfig(hallConfig({ cutOverHour: 5 }))],
  'configuration-plan-absent': [[], withdrawPlan(1)],
  'issuing-not-yet': [posted(10, 20), by('kiosk', issue())],
  'issuing-over': [[...posted(10, 20), after(minutes(20))], issue()],
  'issuing-stopped': [[stopIssuing('overcrowded')], issue()],
  'issuing-not-changed': [[], resumeIssuing()],
  'instant-passed': [[], extendIssuing('customer-need', OPENING_AT)],
  'service-unknown': [[], issue('jewels')],
  'lane-unknown': [[], issue('cash', 'gold')],
  'lane-needs-staff': [[], by('kiosk', issue('cash', 'vip'))],
  'lane-needs-reason': [[open('1')], walkUpInto('vip', '1')],
  'lane-needs-proof': [[], by('kiosk', issue('cash', 'corporate'))],
  'service-not-bookable': [[], book(1, SOON, TODAY, 'account')],
  'slot-unknown': [[], book(1, null)],
  'slot-passed': [[], book(1, OPENING_AT)],
  'slot-full': [[book(1, SOON)], book(2, SOON)],
  'booking-exists': [[book(1, SOON)], book(1, SOON + minutes(30))],
  'booking-unknown': [[], cancelBooking(1)],
  'booking-checked-in': [[book(1, SOON), checkIn(1)], checkIn(1)],
  'booking-other-day': [[book(1, SOON + minutes(1_440), '2026-11-22')], checkIn(1)],
  'check-in-too-early': [[book(1, SOON + minutes(30))], checkIn(1)],
  'check-in-too-late': [[book(1, SOON), after(minutes(36))], checkIn(1)],
  'lane-needs-check-in': [[], issue('cash', 'booked')],
  'service-without-counter': [[], issue('wealth')],
  'counter-unknown': [[], open('9')],
  'counter-already-open': [[open('1')], open('1')],
  'counter-closed': [[issue()], call('1')],
  'counter-paused': [[open('1'), pause('1')], call('1')],
  'counter-away': [
    [open('1'), issue(), pause('1'), after(minutes(10))],
    transfer('A001', { only: { counter: '1' } }),
  ],
  'counter-not-paused': [[open('1')], resume('1')],
  'counter-busy': [called, call('1')],
  'staff-at-other-counter': [[open('1', 's1')], open('2', 's1')],
  'sign-in-for-other': [[], byTeller('s2', open('1', 's1'))],
  'counter-of-other': [[open('1', 's1'), help('1')], byTeller('s2', endHelp('1'))],
  'nobody-waiting': [[open('1')], call('1')],
  'counter-dedicated': [[open('1'), open('3'), issue()], call('3')],
  'ticket-unknown': [[issue()], cancel('A002')],
  'ticket-ended': [[issue(), cancel('A001')], cancel('A001')],
  'ticket-not-in-state': [[open('1'), issue()], start('A001', '1')],
  'ticket-at-other-counter': [[...called, open('2')], finish('A001', '2')],
  'ticket-kept': [
    [open('1'), open('2'), issue(), transfer('A001', { only: { counter: '1' } })],
    callChosen('A001', '2'),
  ],
  'miss-too-early': [called, miss('A001', '1')],
  'counter-not-skilled': [[open('4'), issue()], callChosen('A001', '4')],
  'choice-not-allowed': [[open('1'), issue()], by('teller', callChosen('A001', '1'))],
  'would-pass-protected': [[open('1'), issue(), issue(), ...passed], callChosen('A004', '1')],
  'help-already-called': [[open('1'), help('1')], help('1')],
  'rating-closed': [[open('1')], rate('1', OPENING_AT)],
  'already-rated': [[...called, finish('A001', '1'), rateVisit(A001)], rateVisit(A001)],
  'visit-not-served': [called, rateVisit(A001)],
  'help-not-called': [[open('1')], answerHelp('1')],
  'kiosk-unknown': [[withKiosk], atKiosk('CallForHelpAtKiosk', 'K9')],
  'help-too-soon': [
    [atKiosk('CallForHelpAtKiosk'), atKiosk('EndKioskHelp')],
    atKiosk('CallForHelpAtKiosk'),
  ],
  'care-not-needed': [[issue()], answerCare()],
  'voice-not-set': [[], announce()],
  'announced-just-now': [[withVoice, announce()], announce()],
  'slip-under-way': [[issue(), printSlip('A001')], printSlip('A001')],
  'slip-not-under-way': [[issue()], endSlip(A001, 'printed')],
  'return-channel-closed': [missed, by('phone', comeBack('A001'))],
  'override-not-allowed': [called, by('teller', missEarly('A001', '1', 'customer-left'))],
  'cancel-needs-staff': [[issue()], by('kiosk', cancel('A001'))],
  'too-many-services': [
    [issue(), ...Array.from({ length: 8 }, () => addService('A001', 'cash'))],
    addService('A001', 'cash'),
  ],
  'documents-not-asked': [[issue()], checkDocuments('A001', [])],
  'transfer-needs-target': [[issue()], transfer('A001', {})],
  'wait-is-kept': [[issue()], transfer('A001', { lane: 'vip', keepWait: false })],
  'staff-not-signed-in': [[issue()], transfer('A001', { only: { staff: 's9' } })],
  'lane-unchanged': [[issue()], changeLane('A001', 'normal')],
  'park-too-long': [called, park('A001', '1', { limitMs: minutes(121) })],
  'return-expired': [[...missed, after(minutes(60))], comeBack('A001')],
};

/** Nobody comes back by phone; the rest is as usual. */
const NO_PHONE = { ...DEFAULT_MISSED, returnBy: ['kiosk' as const, 'staff' as const] };
/** Two for everybody, one for VIP customers, one for loans; nobody takes accounts. */
const cashCounters = () =>
  openScene(
    hallConfig({
      services: [service('cash'), service('account'), service('wealth')],
      counters: [
        counter('1', 'cash'),
        counter('2', 'cash'),
        { ...counter('3', 'cash'), dedicated: { lanes: ['vip'] } },
        counter('4', 'account'),
      ],
      lanes: [
        ...[VIP, ELDERLY, lane('normal', { missed: NO_PHONE })],
        lane('corporate', { selfSelect: false, proof: { classes: ['corporate'] } }),
        BOOKED,
      ],
      appointments: appointments(),
    }),
  );

/** Before its first day, or with its day open. */
const sceneFor = (code: string): Scene =>
  code === 'configuration-in-file' ? emptyScene() : cashCounters();

const answerTo = ([given, when]: Case, scene: Scene) => scene.given(...given).refused(when);

test.each(Object.entries(CASES))('ISSUE-4 %s is answered and changes nothing', (code, example) => {
  const scene = sceneFor(code).given(...example[0]);
  const before = scene.hall();
  expect(scene.refused(example[1]).code).toBe(code);
  expect(scene.hall()).toBe(before);
});

test('ISSUE-4 a refusal says when the same command may succeed, where the hall knows it', () => {
  const scene = cashCounters();
  const { retryAt } = answerTo(CASES['miss-too-early'], scene);
  expect(retryAt).toBe(scene.now() + seconds(20));
});

test('ISSUE-4 every code of the catalogue is produced', () => {
  expect(Object.keys(CASES).sort()).toEqual(Object.keys(REJECTIONS).sort());
});
