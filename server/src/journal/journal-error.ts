/** Why a journal cannot be opened, read or written. Each code is one sentence for branch IT. */
export type JournalErrorCode =
  /** The file was written by a newer version of this program. */
  | 'JournalNewer'
  /** Another server has this hall open. */
  | 'JournalLocked'
  /** The connection does not have the settings that keep what was acknowledged. */
  | 'JournalNotDurable'
  /** The folder lies on a network file system, where locks and syncs cannot be trusted. */
  | 'JournalNotLocal'
  /** The file belongs to another hall, or a migration it had was changed since. */
  | 'JournalForeign'
  /** A failed transaction is still open: nothing read on this connection can be trusted. */
  | 'JournalStuck'
  /** The folder had a journal, and the file is gone or empty. */
  | 'JournalLost'
  /** The content contradicts itself. */
  | 'JournalCorrupt';

export class JournalError extends Error {
  override readonly name = 'JournalError';
  readonly code: JournalErrorCode;

  constructor(code: JournalErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
