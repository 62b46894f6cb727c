/**
 * The cards of one line and the dots that they drive, without the line itself: what they were told, what of
 * it holds now, and what a real card would have had to write to its flash. Pure but for its clock.
 */
import type { LitDots } from './dot-picture.ts';
import { type CardFrame, cardAnswer } from './led-frames.ts';

export type CardSize = {
  readonly address: number;
  /** Units: dots. */
  readonly width: number;
  readonly height: number;
};

type Area = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Units: ms of the cards' clock; null: for ever. */
  readonly until: number | null;
  readonly since: number;
  readonly stayMs: number;
  readonly pages: readonly Buffer[];
};

type Card = CardSize & { areas: readonly Area[] };

export type LedCards = {
  /** Obeys a frame; the answer, or null where none of the cards is meant. */
  take(frame: Extract<CardFrame, { whole: true }>): Buffer | null;
  /** The dots that are lit now. */
  lit(address: number): LitDots;
  /** The same, of a card with one area at most, as its memory has it; null: dark. */
  page(address: number): Buffer | null;
  /** The power was away: what is in memory is gone. */
  losePower(): void;
  /** How often flash had to be written. */
  flashWrites(): number;
};

const FOR_EVER = new Set([0, 1, 4]);

class NotUnderstood extends Error {
  override readonly name = 'NotUnderstood';
}

/** One area behind the two counts; nothing may be left over. */
const areaIn = (data: Buffer, now: number, card: Card): Area => {
  const [left, top, width, height] = [8, 10, 12, 14].map((at) => data.readUInt16LE(at));
  const [mode = 0, count = 0] = [data[16], data[19]];
  const validMs = data.readUInt16LE(17) * 1_000;
  const stayMs = data.readUInt16LE(20) * 100;
  if (left === undefined || top === undefined || width === undefined || height === undefined) {
    throw new NotUnderstood('no area');
  }
  const bytes = (width / 8) * height;
  const fits = left + width <= card.width && top + height <= card.height;
  if (!fits || count === 0 || stayMs === 0 || data.length !== 22 + count * bytes) {
    throw new NotUnderstood('an area that does not fit');
  }
  return {
    ...{ left, top, width, height, since: now, stayMs },
    until: FOR_EVER.has(mode) ? null : now + validMs,
    pages: Array.from({ length: count }, (_, page) =>
      data.subarray(22 + page * bytes, 22 + (page + 1) * bytes),
    ),
  };
};

/** Delete some, and perhaps put one in their place. */
const dynamicAreas = (card: Card, data: Buffer, now: number): void => {
  const [all, count] = [data[5] === 0xff, data[6]];
  const added = count === 1 ? [areaIn(data, now, card)] : [];
  if (count === undefined || count > 1 || (count === 0 && data.length !== 7)) {
    throw new NotUnderstood('a number of areas that it does not have');
  }
  card.areas = [...(all ? [] : card.areas), ...added];
};

const pageAt = ({ since, stayMs, pages }: Area, now: number): Buffer | undefined =>
  pages[Math.floor((now - since) / stayMs) % pages.length];

const litAt = (area: Area, now: number, x: number, y: number): boolean => {
  const [column, row] = [x - area.left, y - area.top];
  if (column < 0 || row < 0 || column >= area.width || row >= area.height) return false;
  const byte = pageAt(area, now)?.[row * (area.width / 8) + Math.floor(column / 8)] ?? 0;
  return ((byte << (column % 8)) & 0x80) !== 0;
};

/** `now`: the cards' own clock. Units: ms. */
export const ledCards = (sizes: readonly CardSize[], now: () => number): LedCards => {
  const cards: readonly Card[] = sizes.map((size) => ({ ...size, areas: [] }));
  let flashWrites = 0;
  const obey = (card: Card, data: Buffer): boolean => {
    const what = data.readUInt16BE(0);
    if (what === 0xa200) return true;
    if (what === 0xa306) {
      try {
        dynamicAreas(card, data, now());
        return true;
      } catch (error) {
        if (error instanceof NotUnderstood || error instanceof RangeError) return false;
        throw error;
      }
    }
    // Files: programs, fonts and settings, which a card keeps in its flash.
    if (data[0] === 0xa1) flashWrites += 1;
    return data[0] === 0xa1;
  };
  const cardOf = (address: number): Card => {
    const card = cards.find((one) => one.address === address);
    if (!card) throw new Error(`no card ${address}`);
    return card;
  };
  const areasOf = ({ areas }: Card): readonly Area[] =>
    areas.filter(({ until }) => until === null || now() < until);
  return {
    take: ({ to, number, data }) => {
      const card = cards.find(({ address }) => address === to);
      if (!card || data.length < 5) return null;
      return cardAnswer({ from: to, number, taken: obey(card, data) });
    },
    page: (address) => {
      const [area] = areasOf(cardOf(address));
      return (area && pageAt(area, now())) ?? null;
    },
    lit: (address) => {
      const card = cardOf(address);
      const areas = areasOf(card);
      const at = now();
      return Array.from({ length: card.height }, (_, y) =>
        Array.from({ length: card.width }, (__, x) => areas.some((area) => litAt(area, at, x, y))),
      );
    },
    losePower: () => {
      for (const card of cards) card.areas = [];
    },
    flashWrites: () => flashWrites,
  };
};
