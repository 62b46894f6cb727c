/** Whether the bookmark beside a journal holds what the journal leads to. Rules: JRN-7. */
import { evolve } from '@tingxu/hall/evolve';
import { emptyHall } from '@tingxu/hall/state';
import { type BookmarkOwner, isFold, readBookmark } from './bookmark.ts';
import type { Connection } from './connection.ts';
import { coreVersion } from './core-version.ts';
import { dayReader } from './day-reader.ts';

const AT_ONCE = 1_000;

/** One sentence when it does not. One that a start would pass over is not looked at. */
export const bookmarkProblems = (
  db: Connection,
  { hall, epoch }: Pick<BookmarkOwner, 'hall' | 'epoch'>,
): string[] => {
  const bookmark = readBookmark(db.name, () => ({ hall, epoch, core: coreVersion() }));
  const day = dayReader(db);
  if (!bookmark || !day.has(bookmark.link)) return [];
  const { seq } = bookmark.link;
  let state = emptyHall(hall);
  for (let link = day.before(); link.seq < seq; ) {
    const { entries, upTo } = day.stretch(link, Math.min(AT_ONCE, seq - link.seq));
    for (const { event, at } of entries) state = evolve(state, event, at);
    link = upTo;
  }
  return isFold(bookmark, state) ? [] : [`the bookmark at seq ${seq} is not what the day leads to`];
};
