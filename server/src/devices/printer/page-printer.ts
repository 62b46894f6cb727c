/**
 * A printer that no line leads to: the page of a kiosk prints for it, by its browser. What the page is given is given once, to one page, and counts as out until the page says that it
 * is not. Rules: SLIP-7, SLIP-8.
 */
import type { PageReport, PaperWidth, Sheet, SheetEnd } from '@tingxu/contract/sheets';
import type { Closable, Driver, Outcome } from '../device.ts';
import { PAGE_GONE_MS, pagePresence } from '../page-presence.ts';
import { sheetLines } from './sheet.ts';
import type { Mark } from './slip-marks.ts';

export type MarksWork = { readonly marks: readonly Mark[] };

/** Units: ms. */
export type PageTiming = {
  /** A page that was not heard of for so long is gone. */
  readonly goneMs: number;
  /** For the page to take what it is offered. */
  readonly takeMs: number;
  /** For the browser to print what the page has taken. */
  readonly printMs: number;
};

export const PAGE_TIMING: PageTiming = { goneMs: PAGE_GONE_MS, takeMs: 3_000, printMs: 10_000 };

export type PagePrinter = {
  readonly open: (signal: AbortSignal) => Promise<Closable>;
  readonly driver: Driver<MarksWork, Closable>;
  /** What the page says of itself; told what it is to print now. */
  report(body: PageReport): Sheet | null;
};

type Offer = {
  readonly sheet: Sheet;
  takenBy: string | null;
  readonly taken: Awaited<true>;
  readonly ended: Awaited<SheetEnd>;
};

/** What somebody else will tell. */
type Awaited<T> = { readonly coming: Promise<T>; readonly tell: (what: T) => void };

const awaited = <T>(): Awaited<T> => {
  let tell: (what: T) => void = () => undefined;
  const coming = new Promise<T>((resolve) => {
    tell = resolve;
  });
  return { coming, tell };
};

const OUTCOMES: Readonly<Record<SheetEnd, Outcome>> = {
  printed: { done: true },
  'not-printed': { done: false, why: 'offline', partly: false },
  unsure: { done: false, why: 'offline', partly: true },
};

/** What comes within the time, or null. */
const within = async <T>(coming: Promise<T>, ms: number): Promise<T | null> => {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  try {
    return await Promise.race([coming, over]);
  } finally {
    clearTimeout(timer);
  }
};

export const pagePrinter = (paper: PaperWidth, timing: PageTiming = PAGE_TIMING): PagePrinter => {
  const presence = pagePresence(timing.goneMs);
  let offer: Offer | null = null;
  // Never a number of the server before this one, whose ends pages may still tell.
  let sheets = Date.now();

  const offerTo = async ({ marks }: MarksWork): Promise<Outcome> => {
    sheets += 1;
    const [taken, ended] = [awaited<true>(), awaited<SheetEnd>()];
    offer = {
      sheet: { id: sheets, paper, lines: sheetLines(marks, paper) },
      ...{ takenBy: null, taken, ended },
    };
    try {
      const isTaken = await within(taken.coming, timing.takeMs);
      if (!isTaken) return { done: false, why: 'lost', partly: false };
      const end = await within(ended.coming, timing.printMs);
      return end ? OUTCOMES[end] : { done: false, why: 'lost', partly: true };
    } finally {
      offer = null;
    }
  };

  return {
    open: presence.open,
    driver: {
      greet: async () => undefined,
      check: presence.check,
      // Also where the browser did not print the last one: it is asked again by being given another.
      perform: (_line, work) => offerTo(work),
    },
    report: ({ page, able, ended }) => {
      if (!presence.hears(page, able)) return null;
      if (offer?.takenBy === page && ended?.sheet === offer.sheet.id) offer.ended.tell(ended.end);
      if (!offer || offer.takenBy !== null) return null;
      offer.takenBy = page;
      offer.taken.tell(true);
      return offer.sheet;
    },
  };
};
