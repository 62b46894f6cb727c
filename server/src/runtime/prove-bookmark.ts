/**
 * A start took a bookmark at its word; while the hall runs, the events before it are replayed a few at
 * a time, and must lead to it. Rules: JRN-7.
 */
import { emptyHall, type HallState } from '@tingxu/hall/state';
import { type Bookmark, isFold, removeBookmark } from '../journal/bookmark.ts';
import type { Link } from '../journal/chain.ts';
import { JournalError } from '../journal/journal-error.ts';
import { type RunningHall, reportDefect } from './running-hall.ts';

/** Events at once: two or three milliseconds in which no command is answered. */
const AT_ONCE = 64;
/** The server is ready first: what is proven here is taken at its word until then. Units: ms. */
const FIRST_AFTER_MS = 500;
/** Between two of them, so that the hall has most of the time for itself. Units: ms. */
const PAUSE_MS = 25;

type Fold = { readonly state: HallState; readonly link: Link };

/** Rejects: JournalCorrupt. */
const further = ({ journal, core }: RunningHall, { state, link }: Fold, upTo: number): Fold => {
  const stretch = journal.day.stretch(link, Math.min(AT_ONCE, upTo - link.seq));
  let next = state;
  for (const { event, at } of stretch.entries) next = core.evolve(next, event, at);
  return { state: next, link: stretch.upTo };
};

/** Rejects: JournalCorrupt. */
const assertFold = (bookmark: Bookmark, { state, link }: Fold): void => {
  if (isFold(bookmark, state)) return;
  const message = `The day does not lead to the bookmark at seq ${link.seq}, from which the hall went on`;
  throw new JournalError('JournalCorrupt', message);
};

/** A difference is fatal: the hall may have decided on a state that never was. */
export const proveBookmark = (hall: RunningHall, bookmark: Bookmark): void => {
  const { seq } = bookmark.link;
  const attempt = (work: () => Fold | null, pauseMs = PAUSE_MS): void => {
    try {
      const fold = work();
      if (fold) setTimeout(() => attempt(() => step(fold)), pauseMs).unref();
    } catch (error) {
      removeBookmark(hall.journal.file);
      reportDefect(hall, 'bookmark', error, true);
    }
  };
  const step = (fold: Fold): Fold | null => {
    // A hall that stops asks nothing any more; one that halts replays its whole day.
    if (hall.status !== 'running') return null;
    if (fold.link.seq < seq) return further(hall, fold, seq);
    assertFold(bookmark, fold);
    return null;
  };
  const { hall: id } = hall.journal;
  attempt(() => ({ state: emptyHall(id), link: hall.journal.day.before() }), FIRST_AFTER_MS);
};
