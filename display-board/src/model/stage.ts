/**
 * Which calls stand in the light. Each new call gets its time there, however many come at once: when
 * all places are taken it waits for the next free one, newest on top; who has waited for a minute
 * stands among the recent calls instead, and is no news any more. Pure; time arrives as `now`.
 * Source: ACC-09 (visible at least 8 s), RT-07 (nothing old is announced after a cut).
 */
import type { Instant } from '@tingxu/contract/ids';
import type { CallRow } from '@tingxu/contract/views';

/** How long a call is in the light. Units: ms. */
export const LIGHT_MS = 10_000;
/** So long it is when others wait for its place. Units: ms. Source: ACC-09. */
export const LEAST_LIGHT_MS = 8_000;
/** A call that a board learns of later than this is shown, but not announced. Units: ms. */
export const NEWS_MS = 30_000;
/** A call that nobody answered stays near the top so long. Units: ms. */
export const CURRENT_MS = 60_000;
/** Unanswered calls without light take at most so many places. */
const MOST_CURRENT = 4;

export type Lit = { readonly call: CallRow; readonly sinceAt: Instant };

export type Stage = {
  readonly lit: readonly Lit[];
  /** Calls whose light is still to come, oldest first. */
  readonly queue: readonly CallRow[];
  /** The newest call that was ever looked at, by name of the announcement. */
  readonly seen: ReadonlySet<string>;
};

export const EMPTY_STAGE: Stage = { lit: [], queue: [], seen: new Set() };

/** One announcement: a recall is another one. */
const nameOf = ({ number, attempt, calledAt }: CallRow): string =>
  `${number} ${attempt} ${calledAt}`;

/** The stage after a look at the calls (newest first, as the view has them) at an instant. */
export const advance = (
  stage: Stage,
  calls: readonly CallRow[],
  now: Instant,
  places: number,
): Stage => {
  const news = calls.filter((call) => !stage.seen.has(nameOf(call)));
  const announced = news.filter((call) => now - call.calledAt <= NEWS_MS).reverse();
  const again = new Set<string>(announced.map((call) => call.number));
  const waiting = stage.queue.filter(
    (call) => !again.has(call.number) && now - call.calledAt <= CURRENT_MS,
  );
  const litFor = (light: number): Lit[] =>
    stage.lit.filter(({ call, sinceAt }) => now - sinceAt < light && !again.has(call.number));
  const crowded = litFor(LIGHT_MS).length + waiting.length + announced.length > places;
  const inTime = litFor(crowded ? LEAST_LIGHT_MS : LIGHT_MS);
  const stillLit = inTime.slice(0, places);
  const crowdedOut = inTime.slice(places).map(({ call }) => call);
  const queue = [...crowdedOut, ...waiting, ...announced];
  const free = Math.max(0, places - stillLit.length);
  const next = queue.slice(0, free).map((call): Lit => ({ call, sinceAt: now }));
  if (news.length === 0 && next.length === 0 && stillLit.length === stage.lit.length) return stage;
  return {
    lit: [...stillLit, ...next],
    queue: queue.slice(free),
    seen: new Set(calls.map(nameOf)),
  };
};

export type StageRow = { readonly call: CallRow; readonly lit: boolean };
export type StageRows = {
  readonly stage: readonly StageRow[];
  readonly recent: readonly CallRow[];
};

const newestFirst = (a: CallRow, b: CallRow): number => b.calledAt - a.calledAt;

/** Where not all have room, those still have it whose customer is to come. Rules: FEED-8. */
const openFirst = (calls: readonly CallRow[]): readonly CallRow[] => [
  ...calls.filter(({ state }) => state === 'calling'),
  ...calls.filter(({ state }) => state !== 'calling'),
];

/**
 * What to draw: calls in the light, then unanswered ones of the last minute; with neither, the newest
 * call that nobody answered yet, else the newest of all as long as it is not over. The rest is recent. A row follows its ticket's state.
 */
export const stageRows = (
  stage: Stage,
  calls: readonly CallRow[],
  now: Instant,
  places: number,
): StageRows => {
  const current = new Map(calls.map((call) => [nameOf(call), call]));
  const lit = stage.lit.map(({ call }) => current.get(nameOf(call)) ?? call).sort(newestFirst);
  const taken = new Set(lit.map(nameOf));
  const queued = new Set(stage.queue.map(nameOf));
  const others = calls.filter((call) => !taken.has(nameOf(call)) && !queued.has(nameOf(call)));
  const unanswered = others
    .filter((call) => call.state === 'calling' && now - call.calledAt <= CURRENT_MS)
    .slice(0, Math.max(0, Math.min(places, MOST_CURRENT) - lit.length));
  const newest = openFirst(others)
    .slice(0, 1)
    .filter((call) => call.state !== 'over');
  const dim = lit.length + unanswered.length > 0 ? unanswered : newest;
  const onStage = new Set(dim.map(nameOf));
  return {
    stage: [
      ...lit.map((call) => ({ call, lit: true })),
      ...dim.map((call) => ({ call, lit: false })),
    ],
    recent: openFirst(others.filter((call) => !onStage.has(nameOf(call)))),
  };
};
