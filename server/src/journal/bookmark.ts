/**
 * A bookmark: the state of a hall as of one event, in a file beside the journal, so that a start reads
 * only what follows. It is a copy and never the truth: one that is torn, of another program, or of an
 * event that the journal does not have is passed over and the day is replayed. Rules: JRN-7.
 */
import { hash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Epoch } from '@tingxu/contract/feed';
import type { HallId } from '@tingxu/contract/ids';
import type { HallState } from '@tingxu/hall/state';
import * as z from 'zod/mini';
import type { Link } from './chain.ts';

export type Bookmark = {
  /** The last event that the state knows. */
  readonly link: Link;
  /** The state as JSON. */
  readonly state: string;
};

/** Whose state it is, and which program made it (core-version.ts). */
export type BookmarkOwner = {
  readonly hall: HallId;
  readonly epoch: Epoch;
  readonly core: string;
};

const Head = z.strictObject({
  hall: z.string(),
  epoch: z.string(),
  core: z.string(),
  seq: z.int(),
  at: z.int(),
  hash: z.string(),
});

const fileBeside = (journal: string): string => join(dirname(journal), 'bookmark');

const headOf = ({ hall, epoch, core }: BookmarkOwner, { seq, at, hash }: Link): string =>
  JSON.stringify({ hall, epoch, core, seq, at, hash } satisfies z.infer<typeof Head>);

/** Three lines: SHA-256 of what follows, whose state it is, the state. */
const textOf = (owner: BookmarkOwner, { link, state }: Bookmark): string => {
  const content = `${headOf(owner, link)}\n${state}`;
  return `${hash('sha256', content)}\n${content}`;
};

const linesOf = (text: string): readonly [string, string, string] | null => {
  const first = text.indexOf('\n');
  const second = text.indexOf('\n', first + 1);
  if (first < 0 || second < 0) return null;
  return [text.slice(0, first), text.slice(first + 1, second), text.slice(second + 1)];
};

/** The bookmark in a text, when it is whole and the owner's. */
const bookmarkIn = (text: string, owner: BookmarkOwner): Bookmark | null => {
  const lines = linesOf(text);
  if (!lines) return null;
  const [digest, head, state] = lines;
  if (digest !== hash('sha256', `${head}\n${state}`)) return null;
  const { seq, at, hash: chain, ...found } = Head.parse(JSON.parse(head));
  const { hall, epoch, core } = owner;
  if (!isDeepStrictEqual(found, { hall, epoch, core })) return null;
  return { link: { seq, at, hash: chain }, state };
};

/** The bookmark beside a journal; null where none is fit for use. Whether its event is there, the journal knows. */
export const readBookmark = (journal: string, owner: () => BookmarkOwner): Bookmark | null => {
  try {
    return bookmarkIn(readFileSync(fileBeside(journal), 'utf8'), owner());
  } catch {
    return null;
  }
};

/** Replaces the bookmark. Not synced: one that a power cut tears is passed over. */
export const writeBookmark = async (
  journal: string,
  owner: BookmarkOwner,
  bookmark: Bookmark,
): Promise<void> => {
  const file = fileBeside(journal);
  await writeFile(`${file}.new`, textOf(owner, bookmark));
  await rename(`${file}.new`, file);
};

/** The same, done on return: for a start, which nobody's command waits for. */
export const writeBookmarkSync = (
  journal: string,
  owner: BookmarkOwner,
  bookmark: Bookmark,
): void => {
  const file = fileBeside(journal);
  writeFileSync(`${file}.new`, textOf(owner, bookmark));
  renameSync(`${file}.new`, file);
};

export const removeBookmark = (journal: string): void =>
  rmSync(fileBeside(journal), { force: true });

/** Whether a bookmark holds the state that the events before it lead to. */
export const isFold = ({ state }: Bookmark, fold: HallState): boolean =>
  isDeepStrictEqual(JSON.parse(state), JSON.parse(JSON.stringify(fold)));
