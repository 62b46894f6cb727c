/**
 * Random faults of callers on one line, in a time of their own: the driver, the device and the hall as they are, the
 * boxes as their document has them, and between them a line that breaks. Rules: CALLER-2..CALLER-6.
 */
import { type Chance, chanceOf } from '@tingxu/chance/chance';
import { CommandId } from '@tingxu/contract/ids';
import { counterOf } from '@tingxu/hall/lookup';
import type { CallerBoxTwin, PressRecord } from '@tingxu/twins/caller/caller-box';
import { type CallerMisbehaviour, GOOD_CALLERS } from '@tingxu/twins/caller/caller-line';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { envelope, ISSUE, renderPlainly } from '../../runtime/testing/hall-fixture.ts';
import type { Driver } from '../device.ts';
import { boxFacts } from './box-facts.ts';
import type { CallerWork } from './caller-driver.ts';
import { boxReader, OUTCOME, type Press, pollFrame, type Session, whoFrame } from './frame.ts';
import { keyMeaning } from './key-command.ts';
import { type CallerRig, honest, keyOf, openCallerRig, type Sender } from './testing/caller-rig.ts';

const FAULTS = 1_000;
const LINES = 8;
const SEED = 20_261_122;
const SLOWEST_MS = 900;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const advance = (ms: number) => vi.advanceTimersByTimeAsync(ms);

type Below = Chance['below'];

const FAULT_KINDS: readonly ((more: CallerMisbehaviour, chance: Below) => void)[] = [
  (more) => Object.assign(more, { silent: true }),
  (more, chance) => Object.assign(more, { deaf: [0x7e_00 + chance(3)] }),
  (more, chance) => Object.assign(more, { delayMs: chance(SLOWEST_MS) }),
  (more) => Object.assign(more, { half: true }),
  (more) => Object.assign(more, { wrongSum: true }),
  (more) => Object.assign(more, { noise: true }),
  (more) => Object.assign(more, { repeats: true }),
  (more) => Object.assign(more, { stale: true }),
  (more, chance) => Object.assign(more, { garbles: 10 + chance(200) }),
  (more, chance) => Object.assign(more, { unpluggedAfter: 1 + chance(400) }),
];

const KEYS = ['+', '+', '+', '+', '*', '*', '.', '-', '/', '0', '7'];

/** What a key did, by what its box showed. The next service or number is told by the event itself. */
const MEANT: Readonly<Record<string, readonly string[]>> = {
  ...{ '+2': ['TicketCalled'], '+3': ['ServiceStarted'], '+4': ['ServiceFinished'] },
  ...{
    '+5': ['CounterResumed'],
    '*3': ['TicketRecalled'],
    '.3': ['ServiceStarted', 'ServiceFinished'],
    '.4': ['ServiceFinished'],
  },
  ...{ '-3': ['TicketMissed'], '/2': ['CounterPaused'], '/5': ['CounterResumed'] },
};

const meantBy = ({ key, seen }: PressRecord): readonly string[] =>
  key === '0' ? ['HelpCalled'] : seen.stray ? [] : (MEANT[`${key}${seen.state}`] ?? []);

/**
 * As a program that believes its line: each press that it hears it carries out, and tells with the next poll. Keys of
 * its commands are new each time.
 */
const careless: Sender = (hall) => {
  let number = 0;
  let sent = 0;
  const found = new Map<number, Session>();
  const done = new Map<number, Press>();
  const ask: Driver<CallerWork>['check'] = async (line) => {
    const say = async (bytes: Uint8Array): Promise<void> => {
      const read = boxReader();
      line.forget();
      await line.write(bytes);
      for (let byte = await line.read(270); byte !== null; byte = await line.read(30)) {
        const answer = read(byte);
        if (answer?.kind === 'there') found.set(answer.address, answer.session);
        if (answer?.kind === 'polled' && answer.press) await obey(answer.address, answer.press);
      }
    };
    const obey = async (address: number, press: Press): Promise<void> => {
      const { runtime } = hall();
      const counter = counterOf(runtime.state(), String(address) as never);
      const session = found.get(address);
      if (!counter?.staff || !session) return;
      const command = keyMeaning(runtime.state(), counter.id, press);
      if (typeof command === 'number') return;
      sent += 1;
      const id = CommandId.parse(
        `system:caller-rig-${session.serial.toString(16)}-${session.power}-${press.press}:${sent}`,
      );
      const actor = { role: 'teller', staff: counter.staff } as const;
      await runtime.submit({ id, actor, command }, renderPlainly);
      done.set(address, press);
    };
    number = (number + 1) % 65_536;
    await say(whoFrame(number));
    for (const [address, session] of found) {
      const shown = boxFacts(hall().runtime.state(), String(address) as never, 0);
      const { press = 0 } = done.get(address) ?? {};
      number = (number + 1) % 65_536;
      const outcome = press === 0 ? OUTCOME.unknown : OUTCOME.done;
      await say(pollFrame({ address, number, session, settled: { press, outcome }, shown }));
    }
    return [];
  };
  return {
    greet: () => Promise.resolve(),
    check: ask,
    perform: async (line) => {
      await ask(line);
      return { done: true };
    },
  };
};

type Verdict = {
  presses: number;
  /** Told to be done, refused, given up by the box, forgotten with its power. */
  done: number;
  refused: number;
  givenUp: number;
  forgotten: number;
  /** What must not be: acted twice, told wrongly, told too soon, did something else than was shown. */
  twice: number;
  untrue: number;
  early: number;
  other: number;
};

const NONE: Verdict = {
  ...{ presses: 0, done: 0, refused: 0, givenUp: 0, forgotten: 0 },
  ...{ twice: 0, untrue: 0, early: 0, other: 0 },
};

type Effect = { readonly type: string; readonly ids: number };

/** What each press did, by the keys of the journal. */
const effectsIn = (rig: CallerRig): ReadonlyMap<string, Effect> => {
  const effects = new Map<string, Set<string>>();
  const first = new Map<string, string>();
  for (const { commandId, event } of rig.entries()) {
    const key = commandId.split(/:(?=\d+$)/)[0] ?? '';
    effects.set(key, (effects.get(key) ?? new Set()).add(commandId));
    if (!first.has(key)) first.set(key, event.type);
  }
  return new Map(
    [...effects].map(([key, ids]) => [key, { type: first.get(key) ?? '', ids: ids.size }]),
  );
};

const judge = (verdict: Verdict, effect: Effect | undefined, record: PressRecord): void => {
  const { end } = record;
  const acted = effect?.ids ?? 0;
  verdict.presses += 1;
  if (acted > 1) verdict.twice += 1;
  if (effect && !meantBy(record).includes(effect.type)) verdict.other += 1;
  if (end === 'given-up') verdict.givenUp += 1;
  else if (end === 'forgotten') verdict.forgotten += 1;
  else if (end === 'waiting') verdict.untrue += 1;
  else {
    const isDone = end.outcome === OUTCOME.done;
    verdict[isDone ? 'done' : 'refused'] += 1;
    if (isDone !== acted > 0) verdict.untrue += 1;
  }
};

/** The hand of a teller at the box, now and then at the screen, and customers who come. */
const handsOf = (rig: CallerRig, chance: Below): (() => void) => {
  const send = (command: unknown): void =>
    void rig
      .hall()
      .runtime.submit(envelope(command), renderPlainly)
      .catch(() => undefined);
  return () => {
    const box = rig.boxes[chance(3)];
    if (chance(5) === 0) box?.press(KEYS[chance(KEYS.length)] ?? '+');
    if (chance(12) === 0) send(ISSUE);
    if (chance(30) === 0) {
      const counter = String(1 + chance(3));
      const ticket = counterOf(rig.hall().runtime.state(), counter as never)?.ticket;
      send(ticket ? { type: 'FinishService', ticket, counter } : { type: 'CallNext', counter });
      send({ type: 'EndHelp', counter });
    }
  };
};

const breakSomething = async (rig: CallerRig, chance: Below): Promise<void> => {
  if (chance(6) === 0) rig.cut();
  if (chance(10) === 0) rig.boxes[chance(3)]?.restart();
  const isKilled = chance(8) === 0;
  if (isKilled) {
    await rig.kill();
    rig.revive();
  } else FAULT_KINDS[chance(FAULT_KINDS.length)]?.(rig.misbehaviour, chance);
};

const play = async (seed: number, faults: number, sender: Sender): Promise<Verdict> => {
  const chance = chanceOf(seed).below;
  const rig = await openCallerRig([1, 2, 3], advance, sender);
  const verdict = { ...NONE };
  const hands = handsOf(rig, chance);
  const told = new Set<PressRecord>();
  const look = (box: CallerBoxTwin): void => {
    const last = box.newest();
    if (typeof last?.end !== 'object' || last.end.outcome !== OUTCOME.done || told.has(last))
      return;
    told.add(last);
    if (!rig.hall().runtime.answerTo(CommandId.parse(keyOf(box, last)))) verdict.early += 1;
  };
  const each = (): void => {
    hands();
    for (const box of rig.boxes) look(box);
  };
  for (let fault = 0; fault < faults; fault += 1) {
    await breakSomething(rig, chance);
    // Now and then for longer than a box waits.
    await rig.pass(chance(10) === 0 ? 6_000 : 200 + chance(1_200), each);
    Object.assign(rig.misbehaviour, GOOD_CALLERS);
    await rig.pass(chance(1_500), each);
  }
  // Nothing more is wrong: whoever presses now is told.
  await rig.pass(8_000);
  for (const box of rig.boxes) box.press('*');
  await rig.pass(1_500);
  if (sender === honest) {
    for (const box of rig.boxes) expect(box.newest()?.end).toHaveProperty('outcome');
  }
  const effects = effectsIn(rig);
  for (const box of rig.boxes) {
    for (const record of box.presses()) judge(verdict, effects.get(keyOf(box, record)), record);
  }
  await rig.close();
  return verdict;
};

const run = async (faults: number, lines: number, sender: Sender): Promise<Verdict> => {
  const sum = { ...NONE };
  for (let nth = 0; nth < lines; nth += 1) {
    const one = await play(SEED + nth, faults / lines, sender);
    for (const key of Object.keys(sum) as (keyof Verdict)[]) sum[key] += one[key];
  }
  return sum;
};

describe('faults of callers', () => {
  it('CALLER-2, CALLER-3, CALLER-4 no key acts twice, and none is lost without the box knowing', async () => {
    const { twice, untrue, early, other, ...rest } = await run(FAULTS, LINES, honest);
    expect({ twice, untrue, early, other }).toEqual({ twice: 0, untrue: 0, early: 0, other: 0 });
    // There was something to go wrong.
    expect(rest.presses).toBeGreaterThan(FAULTS);
    expect(rest.done).toBeGreaterThan(FAULTS / 4);
    expect(rest.refused).toBeGreaterThan(FAULTS / 8);
    expect(rest.givenUp).toBeGreaterThan(FAULTS / 100);
    expect(rest.forgotten).toBeGreaterThan(0);
  }, 240_000);

  it('finds a program that carries out whatever it hears', async () => {
    const { twice, untrue } = await run(40, 1, careless);
    expect(twice).toBeGreaterThan(0);
    expect(untrue).toBeGreaterThan(0);
  }, 60_000);
});

describe('addresses of callers', () => {
  it('CALLER-6 obey the first of two at an address, and tell staff of them and of strangers', async () => {
    const rig = await openCallerRig([1, 2, 3, 1, 9], advance);
    const [first, , , rival, stranger] = rig.boxes as CallerBoxTwin[];
    if (!first || !rival || !stranger) throw new Error('boxes');
    rig.hang(rival, false);
    rig.hang(stranger, false);
    await rig.pass(2_000);
    expect(rig.state()).toEqual({ link: 'connected', troubles: [], addresses: [] });
    rig.hang(rival, true);
    rig.hang(stranger, true);
    await rig.pass(6_000);
    const troubles = ['address-clash', 'address-unknown'];
    expect(rig.state()).toEqual({ link: 'connected', troubles, addresses: [1, 9] });
    expect([rival.press('+'), stranger.press('+'), first.press('+')]).toEqual([false, false, true]);
    // The other one is taken for the counter's when the first is gone.
    rig.hang(first, false);
    rig.hang(stranger, false);
    await rig.pass(18_000);
    expect(rig.state()).toEqual({ link: 'connected', troubles: [], addresses: [] });
    expect([rival.press('+'), first.press('+')]).toEqual([true, false]);
    await rig.close();
  });

  it('CALLER-6 obey neither of two that come together, until one is gone', async () => {
    const rig = await openCallerRig([1, 2, 3, 1], advance);
    const [first, , , rival] = rig.boxes as CallerBoxTwin[];
    if (!first || !rival) throw new Error('boxes');
    await rig.pass(6_000);
    expect(rig.state()).toMatchObject({ troubles: ['address-clash'], addresses: [1] });
    expect([first.press('+'), rival.press('+')]).toEqual([false, false]);
    rig.hang(first, false);
    await rig.pass(14_000);
    expect(rig.state()).toMatchObject({ troubles: [] });
    expect(rival.press('+')).toBe(true);
    await rig.close();
  });
});
