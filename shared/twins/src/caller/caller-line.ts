/**
 * What a line of boxes does with bytes, and how it misbehaves when told to. Over any kind of line. Whoever speaks while
 * another one does destroys what both say, as on two wires.
 */
import type { CallerBoxTwin } from './caller-box.ts';
import { boxEar, type Question } from './caller-frames.ts';

export type CallerMisbehaviour = {
  /** Hears, and its answers do not arrive. */
  silent: boolean;
  /** Boxes with these serial numbers hear nothing. */
  deaf: readonly number[];
  /** Answers so late. Units: ms. */
  delayMs: number;
  /** Answers half. */
  half: boolean;
  /** The sum of its answers is wrong. */
  wrongSum: boolean;
  /** Something else is on the line before each answer. */
  noise: boolean;
  /** Says each answer twice. */
  repeats: boolean;
  /** Answers with what it said before, and not to this. */
  stale: boolean;
  /** Every so many bytes, of either side, is another one; null: none. */
  garbles: number | null;
  /** Its cable comes out after so many bytes more, of either side; null: it stays in. */
  unpluggedAfter: number | null;
};

export const GOOD_CALLERS: CallerMisbehaviour = {
  ...{ silent: false, deaf: [], delayMs: 0, half: false, wrongSum: false, noise: false },
  ...{ repeats: false, stale: false, garbles: null, unpluggedAfter: null },
};

export type CallerEarOptions = {
  /** Those that hang on the line now. */
  readonly boxes: () => readonly CallerBoxTwin[];
  readonly misbehaviour: CallerMisbehaviour;
  readonly say: (bytes: Uint8Array) => void;
  readonly unplug: () => void;
  readonly isPlugged: () => boolean;
};

const NOISE = Uint8Array.of(0x00, 0x7d, 0x7e, 0xff, 0x7e, 0x13);

/** Two drive the same wires: what arrives is neither. */
const collided = (one: Buffer, other: Buffer): Buffer =>
  Buffer.from(one.map((byte, at) => byte & (other[at] ?? 0xff)));

const damaged = (answer: Buffer, how: CallerMisbehaviour): Buffer => {
  const said = Buffer.from(answer);
  // The last byte but one belongs to the sum.
  if (how.wrongSum) said[said.length - 2] = (said[said.length - 2] ?? 0) ^ 0x11;
  const part = how.half ? said.subarray(0, said.length / 2) : said;
  const twice = how.repeats ? Buffer.concat([part, part]) : part;
  return how.noise ? Buffer.concat([NOISE, twice]) : twice;
};

/** What has come in on this line is told to it, byte by byte. */
export const callerEar = (options: CallerEarOptions): ((bytes: Uint8Array) => void) => {
  const { boxes, misbehaviour, say, unplug, isPlugged } = options;
  const ear = boxEar();
  let before: Buffer | null = null;
  let count = 0;
  const wear = (): void => {
    if (misbehaviour.unpluggedAfter === null) return;
    misbehaviour.unpluggedAfter -= 1;
    if (misbehaviour.unpluggedAfter > 0) return;
    misbehaviour.unpluggedAfter = null;
    unplug();
  };
  const passes = (byte: number): number => {
    count += 1;
    wear();
    const { garbles } = misbehaviour;
    return garbles !== null && count % garbles === 0 ? byte ^ 0x24 : byte;
  };
  const speak = (answer: Buffer): void => {
    const said = misbehaviour.stale ? before : answer;
    before = answer;
    if (said === null || misbehaviour.silent || !isPlugged()) return;
    const bytes = [];
    for (const byte of damaged(said, misbehaviour)) {
      if (!isPlugged()) break;
      bytes.push(passes(byte));
    }
    say(Uint8Array.from(bytes));
  };
  const later = (ms: number, answer: Buffer): void => {
    if (ms === 0) speak(answer);
    else setTimeout(() => speak(answer), ms);
  };
  const ask = (question: Question): void => {
    const bySlot = new Map<number, Buffer>();
    for (const box of boxes()) {
      if (misbehaviour.deaf.includes(box.serial)) continue;
      const answer = box.answer(question);
      if (!answer) continue;
      const other = bySlot.get(answer.afterMs);
      bySlot.set(answer.afterMs, other ? collided(other, answer.bytes) : answer.bytes);
    }
    for (const [afterMs, answer] of bySlot) later(afterMs + misbehaviour.delayMs, answer);
  };
  return (bytes) => {
    for (const byte of bytes) {
      if (!isPlugged()) return;
      const question = ear(passes(byte));
      if (question) ask(question);
    }
  };
};
