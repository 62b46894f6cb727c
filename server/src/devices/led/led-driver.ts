/**
 * How to talk with the signs of one line: dark first, then what is now, again before its time is over, and
 * one frame at a time. What is repeated is what is now, never what was. Rules: LED-2..LED-6.
 * Decision: docs/adr/0024.
 */
import type { Driver, Troubles } from '../device.ts';
import type { Line } from '../line.ts';
import type { Dots, SignSize } from './dots.ts';
import { answerReader, askFrame, clearFrame, type FrameTo, showFrame } from './frame.ts';

/** One sign on a line. */
export type LedSign = {
  readonly address: number;
  readonly size: SignSize;
  /** The pages that it shall show now; the same array for as long as they are the same. Empty: dark. */
  readonly wanted: () => readonly Dots[];
  /** The sign has acknowledged these pages: they are on it. Rules: LED-8. */
  readonly onTaken?: (pages: readonly Dots[]) => void;
};

/** Units: ms. */
export type LedTiming = {
  /** For an answer to begin and end, after the frame has crossed the line. */
  readonly answerMs: number;
  /** Nobody speaks for so long before a frame is repeated: on two wires only one can. */
  readonly quietMs: number;
  /** How long a sign that does not answer is left alone, while others on its line do. */
  readonly restMs: number;
  readonly stayMs: number;
};

export const LED_TIMING: LedTiming = { answerMs: 400, quietMs: 30, restMs: 5_000, stayMs: 2_500 };

/** The slowest line that is meant: 38,400 baud. Units: bytes per ms. */
const BYTES_PER_MS = 3.8;
const TRIES = 3;
/** Told again when this part of its time is over. */
const AGAIN_AFTER = 1 / 3;

/** What a line is asked to do beyond its heartbeat: say now what is now. */
export type LedWork = 'now';

class SignsSilent extends Error {
  override readonly name = 'SignsSilent';
}

type Told = { readonly pages: readonly Dots[]; readonly at: number };

/** What is known of a sign on this line. */
type Known = {
  readonly sign: LedSign;
  dark: boolean;
  told: Told | null;
  silentUntil: number | null;
  refuses: boolean;
};

type Talk = {
  readonly line: Line;
  readonly validS: number;
  readonly timing: LedTiming;
  readonly nextNumber: () => number;
};

type Heard = 'taken' | 'refused' | 'silent';

async function hear({ line }: Talk, to: FrameTo, withinMs: number): Promise<Heard> {
  const until = performance.now() + withinMs;
  const read = answerReader();
  for (;;) {
    const byte = await line.read(Math.max(0, until - performance.now()));
    if (byte === null) return 'silent';
    const answer = read(byte);
    // One that comes too late belongs to a frame that was given up.
    if (answer?.address === to.address && answer.number === to.number) {
      return answer.taken ? 'taken' : 'refused';
    }
  }
}

/** Lets a late answer end before anybody speaks again. */
async function untilQuiet({ line, timing }: Talk): Promise<void> {
  const until = performance.now() + timing.answerMs;
  while ((await line.read(timing.quietMs)) !== null && performance.now() < until);
}

/**
 * Says one thing and waits for the answer. `frame` is made anew for each try. A sign that was silent before
 * gets one try only: others on the line wait meanwhile.
 */
async function say(
  talk: Talk,
  { sign: { address }, silentUntil }: Known,
  frame: (to: FrameTo) => Uint8Array,
): Promise<Heard> {
  let heard: Heard = 'silent';
  const most = silentUntil === null ? TRIES : 1;
  for (let tries = 0; tries < most && heard === 'silent'; tries += 1) {
    if (tries > 0) await untilQuiet(talk);
    const to = { address, number: talk.nextNumber() };
    const bytes = frame(to);
    talk.line.forget();
    await talk.line.write(bytes);
    heard = await hear(talk, to, talk.timing.answerMs + bytes.length / BYTES_PER_MS);
  }
  return heard;
}

async function clear(talk: Talk, known: Known): Promise<Heard> {
  const heard = await say(talk, known, clearFrame);
  known.dark = heard === 'taken';
  known.told = null;
  return heard;
}

async function show(talk: Talk, known: Known): Promise<Heard> {
  const { sign } = known;
  let told: Told = { pages: [], at: 0 };
  const heard = await say(talk, known, (to) => {
    told = { pages: sign.wanted(), at: performance.now() };
    if (told.pages.length === 0) return clearFrame(to);
    const { stayMs } = talk.timing;
    return showFrame(to, { size: sign.size, pages: told.pages, stayMs, validS: talk.validS });
  });
  known.told = heard === 'taken' ? told : null;
  if (heard === 'taken') sign.onTaken?.(told.pages);
  return heard;
}

const isDue = ({ told, sign }: Known, validS: number): boolean =>
  told === null ||
  told.pages !== sign.wanted() ||
  performance.now() - told.at >= validS * 1_000 * AGAIN_AFTER;

const note = (known: Known, heard: Heard, restMs: number): void => {
  known.silentUntil = heard === 'silent' ? performance.now() + restMs : null;
  if (heard !== 'silent') known.refuses = heard === 'refused';
  // A sign that fell silent may hold anything when it is back.
  if (heard === 'silent') known.dark = false;
};

/** One sign's turn; `ask` also where there is nothing to tell it. */
async function turn(talk: Talk, known: Known, ask: boolean): Promise<void> {
  const { restMs } = talk.timing;
  if (known.silentUntil !== null && performance.now() < known.silentUntil) return;
  if (!known.dark) {
    const heard = await clear(talk, known);
    note(known, heard, restMs);
    if (heard !== 'taken') return;
  }
  if (isDue(known, talk.validS)) note(known, await show(talk, known), restMs);
  else if (ask) note(known, await say(talk, known, askFrame), restMs);
}

async function round(talk: Talk, all: readonly Known[], ask: boolean): Promise<Troubles> {
  for (const known of all) {
    const answered = known.silentUntil === null;
    await turn(talk, known, ask);
    // Staff learn of it at once; the others have their turn in the next round.
    if (answered && known.silentUntil !== null) break;
  }
  const silent = all.filter(({ silentUntil }) => silentUntil !== null);
  if (silent.length === all.length) throw new SignsSilent('no sign of the line answers');
  const troubles: Troubles = silent.length > 0 ? ['partly-lost'] : [];
  return all.some(({ refuses }) => refuses) ? [...troubles, 'fault'] : troubles;
}

/** `validS`: how long a sign shows what it was told without hearing more. Units: s. */
export const ledDriver = (
  signs: readonly LedSign[],
  validS: number,
  timing: LedTiming = LED_TIMING,
): Driver<LedWork> => {
  let all: readonly Known[] = [];
  let number = 0;
  const nextNumber = (): number => {
    number = (number + 1) % 0x1_00_00;
    return number;
  };
  const talkOn = (line: Line): Talk => ({ line, validS, timing, nextNumber });
  return {
    greet: async (line) => {
      all = signs.map((sign) => {
        const nothing = { dark: false, told: null, silentUntil: null, refuses: false };
        return { sign, ...nothing };
      });
      // All of them first: none may show what was while another is told what is.
      for (const known of all) note(known, await clear(talkOn(line), known), timing.restMs);
    },
    check: (line) => round(talkOn(line), all, true),
    perform: async (line) => {
      await round(talkOn(line), all, false);
      return { done: true };
    },
  };
};
