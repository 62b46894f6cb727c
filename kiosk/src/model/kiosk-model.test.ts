import { signal } from '@preact/signals';
import { CustomerHash } from '@tingxu/contract/customers';
import { CommandId, KioskId, LaneId, ServiceId } from '@tingxu/contract/ids';
import type { Problem } from '@tingxu/contract/problem';
import { PROBLEMS } from '@tingxu/contract/problems';
import { IssueReply, type KioskHelpReply, TicketReply } from '@tingxu/contract/rest';
import { GroupId } from '@tingxu/contract/service-look';
import type { FeedState } from '@tingxu/feed-client/follow';
import type { CommandOutcome } from '@tingxu/feed-client/send-command';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { live, profileWith, viewWith, withDocuments, withGroups } from '../testing/hall.ts';
import { createKioskModel, type KioskModel } from './kiosk-model.ts';

const CASH = ServiceId.parse('cash');
const MONEY = GroupId.parse('money');
const NORMAL = LaneId.parse('normal');
const CARD = { hash: CustomerHash.parse('c4'.repeat(32)), birthYear: 1950 };
const KIOSK = KioskId.parse('K1');
const KEY = CommandId.parse('kiosk-key-0001');

const summary = {
  ...{ id: '20261121-0042', number: 'A042', hall: 'demo', businessDay: '2026-11-21' },
  ...{ lane: 'normal', service: 'cash', state: 'waiting', counter: null },
  ...{ issuedAt: '2026-11-21T09:30:00+08:00', endedAt: null, endReason: null },
};
const issued = IssueReply.parse({
  ...{ ticket: summary, link: `demo.20261121-0042.${'A'.repeat(22)}` },
  ...{ ahead: 3, worstPosition: 8, wait: null },
});
const ok = { ok: true, reply: issued } as const;
const lost = { ok: false, reason: 'unreachable', key: KEY } as const;
const no = (code: Problem['code'], state?: string): CommandOutcome<never> => ({
  ok: false,
  reason: 'refused',
  problem: {
    type: 'about:blank',
    code,
    title: PROBLEMS[code].title,
    status: PROBLEMS[code].status,
    state,
  },
});

type Sent<T> = {
  readonly what: unknown;
  readonly key: CommandId | undefined;
  readonly answer: (outcome: CommandOutcome<T>) => void;
};

/** The line to the server, answered by the test. */
const line = <T>() => {
  const sent: Sent<T>[] = [];
  const send = (what: unknown, key?: CommandId): Promise<CommandOutcome<T>> =>
    new Promise((answer) => {
      sent.push({ what, key, answer });
    });
  return { sent, send };
};

const start = (view = viewWith()) => {
  const feed = signal<FeedState<'kiosk'>>(live(view));
  const issue = line<IssueReply>();
  const comeBack = line<TicketReply>();
  const checkIn = line<IssueReply>();
  const help = line<KioskHelpReply>();
  const endHelp = line<KioskHelpReply>();
  const language = { other: false, resets: 0 };
  const model = createKioskModel({
    feed,
    now: signal(0),
    kiosk: KIOSK,
    commands: {
      ...{ issue: issue.send, comeBack: comeBack.send, checkIn: checkIn.send },
      ...{ askForHelp: help.send, endHelp: endHelp.send },
    },
    idleMs: 45_000,
    phones: 'https://q.example',
    ...{ devices: signal([]), printer: signal(null) },
    otherLanguage: () => language.other,
    onStartOver: () => {
      language.other = false;
      language.resets += 1;
    },
  });
  const sent = {
    ...{ issue: issue.sent, comeBack: comeBack.sent, checkIn: checkIn.sent },
    ...{ help: help.sent, endHelp: endHelp.sent },
  };
  return { feed, ...sent, language, model };
};

/** Lets whoever waits for an answer go on. */
const settle = () => vi.advanceTimersByTimeAsync(0);

let made: KioskModel[] = [];
const scene = (...args: Parameters<typeof start>) => {
  const it = start(...args);
  made.push(it.model);
  return it;
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  for (const model of made) model.close();
  made = [];
  vi.useRealTimers();
});

describe('two touches', () => {
  test('service, lane, and the ticket that the server acknowledged', async () => {
    const { model, issue } = scene();
    model.chooseService(CASH);
    expect(model.shown.value).toEqual({ kind: 'lanes', service: CASH });
    model.chooseLane(NORMAL);
    expect(model.shown.value.kind).toBe('taking');
    expect(issue[0]?.what).toEqual({ service: CASH, lane: NORMAL, declared: false });
    issue[0]?.answer(ok);
    await settle();
    expect(model.shown.value).toEqual({ kind: 'ticket', issued });
  });
  test('one touch where there is only one lane to choose', () => {
    const [vip, , normal] = profileWith({}).lanes;
    const lanes = [vip, normal].filter((lane) => lane !== undefined);
    const { model, issue } = scene(viewWith({ profile: profileWith({ lanes }) }));
    model.chooseService(CASH);
    expect(issue[0]?.what).toEqual({ service: CASH, lane: NORMAL, declared: false });
  });
  test('ISSUE-5 what must be brought is told before the number is taken, however few lanes there are', () => {
    for (const lane of [NORMAL, null]) {
      const lanes = profileWith({}).lanes.map((row) => ({ ...row, selfSelect: row.id === lane }));
      const profile = profileWith({ ...withDocuments(), lanes });
      const { model, issue } = scene(viewWith({ profile }));
      model.chooseService(CASH);
      expect([model.shown.value.kind, issue.length]).toEqual(['lanes', 0]);
      model.chooseLane(lane);
      expect(issue[0]?.what).toEqual({ service: CASH, lane, declared: false });
    }
  });
  test('ISSUE-6 a group is one touch more, and the way back leads to the start', () => {
    const lanes = profileWith({}).lanes.map((lane) => ({ ...lane, selfSelect: false }));
    const { model, issue } = scene(viewWith({ profile: profileWith({ ...withGroups(), lanes }) }));
    expect(model.groups.value.map(({ group, services }) => [group.id, services.length])).toEqual([
      ['money', 2],
    ]);
    model.chooseGroup(MONEY);
    expect(model.shown.value).toEqual({ kind: 'group', group: MONEY });
    model.back();
    expect(model.shown.value).toEqual({ kind: 'services' });
    model.chooseGroup(MONEY);
    model.chooseService(CASH);
    expect(issue[0]?.what).toEqual({ service: CASH, lane: null, declared: false });
  });
  test('CARD-4 a card goes with the ticket, and opens a lane instead of everybody’s', () => {
    const { model, issue } = start();
    model.showCard(CARD);
    expect(model.card.value).toEqual(CARD);
    model.chooseService(CASH);
    model.chooseLane(NORMAL);
    expect(issue[0]?.what).toEqual({ service: CASH, lane: null, declared: false, card: CARD });
    model.startOver();
    expect(model.card.value).toBeNull();
  });

  test('CARD-4 a lane that the customer chooses besides is taken, with the card', () => {
    const { model, issue } = start();
    model.showCard(CARD);
    model.chooseService(CASH);
    const lane = LaneId.parse('elderly');
    model.chooseLane(lane);
    expect(issue[0]?.what).toMatchObject({ service: CASH, lane, card: CARD });
  });

  test('the hall’s default lane where none may be chosen', () => {
    const lanes = profileWith({}).lanes.map((lane) => ({ ...lane, selfSelect: false }));
    const { model, issue } = scene(viewWith({ profile: profileWith({ lanes }) }));
    model.chooseService(CASH);
    expect(issue[0]?.what).toEqual({ service: CASH, lane: null, declared: false });
  });
});

test('LANE-3 a lane that opens by the customer’s word is asked for with that word', () => {
  const lanes = profileWith({}).lanes.map((lane) =>
    lane.id === 'elderly' ? { ...lane, selfSelect: false, proof: { declared: true } } : lane,
  );
  const { model, issue } = scene(viewWith({ profile: profileWith({ lanes }) }));
  model.chooseService(CASH);
  model.chooseLane(LaneId.parse('elderly'));
  expect(issue[0]?.what).toEqual({ service: CASH, lane: 'elderly', declared: true });
});

describe('one ticket, whatever happens', () => {
  test('a second touch sends nothing', () => {
    const { model, issue } = scene();
    model.chooseService(CASH);
    model.chooseLane(NORMAL);
    model.chooseLane(NORMAL);
    model.chooseService(CASH);
    expect(issue.length).toBe(1);
  });
  test('JRN-4 a lost answer is asked for again with the same key, and no number is shown meanwhile', async () => {
    const { model, issue } = scene();
    model.chooseService(CASH);
    model.chooseLane(NORMAL);
    issue[0]?.answer(lost);
    await settle();
    expect(model.shown.value).toMatchObject({ kind: 'taking', sending: 'unsure' });
    issue[1]?.answer(lost);
    await settle();
    issue[2]?.answer(ok);
    await settle();
    expect(issue.map(({ key }) => key)).toEqual([undefined, KEY, KEY]);
    expect(model.shown.value).toEqual({ kind: 'ticket', issued });
  });
  test('what takes longer than a blink says so', async () => {
    const { model } = scene();
    model.chooseService(CASH);
    model.chooseLane(NORMAL);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(model.shown.value).toMatchObject({ kind: 'taking', sending: 'slow' });
  });
  test('an answer for a customer who has gone shows nothing', async () => {
    const { model, issue } = scene();
    model.chooseService(CASH);
    model.chooseLane(NORMAL);
    issue[0]?.answer(lost);
    await settle();
    await vi.advanceTimersByTimeAsync(45_000);
    expect(model.shown.value).toEqual({ kind: 'services' });
    issue[1]?.answer(ok);
    await settle();
    expect(model.shown.value).toEqual({ kind: 'services' });
  });
});

describe('a refusal', () => {
  test('is shown, and a new try is a new command', async () => {
    const { model, issue } = scene();
    model.chooseService(CASH);
    model.chooseLane(NORMAL);
    issue[0]?.answer(no('service-without-counter'));
    await settle();
    expect(model.shown.value).toMatchObject({ kind: 'failed', code: 'service-without-counter' });
    model.tryAgain();
    expect(issue[1]?.key).toBeUndefined();
    expect(issue[1]?.what).toEqual({ service: CASH, lane: NORMAL, declared: false });
  });
});

describe('coming back after a miss', () => {
  const type = (model: KioskModel, keys: string): void => {
    model.openEntry();
    for (const key of keys) model.press(key);
  };
  test('the number is typed, sent, and shown as back in line', async () => {
    const { model, comeBack } = scene();
    type(model, 'A042');
    model.submit();
    expect(comeBack[0]?.what).toBe('A042');
    const back = { place: 'after-calls', hold: 2, ahead: 3, wait: null };
    const reply = TicketReply.parse({ ticket: summary, back });
    comeBack[0]?.answer({ ok: true, reply });
    await settle();
    expect(model.shown.value).toEqual({ kind: 'returned', ...reply });
  });
  test('MISS-16 it goes to rest as any other screen, while a ticket stays for a photograph', async () => {
    const { model, comeBack, issue } = scene();
    type(model, 'A042');
    model.submit();
    comeBack[0]?.answer({ ok: true, reply: TicketReply.parse({ ticket: summary }) });
    await vi.advanceTimersByTimeAsync(44_000);
    expect(model.shown.value.kind).toBe('returned');
    await vi.advanceTimersByTimeAsync(1_500);
    expect(model.shown.value.kind).toBe('services');
    model.chooseService(CASH);
    model.chooseLane(NORMAL);
    issue[0]?.answer(ok);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(model.shown.value.kind).toBe('ticket');
  });
  test('half a number is not sent', () => {
    const { model, comeBack } = scene();
    type(model, 'A04');
    model.submit();
    expect(comeBack.length).toBe(0);
    model.erase();
    expect(model.shown.value).toEqual({ kind: 'entry', typed: 'A0' });
  });
  test('a refusal names the number and why, and the next try starts anew', async () => {
    const { model, comeBack } = scene();
    type(model, 'A042');
    model.submit();
    comeBack[0]?.answer(no('ticket-not-in-state', 'called'));
    await settle();
    expect(model.shown.value).toEqual({
      ...{ kind: 'refusal', number: 'A042', again: 'entry' },
      refusal: { kind: 'not-missed', state: 'called' },
    });
    model.openEntry();
    expect(model.shown.value).toEqual({ kind: 'entry', typed: '' });
  });
});

describe('a booking', () => {
  const REFERENCE = '7K3MPQ9T2XWAB4CD';
  test('BOOK-6 the reference is typed, sent whole, and answered with a ticket', async () => {
    const { model, checkIn } = scene();
    model.openReference();
    for (const sign of REFERENCE.slice(1)) model.press(sign);
    model.submit();
    expect(checkIn.length).toBe(0);
    model.erase();
    for (const sign of REFERENCE.slice(-2)) model.press(sign);
    expect(model.shown.value).toMatchObject({ kind: 'reference' });
    model.submit();
    expect(checkIn[0]?.what).toBe(`${REFERENCE.slice(1, -1)}${REFERENCE.slice(-2)}`);
    checkIn[0]?.answer(ok);
    await settle();
    expect(model.shown.value).toEqual({ kind: 'ticket', issued });
  });
  test('BOOK-6 who comes too early is told when, everybody else why', async () => {
    const { model, checkIn } = scene();
    model.scan(REFERENCE);
    const early = no('check-in-too-early');
    if (early.ok || early.reason !== 'refused') throw new Error('it was refused');
    checkIn[0]?.answer({ ...early, problem: { ...early.problem, retryAfterSeconds: 600 } });
    await settle();
    const refused = { kind: 'refusal', number: null, again: 'reference' };
    const refusal = { kind: 'too-early', fromAt: 600_000 };
    expect(model.shown.value).toEqual({ ...refused, refusal });
    model.scan(REFERENCE);
    checkIn[1]?.answer(no('check-in-too-late'));
    await settle();
    expect(model.shown.value).toMatchObject({ refusal: { code: 'check-in-too-late' } });
  });
  test('LINK-1 the code of a missed ticket brings it back, and a scan after a visit begins another', async () => {
    const { model, comeBack, language } = scene();
    model.scan(`https://q.example/t/#${issued.link}`);
    expect(comeBack[0]?.what).toBe(summary.id);
    model.scan(REFERENCE);
    expect(model.shown.value.kind).toBe('returning');
    comeBack[0]?.answer({ ok: true, reply: TicketReply.parse({ ticket: summary }) });
    await settle();
    expect([model.shown.value.kind, language.resets]).toEqual(['returned', 0]);
    model.scan(REFERENCE);
    expect([model.shown.value.kind, language.resets]).toEqual(['checking', 1]);
  });
});

describe('the end of a visit', () => {
  test('nobody touches: the screen goes back, the hall’s language and ordinary letters with it', async () => {
    const { model, language } = scene();
    model.setLarge(true);
    language.other = true;
    model.openEntry();
    await vi.advanceTimersByTimeAsync(89_000);
    expect(model.left.value).toBe(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(model.shown.value).toEqual({ kind: 'services' });
    expect([model.large.value, language.other, language.resets]).toEqual([false, false, 1]);
  });
  test('the start as every customer finds it counts nothing', async () => {
    const { model, language } = scene();
    await vi.advanceTimersByTimeAsync(600_000);
    expect([model.left.value, language.resets]).toEqual([null, 0]);
  });
  test('the start in another language is given back too', async () => {
    const { language } = scene();
    language.other = true;
    await vi.advanceTimersByTimeAsync(45_000);
    expect(language.resets).toBe(1);
  });
});

test('a ticket stands for two minutes, as often as somebody wants them anew', async () => {
  const { model, issue } = scene();
  model.chooseService(CASH);
  model.chooseLane(NORMAL);
  issue[0]?.answer(ok);
  await settle();
  for (let i = 0; i < 11; i += 1) {
    await vi.advanceTimersByTimeAsync(99_000);
    expect([model.shown.value.kind, model.left.value]).toEqual(['ticket', null]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(model.left.value).toBeGreaterThan(17);
    model.touch();
  }
  await vi.advanceTimersByTimeAsync(121_000);
  expect(model.shown.value).toEqual({ kind: 'services' });
});

test('large letters and speech have 90 s at least, and nothing of them is left behind', async () => {
  for (const dress of ['setLarge', 'setEyesFree'] as const) {
    const { model, language } = scene();
    model[dress](true);
    model.setLow(true);
    await vi.advanceTimersByTimeAsync(69_000);
    expect([model.left.value, language.resets]).toEqual([null, 0]);
    await vi.advanceTimersByTimeAsync(22_000);
    expect(language.resets).toBe(1);
    expect([model.large.value, model.eyesFree.value, model.low.value]).toEqual([
      ...[false, false, false],
    ]);
  }
});

test('a touch gives more time, more than ten times', async () => {
  const { model, language } = scene();
  model.chooseService(CASH);
  for (let touches = 0; touches < 12; touches += 1) {
    await vi.advanceTimersByTimeAsync(30_000);
    expect(model.left.value).not.toBeNull();
    model.touch();
  }
  expect([model.shown.value.kind, language.resets]).toEqual(['lanes', 0]);
});

describe('help', () => {
  const asking = (answeredAt: number | null) => ({
    kioskHelp: { K1: { kiosk: 'K1', calledAt: 0, answeredAt } },
  });

  test('HELP-1 one touch asks once; the hall tells how it goes on, and its end closes the page', async () => {
    const { model, help, feed } = scene();
    model.chooseService(CASH);
    model.help();
    model.help();
    expect([help.length, model.helpState.value]).toEqual([1, 'sending']);
    feed.value = live(viewWith(asking(null)));
    expect(model.helpState.value).toBe('called');
    help[0]?.answer({ ok: true, reply: { kiosk: KIOSK, help: null } });
    await settle();
    feed.value = live(viewWith(asking(1)));
    expect([model.helpState.value, model.shown.value.kind]).toEqual(['coming', 'help']);
    model.help();
    expect(help).toHaveLength(1);
    feed.value = live();
    expect([model.helpState.value, model.shown.value.kind]).toEqual(['desk', 'lanes']);
  });

  test('HELP-2 whoever asks too soon, or cannot be heard, is told where a person is', async () => {
    const { model, help, feed } = scene();
    model.help();
    help[0]?.answer(no('help-too-soon'));
    await settle();
    expect(model.helpState.value).toBe('known');
    model.startOver();
    expect(model.helpState.value).toBe('desk');
    feed.value = live(viewWith({ day: { open: false, businessDay: null } }));
    model.help();
    expect([help.length, model.helpState.value]).toEqual([1, 'desk']);
  });

  test('HELP-1 is taken back by the same kiosk; whoever waits for a person has time', async () => {
    const { model, endHelp } = scene(viewWith(asking(null)));
    model.help();
    await vi.advanceTimersByTimeAsync(90_000);
    expect([model.shown.value.kind, model.left.value]).toEqual(['help', null]);
    model.takeHelpBack();
    expect(endHelp[0]?.what).toBe('K1');
  });

  test('is a page from which everything goes on where it was', async () => {
    const { model, issue } = scene();
    model.chooseService(CASH);
    model.chooseLane(NORMAL);
    issue[0]?.answer(ok);
    await settle();
    model.help();
    expect(model.shown.value).toEqual({ kind: 'help' });
    model.back();
    expect(model.shown.value).toEqual({ kind: 'ticket', issued });
  });
  test('back from anything else is the start', () => {
    const { model } = scene();
    model.chooseService(CASH);
    model.back();
    expect(model.shown.value).toEqual({ kind: 'services' });
  });
});

test('FEED-4 a hall that nothing confirms offers nothing', () => {
  const { model, feed } = scene();
  feed.value = { ...live(), status: 'stale', staleSinceAt: 1 };
  expect(model.shown.value).toEqual({ kind: 'offline' });
  feed.value = live();
  expect(model.shown.value).toEqual({ kind: 'services' });
});

describe('an answer of another version', () => {
  test('JRN-4 is a number that was taken: no other try is offered', async () => {
    const { model, issue } = scene();
    model.chooseService(CASH);
    model.chooseLane(NORMAL);
    issue[0]?.answer({ ok: false, reason: 'unreadable' });
    await settle();
    expect(model.shown.value).toEqual({ kind: 'untold' });
    model.tryAgain();
    expect(issue).toHaveLength(1);
    model.back();
    expect(model.shown.value).toEqual({ kind: 'services' });
  });
});
