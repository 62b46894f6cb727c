/** Where a hall goes on after a restart, and when it writes down where that may be. Rules: JRN-7. */
import type { HallState } from '@tingxu/hall/state';
import {
  type Bookmark,
  type BookmarkOwner,
  readBookmark,
  writeBookmark,
  writeBookmarkSync,
} from '../journal/bookmark.ts';
import type { Link } from '../journal/chain.ts';
import type { Journal } from '../journal/journal.ts';
import type { HallCore } from './hall-core.ts';
import { type RunningHall, replayed } from './running-hall.ts';

/** Events from one bookmark to the next; a restart replays about so many at most. */
export const EVENTS_PER_BOOKMARK = 250;
/** So many more for each live ticket: what a bookmark costs is spread over as many as it is large. */
const EVENTS_PER_TICKET = 2;

const ownerOf = ({ hall, epoch }: Journal, version: () => string): BookmarkOwner => ({
  hall,
  epoch,
  core: version(),
});

export type Resumed = {
  readonly state: HallState;
  /** Where the state comes from; null when the whole day was replayed. */
  readonly bookmark: Bookmark | null;
};

const resumedAt = (journal: Journal, core: HallCore, bookmark: Bookmark): HallState => {
  let state: HallState = JSON.parse(bookmark.state);
  for (const { event, at } of journal.replay(bookmark.link)) state = core.evolve(state, event, at);
  return state;
};

/** The state that the journal leads to. Rejects: JournalCorrupt. */
export const resumed = (journal: Journal, core: HallCore): Resumed => {
  const { version } = core;
  const bookmark = version ? readBookmark(journal.file, () => ownerOf(journal, version)) : null;
  if (bookmark && journal.day.has(bookmark.link)) {
    try {
      return { state: resumedAt(journal, core, bookmark), bookmark };
    } catch {
      // Whatever is wrong, with the bookmark or with the journal, the whole day tells.
    }
  }
  return { state: replayed(journal, core), bookmark: null };
};

const bookmarkOf = (link: Link, state: HallState): Bookmark => ({
  link,
  state: JSON.stringify(state),
});

/** A copy that could not be written is missed by nobody: the next one may be. */
const write = async (hall: RunningHall, version: () => string): Promise<void> => {
  const { journal, state } = hall;
  const link = journal.head();
  // The answers go out first.
  await new Promise<void>((resolve) => void setImmediate(resolve));
  try {
    await writeBookmark(journal.file, ownerOf(journal, version), bookmarkOf(link, state));
  } catch {
    // A disk that fails is told by the commits.
  } finally {
    hall.bookmark.writing = null;
  }
};

const isDue = ({ journal, state, bookmark }: RunningHall): boolean =>
  journal.head().seq - bookmark.seq >= EVENTS_PER_BOOKMARK + EVENTS_PER_TICKET * state.tickets.size;

/** Writes a bookmark when the last one is far behind; nobody waits for it. */
export const keepBookmark = (hall: RunningHall): void => {
  const { journal, core, bookmark } = hall;
  if (core.version === undefined || bookmark.writing !== null || !isDue(hall)) return;
  bookmark.seq = journal.head().seq;
  bookmark.writing = write(hall, core.version);
};

/** The same at a start, before it is ready: however soon the next one comes, it replays no more. */
export const keepBookmarkAtStart = (hall: RunningHall): void => {
  const { journal, core, state, bookmark } = hall;
  if (core.version === undefined || !isDue(hall)) return;
  const link = journal.head();
  bookmark.seq = link.seq;
  try {
    writeBookmarkSync(journal.file, ownerOf(journal, core.version), bookmarkOf(link, state));
  } catch {
    // A disk that fails is told by the commits.
  }
};
