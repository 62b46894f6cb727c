/**
 * How long nobody has touched the screen, for all tabs of a browser together: they share one session,
 * and who works in one has not left the other. Pure. Source: SEC-03.
 */

/** As much of `Storage` as is needed; what all tabs of the browser share. */
export type Shared = Pick<Storage, 'getItem' | 'setItem'>;

export type IdleOptions = {
  /** Units: ms. */
  readonly lockAfterMs: number;
  /** The wall clock, which goes on while the machine sleeps. */
  readonly now: () => number;
  readonly shared: Shared;
};

export type Idle = {
  /** Somebody touched the screen or a key. */
  touched(): void;
  /** Whether the server ought to hear now of touches that it has not heard of; it then counts as told. */
  toTell(): boolean;
  /** Nobody has, for as long as the server allows. */
  isOver(): boolean;
};

const KEY = 'tingxu.touched-at';
/** Told to other tabs no more often than that. Units: ms. */
const TELL_MS = 1_000;
/** The server hears of it that often within the time after which it would lock. */
const PINGS = 5;
/** And no less often than that while somebody works. Units: ms. */
const PING_MS = 60_000;

export const createIdle = ({ lockAfterMs, now, shared }: IdleOptions): Idle => {
  let here = now();
  let told = here;
  // A page that came by itself was touched by nobody: its first touch is told at once.
  let unheard = false;
  let pinged = Number.NEGATIVE_INFINITY;
  const tell = (at: number): void => {
    told = at;
    shared.setItem(KEY, String(at));
  };
  const elsewhere = (): number => {
    const at = Number(shared.getItem(KEY) ?? 0);
    // A clock that was set back must not keep the screen open.
    return at <= now() ? at : 0;
  };
  tell(here);
  return {
    touched: () => {
      here = now();
      unheard = true;
      if (Math.abs(here - told) >= TELL_MS) tell(here);
    },
    toTell: () => {
      const every = Math.min(PING_MS, lockAfterMs / PINGS);
      if (!unheard || Math.abs(now() - pinged) < every) return false;
      unheard = false;
      pinged = now();
      return true;
    },
    isOver: () => now() - Math.max(here, elsewhere()) >= lockAfterMs,
  };
};
