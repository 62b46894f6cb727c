/** Keeps making connections until the server is reached; one at a time is the caller's. */
import {
  type BreakReason,
  type Link,
  type LinkListener,
  type LinkOptions,
  openLink,
} from './link.ts';
import { timer } from './timer.ts';

export type DialOptions = LinkOptions & { readonly connectTimeoutMs: number };

/** The longest patience in first ones: TCP itself asks again after a second. */
const MAX_PATIENCE = 2.5;
/** How long an attempt that is late may go on. Units: ms. */
const ELDER_MS = 10_000;

export class Dial {
  readonly #options: DialOptions;
  readonly #listener: LinkListener;
  /** The pause before the next connection. */
  readonly #retry = timer();
  readonly #patience = timer();
  readonly #elderTimer = timer();
  #link: Link | null = null;
  /** An attempt that is late, beside which newer ones are made. */
  #elder: Link | null = null;
  /** Connections in a row that did not come about in time. */
  #misses = 0;
  #closed = false;

  /** The listener hears of the current connection only. */
  constructor(options: DialOptions, listener: LinkListener) {
    this.#options = options;
    this.#listener = listener;
  }

  get link(): Link | null {
    return this.#link;
  }

  /** Gives the current connection up and makes a new one. */
  again(afterMs: number): void {
    this.#drop();
    if (!this.#closed) this.#retry.set(afterMs, () => this.#start());
  }

  close(): void {
    this.#closed = true;
    this.#retry.clear();
    this.#drop();
    this.#dropElder();
  }

  #start(): void {
    const { connectTimeoutMs } = this.#options;
    const patienceMs = connectTimeoutMs * Math.min(1.25 ** this.#misses, MAX_PATIENCE);
    this.#patience.set(patienceMs, () => this.#miss());
    const link: Link = openLink(this.#options, {
      ...this.#listener,
      reached: () => this.#reached(link),
      broken: (reason) => this.#broken(link, reason),
    });
    this.#link = link;
  }

  #reached(link: Link): void {
    if (link === this.#elder) {
      this.#retry.clear();
      this.#drop();
      this.#link = link;
      this.#elder = null;
    }
    this.#patience.clear();
    this.#dropElder();
    this.#misses = 0;
    this.#listener.reached();
  }

  #broken(link: Link, reason: BreakReason): void {
    if (link === this.#elder) this.#dropElder();
    else this.#listener.broken(reason);
  }

  /**
   * A connection has not come about in time. After a cut only a new attempt helps; a server that a
   * thousand screens come back to at once needs time instead. Nobody can tell which it is, so the
   * first attempt that is late goes on beside the newer ones.
   */
  #miss(): void {
    this.#misses += 1;
    if (this.#elder === null && this.#link !== null) {
      this.#elder = this.#link;
      this.#link = null;
      this.#elderTimer.set(ELDER_MS, () => this.#dropElder());
    }
    this.#listener.broken('closed');
  }

  #drop(): void {
    this.#patience.clear();
    this.#link?.close();
    this.#link = null;
  }

  #dropElder(): void {
    this.#elderTimer.clear();
    this.#elder?.close();
    this.#elder = null;
  }
}
