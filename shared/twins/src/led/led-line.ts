/** What a line of LED cards does with bytes, and how it misbehaves when told to. Over any kind of line. */
import type { LedCards } from './led-cards.ts';
import { type CardFrame, cardEar } from './led-frames.ts';

export type LedMisbehaviour = {
  /** Takes what it is told, and says nothing. */
  silent: boolean;
  /** These cards hear nothing. */
  deaf: readonly number[];
  /** Takes and answers so late. Units: ms. */
  delayMs: number;
  /** Answers half. */
  half: boolean;
  /** The sum of its answers is wrong. */
  wrongSum: boolean;
  /** Something else is on the line before each answer. */
  noise: boolean;
  /** Answers to what it was told before, and not to this. */
  stale: boolean;
  /** Every so many bytes that come in is another one; null: none. */
  garbles: number | null;
  /** Its cable comes out after so many bytes more; null: it stays in. */
  unpluggedAfter: number | null;
};

export const GOOD_LED: LedMisbehaviour = {
  ...{ silent: false, deaf: [], delayMs: 0, half: false, wrongSum: false, noise: false },
  ...{ stale: false, garbles: null, unpluggedAfter: null },
};

export type LedEar = {
  /** What has come in on this line. */
  hear(bytes: Uint8Array): void;
};

export type LedEarOptions = {
  readonly cards: LedCards;
  readonly misbehaviour: LedMisbehaviour;
  readonly say: (bytes: Uint8Array) => void;
  readonly unplug: () => void;
  readonly isPlugged: () => boolean;
};

const damaged = (answer: Buffer, { half, wrongSum, noise }: LedMisbehaviour): Buffer => {
  const said = Buffer.from(answer);
  // The last byte but one belongs to the sum.
  if (wrongSum) said[said.length - 2] = (said[said.length - 2] ?? 0) ^ 0x11;
  const part = half ? said.subarray(0, said.length / 2) : said;
  return noise ? Buffer.concat([Uint8Array.of(0x00, 0xa6, 0xff, 0xa5, 0x13), part]) : part;
};

export const ledEar = (options: LedEarOptions): LedEar => {
  const { cards, misbehaviour, say, unplug, isPlugged } = options;
  const ear = cardEar();
  let before: Buffer | null = null;
  let count = 0;
  const obey = (frame: CardFrame): void => {
    if (!frame.whole || misbehaviour.deaf.includes(frame.to)) return;
    const answer = cards.take(frame);
    if (answer === null) return;
    const said = misbehaviour.stale ? before : answer;
    before = answer;
    if (said !== null && !misbehaviour.silent && isPlugged()) say(damaged(said, misbehaviour));
  };
  const later = (frame: CardFrame): void => {
    const { delayMs } = misbehaviour;
    if (delayMs === 0) obey(frame);
    else setTimeout(() => obey(frame), delayMs);
  };
  const wear = (): void => {
    if (misbehaviour.unpluggedAfter === null) return;
    misbehaviour.unpluggedAfter -= 1;
    if (misbehaviour.unpluggedAfter > 0) return;
    misbehaviour.unpluggedAfter = null;
    unplug();
  };
  return {
    hear: (bytes) => {
      for (const byte of bytes) {
        if (!isPlugged()) return;
        count += 1;
        const { garbles } = misbehaviour;
        const frame = ear(garbles !== null && count % garbles === 0 ? byte ^ 0x40 : byte);
        if (frame) later(frame);
        wear();
      }
    },
  };
};
