/**
 * A hall of boards in virtual time: each beats, asks before it sounds, falls silent by its own lease, and
 * is cut, frozen, closed and brought back by chance. What really sounded is written down.
 */

import { type Chance, chanceOf } from '@tingxu/chance/chance';
import type { Instant } from '@tingxu/contract/ids';
import { type BoardId, VOICE_TIMING } from '@tingxu/contract/voice';
import { type Fact, type Input, type Ledger, newLedger, type Step } from '../src/ledger.ts';
import type { Speech } from '../src/speech.ts';
import { isGranted } from '../src/step.ts';
import { board as boardNamed } from './calls.ts';

export type Sound = {
  readonly board: BoardId;
  readonly of: readonly { readonly id: number; readonly part: string }[];
  readonly fromAt: Instant;
  untilAt: Instant;
  whole: boolean;
};

export type Told = { readonly at: Instant; readonly fact: Fact };
export type Owned = { readonly at: Instant; readonly owner: BoardId | null };

type Board = {
  readonly id: BoardId;
  /** Loaded again it is another page: nothing of the old one acts any more. */
  page: number;
  alive: boolean;
  connected: boolean;
  frozenUntil: Instant;
  leaseUntil: Instant;
  knows: number;
  sound: Sound | null;
};

export type Step4 = (ledger: Ledger, input: Input, speech: Speech, at: Instant) => Step;

export type HallOptions = {
  readonly seed: number;
  readonly speech: Speech;
  readonly step: Step4;
  /** A planted fault: a board that goes on sounding when its lease is over. */
  readonly boardsKeepSounding?: boolean;
  /** A planted fault: a board that sounds without asking. */
  readonly boardsDoNotAsk?: boolean;
};

/** Told by the board when it has the answer to its question so late that it rather keeps silent. */
const GIVE_UP_MS = 900;

type Event = { readonly at: Instant; readonly order: number; readonly run: () => void };

export class HallOfBoards {
  now: Instant;
  ledger: Ledger;
  readonly sounds: Sound[] = [];
  readonly told: Told[] = [];
  readonly owners: Owned[] = [];
  readonly boards: Board[];
  readonly chance: Chance;
  readonly #options: HallOptions;
  #events: Event[] = [];
  #order = 0;

  constructor(options: HallOptions, at: Instant, boards: number) {
    this.#options = options;
    this.now = at;
    this.chance = chanceOf(options.seed);
    this.ledger = newLedger(at, false);
    this.boards = Array.from({ length: boards }, (_, i) => ({
      ...{ id: boardNamed(`board${i}`), page: 0, alive: false, connected: true },
      ...{ frozenUntil: 0, leaseUntil: 0, knows: 0, sound: null },
    }));
    for (const board of this.boards) this.load(board);
    this.#every(200, () => this.input({ type: 'tick' }));
  }

  /** Lets so much time pass. */
  run(ms: number): void {
    const until = this.now + ms;
    for (;;) {
      let first = 0;
      this.#events.forEach((event, i) => {
        const best = this.#events[first];
        const earlier = best && (event.at - best.at || event.order - best.order) < 0;
        if (earlier) first = i;
      });
      const next = this.#events[first];
      if (!next || next.at > until) break;
      this.#events.splice(first, 1);
      this.now = next.at;
      next.run();
    }
    this.now = until;
  }

  in(ms: number, run: () => void): void {
    this.#order += 1;
    this.#events.push({ at: this.now + ms, order: this.#order, run });
  }

  input(input: Input): void {
    const { ledger, facts } = this.#options.step(
      this.ledger,
      input,
      this.#options.speech,
      this.now,
    );
    const before = this.ledger;
    this.ledger = ledger;
    for (const fact of facts) this.told.push({ at: this.now, fact });
    if (ledger.owner !== before.owner) this.owners.push({ at: this.now, owner: ledger.owner });
    if (ledger.current?.saying.id !== before.current?.saying.id) this.#push();
  }

  load(board: Board): void {
    board.page += 1;
    Object.assign(board, { alive: true, leaseUntil: 0, knows: 0, sound: null });
    const page = board.page;
    const beating = (): void => {
      if (board.page !== page || !board.alive) return;
      this.#acts(board, page, () => this.#beat(board, page));
      this.in(VOICE_TIMING.beatMs, beating);
    };
    this.in(this.chance.between(0, 500), beating);
  }

  /** The page is closed; a kind one says so. */
  close(board: Board, kindly: boolean): void {
    this.#silence(board, this.now);
    board.alive = false;
    board.page += 1;
    const { id } = board;
    if (kindly && board.connected)
      this.in(this.chance.between(1, 60), () => this.input({ type: 'leave', board: id }));
  }

  #every(ms: number, run: () => void): void {
    const again = (): void => {
      run();
      this.in(ms, again);
    };
    this.in(ms, again);
  }

  /** Scripts of a frozen page run when it thaws. */
  #acts(board: Board, page: number, run: () => void): void {
    if (this.now >= board.frozenUntil) {
      if (board.page === page) run();
      return;
    }
    this.in(board.frozenUntil - this.now, () => this.#acts(board, page, run));
  }

  /** A message to the server and its answer; null where either is lost. */
  #ask<T>(board: Board, serve: () => T, answered: (answer: T | null) => void): void {
    const { page } = board;
    const lost = (): void => this.in(3_000, () => this.#acts(board, page, () => answered(null)));
    this.in(this.chance.between(1, 40), () => {
      if (!board.connected) return lost();
      const answer = serve();
      this.in(this.chance.between(1, 40), () => {
        if (!board.connected) return lost();
        this.#acts(board, page, () => answered(answer));
      });
    });
  }

  #beat(board: Board, page: number): void {
    const askedAt = this.now;
    this.#ask(
      board,
      () => {
        this.input({ type: 'beat', board: board.id });
        return this.ledger;
      },
      (answer) => {
        if (answer === null || board.page !== page) return;
        board.leaseUntil = Math.max(board.leaseUntil, askedAt + VOICE_TIMING.leaseMs);
        this.#look(board);
      },
    );
  }

  /** Each board hears of a new saying, if it is connected. */
  #push(): void {
    for (const board of this.boards) {
      const { page } = board;
      this.in(this.chance.between(1, 40), () => {
        if (board.alive && board.connected) this.#acts(board, page, () => this.#look(board));
      });
    }
  }

  #look(board: Board): void {
    const { current } = this.ledger;
    if (!current || current.board !== board.id || current.saying.id <= board.knows) return;
    if (current.startedAt !== null || this.now >= board.leaseUntil) return;
    const saying = current.saying.id;
    board.knows = saying;
    const { of, ms } = current;
    const askedAt = this.now;
    const begin = (): void => this.#sound(board, { of, ms, saying });
    if (this.#options.boardsDoNotAsk) begin();
    this.#ask(
      board,
      () => {
        this.input({ type: 'start', board: board.id, saying });
        return isGranted(this.ledger, { board: board.id, saying, at: this.now });
      },
      (granted) => {
        if (this.#options.boardsDoNotAsk || granted !== true) return;
        const inTime = this.now - askedAt <= GIVE_UP_MS && this.now < board.leaseUntil;
        if (inTime) begin();
        else this.#tell(board, saying, false);
      },
    );
  }

  #tell(board: Board, saying: number, whole: boolean): void {
    const input: Input = { type: 'finish', board: board.id, saying, whole };
    this.#ask(
      board,
      () => this.input(input),
      () => undefined,
    );
  }

  #sound(
    board: Board,
    said: {
      readonly of: NonNullable<Ledger['current']>['of'];
      readonly ms: number;
      readonly saying: number;
    },
  ): void {
    const { page } = board;
    const of = said.of.map(({ id, part }) => ({ id, part: `${part.language} ${part.round}` }));
    const untilAt = this.now + said.ms;
    const sound: Sound = { board: board.id, of, fromAt: this.now, untilAt, whole: true };
    board.sound = sound;
    this.sounds.push(sound);
    // The sound's own clock, which goes on while scripts are frozen: the lease ends it.
    const watch = (): void => {
      if (board.sound !== sound) return;
      const keeps = this.#options.boardsKeepSounding === true;
      if (!keeps && this.now >= board.leaseUntil) this.#silence(board, this.now);
      else if (this.now < untilAt) this.in(Math.min(50, untilAt - this.now), watch);
      else board.sound = null;
      if (board.sound === null) {
        this.#acts(board, page, () => this.#tell(board, said.saying, sound.whole));
      }
    };
    this.in(50, watch);
  }

  #silence(board: Board, at: Instant): void {
    if (!board.sound) return;
    if (at < board.sound.untilAt) Object.assign(board.sound, { untilAt: at, whole: false });
    board.sound = null;
  }
}
