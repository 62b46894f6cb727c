/** What stops a start and whose matter it is: one sentence for the person, or a defect with its stack. */
import { oneSentence, StartRefusal } from '../config/start-refusal.ts';
import { JournalError } from '../journal/journal-error.ts';

const SYSTEM: Readonly<Record<string, (error: NodeJS.ErrnoException) => string>> = {
  EADDRINUSE: (error) => `The port is taken by another program (${error.message}).`,
  EADDRNOTAVAIL: (error) => `This machine does not have the address (${error.message}).`,
  EACCES: (error) => `Permission is missing (${error.message}).`,
  EPERM: (error) => `Permission is missing (${error.message}).`,
  EROFS: (error) => `The disk is read-only (${error.message}).`,
  ENOSPC: (error) => `The disk is full (${error.message}).`,
  ENOENT: (error) => `The folder cannot be used (${error.message}).`,
  ENOTDIR: (error) => `The folder cannot be used (${error.message}).`,
  EEXIST: (error) => `The folder cannot be used (${error.message}).`,
  ENOTFOUND: (error) => `The address is not known (${error.message}).`,
  SQLITE_CANTOPEN: (error) => `The journal cannot be opened (${error.message}).`,
  SQLITE_READONLY: (error) => `The journal cannot be written (${error.message}).`,
  SQLITE_NOTADB: (error) => `The journal is damaged or no journal at all (${error.message}).`,
  SQLITE_CORRUPT: (error) => `The journal is damaged (${error.message}).`,
  SQLITE_FULL: (error) => `The disk is full (${error.message}).`,
};

const codeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? error.code : '';

/** The one sentence, or null for a defect of this program. */
export function refusalSentence(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof StartRefusal || error instanceof JournalError) {
    return `${oneSentence(error.message).replace(/\.$/, '')}.`;
  }
  const code = codeOf(error);
  const tell = SYSTEM[code] ?? SYSTEM[/^SQLITE_[A-Z]+/.exec(code)?.[0] ?? ''];
  return tell ? oneSentence(tell(error)) : null;
}
