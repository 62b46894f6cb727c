/**
 * How to talk with a ticket printer: ask how it is, hand over a slip, and learn that it came out. At most
 * once: from its first byte on a slip that is not confirmed may have come out, whatever the printer says
 * afterwards, and nobody sends it again as an original. Rules: SLIP-3..SLIP-5. Decision: docs/adr/0021.
 */
import { type DeviceTrouble, hinders } from '@tingxu/contract/devices';
import type { Driver, Outcome, Troubles } from '../device.ts';
import { type Line, LineClosed } from '../line.ts';
import {
  answerReader,
  type PrinterAnswer,
  type StatusBits,
  saysNoPaper,
  troublesOf,
} from './answers.ts';
import {
  askStatus,
  CLEAR,
  CONFIRM_BY_STATUS,
  CUT,
  confirmById,
  idDigits,
  RESET,
  type StatusOf,
} from './esc-pos.ts';

/** The slip as bytes, from the reset to the cut. */
export type SlipWork = { readonly bytes: Uint8Array };

/**
 * How a printer says that a slip is out: by a status in its turn (nearly all), by a number (those that
 * know `GS ( H`), or not at all (a line that only takes).
 */
export type Confirmation = 'status' | 'id' | 'none';

/** Units: ms. */
export type PrinterTiming = {
  /** For the answer to a question that is answered at once. */
  readonly answerMs: number;
  /** For a slip to come out, cut included. */
  readonly printMs: number;
  /** Between two looks at a printer that is printing. */
  readonly watchMs: number;
};

export const PRINTER_TIMING: PrinterTiming = { answerMs: 800, printMs: 6_000, watchMs: 150 };

const STATUSES: readonly StatusOf[] = [1, 2, 3, 4];

class DeviceSilent extends Error {
  override readonly name = 'DeviceSilent';
}

type Talk = {
  readonly timing: PrinterTiming;
  say(bytes: Iterable<number>): Promise<void>;
  /** The next answer, or null when none is complete within the time. */
  hear(withinMs: number): Promise<PrinterAnswer | null>;
};

const talkOn = (line: Line, timing: PrinterTiming): Talk => {
  const read = answerReader();
  return {
    timing,
    say: (bytes) => line.write(Uint8Array.from(bytes)),
    hear: async (withinMs) => {
      const until = performance.now() + withinMs;
      for (;;) {
        const byte = await line.read(Math.max(0, until - performance.now()));
        if (byte === null) return null;
        const answer = read(byte);
        if (answer) return answer;
      }
    },
  };
};

/** Told of what is no status: the printer speaks in its turn, too. */
type Overheard = (answer: PrinterAnswer) => void;

async function statusOf(talk: Talk, of: StatusOf, overheard: Overheard): Promise<number> {
  await talk.say(askStatus(of));
  const until = performance.now() + talk.timing.answerMs;
  for (;;) {
    const answer = await talk.hear(Math.max(0, until - performance.now()));
    if (answer === null) throw new DeviceSilent(`no answer to status ${of}`);
    if (answer.kind === 'status') return answer.bits;
    overheard(answer);
  }
}

async function ask(talk: Talk, overheard: Overheard = () => undefined): Promise<Troubles> {
  const bits = new Map<StatusOf, number>();
  for (const of of STATUSES) bits.set(of, await statusOf(talk, of, overheard));
  return troublesOf(bits satisfies StatusBits);
}

const hindrance = (troubles: Troubles): DeviceTrouble | undefined => troubles.find(hinders);

/** `short`: it has gone on to the end without paper. */
type Word = 'out' | 'short';

/** The printer's word on what was before. */
type Awaited = {
  readonly question: readonly number[];
  /** Null for what is no answer to the question. */
  wordOf(answer: PrinterAnswer): Word | null;
};

const awaited = (by: Exclude<Confirmation, 'none'>, id: number): Awaited =>
  by === 'status'
    ? {
        question: CONFIRM_BY_STATUS,
        wordOf: (answer) => {
          if (answer.kind !== 'in-turn') return null;
          return saysNoPaper(answer.bits) ? 'short' : 'out';
        },
      }
    : {
        question: confirmById(id),
        wordOf: (answer) =>
          answer.kind === 'block' && answer.bytes.slice(1).join() === idDigits(id).join()
            ? 'out'
            : null,
      };

const ENDS: Readonly<Record<Word, Outcome>> = {
  out: { done: true },
  short: { done: false, why: 'paper-out', partly: true },
};

/** Watches until the slip is out, hindered, or nobody knows. */
async function confirmed(talk: Talk, { wordOf }: Awaited): Promise<Outcome> {
  const until = performance.now() + talk.timing.printMs;
  let word: Word | null = null;
  let lookedAt = performance.now();
  const overheard: Overheard = (answer) => {
    word ??= wordOf(answer);
  };
  const end = (): Outcome | null => word && ENDS[word];
  while (performance.now() < until) {
    const answer = await talk.hear(talk.timing.watchMs);
    if (answer) overheard(answer);
    const told = end();
    if (told) return told;
    // One that goes on talking does not keep anybody from looking at its paper.
    if (answer && performance.now() - lookedAt < talk.timing.watchMs) continue;
    lookedAt = performance.now();
    const why = hindrance(await ask(talk, overheard));
    const toldMeanwhile = end();
    if (toldMeanwhile) return toldMeanwhile;
    if (why === undefined) continue;
    // What is left of it must not come out later, for a customer who has gone.
    await talk.say(CLEAR);
    return { done: false, why, partly: true };
  }
  await talk.say(CLEAR);
  return { done: false, why: 'fault', partly: true };
}

type Handing = { begun: boolean };

async function handOver(
  talk: Talk,
  work: SlipWork,
  asked: Awaited | null,
  handing: Handing,
): Promise<Outcome> {
  if (asked === null) {
    handing.begun = true;
    await talk.say(work.bytes);
    return { done: true };
  }
  const why = hindrance(await ask(talk));
  if (why !== undefined) return { done: false, why, partly: false };
  handing.begun = true;
  await talk.say([...work.bytes, ...asked.question]);
  return confirmed(talk, asked);
}

const isGone = (error: unknown): boolean =>
  error instanceof DeviceSilent || error instanceof LineClosed;

/** Of a printer that is asked nothing: what it says by itself is nobody's, and its line may have ended. */
const stillThere = async (line: Line): Promise<readonly []> => {
  line.forget();
  await line.read(0);
  return [];
};

export const printerDriver = (
  by: Confirmation,
  timing: PrinterTiming = PRINTER_TIMING,
): Driver<SlipWork> => {
  let id = 0;
  /** Half a slip may stick out, and the next one must not hang on it. */
  let leftOver = false;
  return {
    // A slip that an earlier line or an earlier server left behind belongs to nobody any more.
    greet: async (line) => {
      await line.write(Uint8Array.from(leftOver ? [...CLEAR, ...RESET, ...CUT] : CLEAR));
      leftOver = false;
    },
    check: (line) => (by === 'none' ? stillThere(line) : ask(talkOn(line, timing))),
    perform: async (line, work) => {
      id += 1;
      line.forget();
      const handing: Handing = { begun: false };
      try {
        const asked = by === 'none' ? null : awaited(by, id);
        const outcome = await handOver(talkOn(line, timing), work, asked, handing);
        leftOver = !outcome.done && outcome.partly;
        return outcome;
      } catch (error) {
        if (!isGone(error)) throw error;
        leftOver = handing.begun;
        return { done: false, why: 'lost', partly: handing.begun };
      }
    },
  };
};
