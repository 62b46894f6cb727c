/**
 * How to talk with the boxes of one line: ask who is there, poll each as itself, hand what was pressed to the hall
 * once, and tell the outcome when it is known. One frame at a time. Rules: CALLER-2, CALLER-3, CALLER-5..CALLER-7.
 */
import type { DeviceTrouble } from '@tingxu/contract/devices';
import type { Driver, Troubles } from '../device.ts';
import type { Line } from '../line.ts';
import {
  type BoxAnswer,
  type BoxOutcome,
  type BoxPicture,
  boxReader,
  OUTCOME,
  type Press,
  pollFrame,
  type Session,
  type Settled,
  whoFrame,
} from './frame.ts';
import { type Strays, straysOf } from './strays.ts';

/** The box of a counter, as the hall wants it. */
export type CallerBox = {
  readonly address: number;
  /** What it shall show now. */
  readonly shown: () => BoxPicture;
  /** Hands a press to the hall; settles when its outcome is durable. The same press may come again. Never rejects. */
  readonly press: (session: Session, press: Press) => Promise<BoxOutcome>;
};

/** Units: ms. */
export type CallerTiming = {
  /** For an answer to begin and end, beside the time that both take on the line. */
  readonly answerMs: number;
  /** Nobody speaks for so long before the next question, after one without a good answer. */
  readonly quietMs: number;
  /** Between two questions who is there: while a box is lacking, and otherwise. */
  readonly lackingMs: number;
  readonly whoMs: number;
  /** For all who are there to answer. */
  readonly whoWithinMs: number;
  /** Between two tries of a box that is silent. */
  readonly restMs: number;
  /** After so long without an answer the place of a box is free. */
  readonly keptMs: number;
};

export const CALLER_TIMING: CallerTiming = {
  ...{ answerMs: 200, quietMs: 20, lackingMs: 1_000, whoMs: 5_000, whoWithinMs: 390 },
  ...{ restMs: 1_000, keptMs: 3_000 },
};

/** The reference line: 19,200 baud, ten bits a byte. Units: bytes per ms. */
const BYTES_PER_MS = 1.9;
const LONGEST_ANSWER = 24;
const SHORTEST_ANSWER = 14;
const NUMBERS = 0x1_00_00;
/** Polls in a row without an answer, after which a box is told to be silent. */
const MISSES = 3;

/** What a line is asked to do beyond its heartbeat: tell now what is known now. */
export type CallerWork = 'now';

class BoxesSilent extends Error {
  override readonly name = 'BoxesSilent';
}

/** The newest press of a session; its outcome when it is known. */
type Newest = { readonly press: number; outcome: BoxOutcome | null };

type Known = {
  readonly box: CallerBox;
  holder: Session | null;
  newest: Newest | null;
  /** When it was heard last. Units: ms. */
  heardAt: number;
  misses: number;
  triedAt: number;
};

type Talk = {
  readonly line: Line;
  readonly timing: CallerTiming;
  readonly strays: Strays;
  readonly nextNumber: () => number;
  /** Called when an outcome has become known. */
  readonly wake: () => void;
};

/** Lets whatever is on the line come to its end. */
async function untilQuiet({ line, timing }: Talk): Promise<void> {
  const until = performance.now() + timing.answerMs;
  while ((await line.read(timing.quietMs)) !== null && performance.now() < until);
}

type Answers = { readonly answers: readonly BoxAnswer[]; readonly bytes: number };

/** The answers to one question, until `enough` of them or the time is over, and how much was heard at all. */
async function answersTo(
  { line }: Talk,
  number: number,
  withinMs: number,
  enough: (answer: BoxAnswer) => boolean,
): Promise<Answers> {
  const until = performance.now() + withinMs;
  const read = boxReader();
  const answers: BoxAnswer[] = [];
  for (let bytes = 0; ; bytes += 1) {
    const byte = await line.read(Math.max(0, until - performance.now()));
    if (byte === null) return { answers, bytes };
    const answer = read(byte);
    // One that comes too late belongs to a question that was given up.
    if (answer?.number !== number) continue;
    answers.push(answer);
    if (enough(answer)) return { answers, bytes };
  }
}

const isSession = (a: Session, b: Session): boolean => a.serial === b.serial && a.power === b.power;

const hold = (known: Known, session: Session): void => {
  // What a box pressed before it lost its power it offers no more.
  if (!known.holder || !isSession(known.holder, session)) known.newest = null;
  Object.assign(known, { holder: session, misses: 0, heardAt: performance.now() });
};

const NONE: Settled = { press: 0, outcome: OUTCOME.unknown };

const settledOf = ({ newest }: Known): Settled =>
  newest?.outcome ? { press: newest.press, outcome: newest.outcome } : NONE;

/** A press that is heard for the first time goes to the hall; the line does not wait for it. */
const take = ({ wake }: Talk, known: Known, session: Session, press: Press): void => {
  if (known.newest?.press === press.press) return;
  const heard: Newest = { press: press.press, outcome: null };
  known.newest = heard;
  void known.box.press(session, press).then((outcome) => {
    heard.outcome = outcome;
    wake();
  });
};

async function poll(talk: Talk, known: Known, session: Session): Promise<void> {
  const { box, misses, triedAt } = known;
  const { line, timing } = talk;
  const startedAt = performance.now();
  if (misses >= MISSES && startedAt - triedAt < timing.restMs) return;
  const { address } = box;
  const number = talk.nextNumber();
  const settled = settledOf(known);
  const bytes = pollFrame({ address, number, session, settled, shown: box.shown() });
  line.forget();
  await line.write(bytes);
  const withinMs = timing.answerMs + (bytes.length + LONGEST_ANSWER) / BYTES_PER_MS;
  const isIts = (one: BoxAnswer): boolean => one.kind === 'polled' && one.address === address;
  const answer = (await answersTo(talk, number, withinMs, isIts)).answers.find(isIts);
  known.triedAt = startedAt;
  if (answer?.kind === 'polled') {
    Object.assign(known, { misses: 0, heardAt: performance.now() });
    if (answer.press) take(talk, known, session, answer.press);
    return;
  }
  known.misses = misses + 1;
  if (performance.now() - known.heardAt > timing.keptMs) known.holder = null;
  await untilQuiet(talk);
}

const isSilent = ({ holder, misses }: Known): boolean => holder === null || misses >= MISSES;

/** Each once; whoever does not answer at once again, and staff learn at once that it is silent. */
async function pollAll(talk: Talk, all: readonly Known[]): Promise<void> {
  for (const known of all) {
    const answered = !isSilent(known);
    do {
      if (known.holder) await poll(talk, known, known.holder);
    } while (answered && known.misses > 0 && !isSilent(known));
    if (answered && isSilent(known)) return;
  }
}

/** `more`: besides what was understood there was something that was not. */
type Heard = 'nobody' | 'whole' | 'more';

/** Who is on the line and is not polled; a place that is free is taken by the only one that claims it. */
async function who(talk: Talk, all: readonly Known[]): Promise<Heard> {
  const { line, timing, strays } = talk;
  // By chance, so that two that answered at the same time do not do so again.
  const number = Math.floor(Math.random() * NUMBERS);
  line.forget();
  await line.write(whoFrame(number));
  const { answers, bytes } = await answersTo(talk, number, timing.whoWithinMs, () => false);
  for (const answer of answers) {
    if (answer.kind === 'there') strays.note(answer.address, answer.session);
  }
  for (const known of all) {
    const claims = strays.at(known.box.address);
    const own = claims.find(({ serial }) => serial === known.holder?.serial);
    const [only, ...others] = claims;
    if (own) hold(known, own);
    else if (only && known.holder === null && others.length === 0) hold(known, only);
    if (known.holder) strays.forget(known.box.address, known.holder);
  }
  if (bytes === 0) return 'nobody';
  return bytes < (answers.length + 1) * SHORTEST_ANSWER ? 'whole' : 'more';
}

type Found = { readonly troubles: Troubles; readonly addresses: readonly number[] };

const foundOn = ({ strays }: Talk, all: readonly Known[]): Found => {
  const own = new Set(all.map(({ box }) => box.address));
  const claimed = strays.addresses();
  const clashing = claimed.filter((address) => own.has(address));
  const unknown = claimed.filter((address) => !own.has(address));
  const silent = all
    .filter((known) => isSilent(known) && !clashing.includes(known.box.address))
    .map(({ box }) => box.address);
  const troubles: [DeviceTrouble, readonly number[]][] = [
    ['address-clash', clashing],
    ['address-unknown', unknown],
    ['partly-lost', silent],
  ];
  const found = troubles.filter(([, addresses]) => addresses.length > 0);
  return {
    troubles: found.map(([trouble]) => trouble),
    addresses: found.flatMap(([, addresses]) => [...addresses]).sort((a, b) => a - b),
  };
};

/** `wake`: called when an outcome has become known, so that its box is told at once. */
export const callerDriver = (
  boxes: readonly CallerBox[],
  wake: () => void,
  timing: CallerTiming = CALLER_TIMING,
): Driver<CallerWork> => {
  const nothing = { holder: null, newest: null, heardAt: 0, misses: 0, triedAt: 0 };
  const all: readonly Known[] = boxes.map((box) => ({ box, ...nothing }));
  const strays = straysOf();
  // From anywhere: a converter may still have an answer to an earlier run of the server.
  let number = Math.floor(Math.random() * NUMBERS);
  let askedAt = Number.NEGATIVE_INFINITY;
  let concerned: readonly number[] = [];
  const nextNumber = (): number => {
    number = (number + 1) % NUMBERS;
    return number;
  };
  const round = async (line: Line): Promise<Troubles> => {
    const talk: Talk = { line, timing, strays, nextNumber, wake };
    await pollAll(talk, all);
    const everyMs = all.some(isSilent) ? timing.lackingMs : timing.whoMs;
    if (performance.now() - askedAt >= everyMs) {
      askedAt = performance.now();
      const heard = await who(talk, all);
      if (heard === 'more' && all.some(isSilent)) askedAt = Number.NEGATIVE_INFINITY;
      if (heard === 'nobody' && all.every(isSilent))
        throw new BoxesSilent('no box of the line answers');
    }
    const { troubles, addresses } = foundOn(talk, all);
    concerned = addresses;
    return troubles;
  };
  return {
    greet: () => {
      askedAt = Number.NEGATIVE_INFINITY;
      return Promise.resolve();
    },
    check: round,
    concerned: () => concerned,
    perform: async (line) => {
      await round(line);
      return { done: true };
    },
  };
};
