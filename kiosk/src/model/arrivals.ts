/**
 * "I am here": with a number whose call was missed, or with the reference of a booking, typed or
 * scanned. Rules: MISS-9, BOOK-6.
 */
import type { Instant, TicketId, TicketNumber } from '@tingxu/contract/ids';
import type { IssueReply, TicketReply } from '@tingxu/contract/rest';
import type { CommandOutcome } from '@tingxu/feed-client/send-command';
import type { KioskCommands } from './commands.ts';
import { eraseKey, numberOf, refusalOf, typeKey } from './entry.ts';
import { eraseSign, referenceOf, typeSign } from './reference.ts';
import { readScan } from './scan.ts';
import type { Screen } from './screen.ts';
import { untilKnown } from './until-known.ts';

export type Arrivals = {
  /** The door: which number, or whether there is a booking. */
  openEntry(): void;
  openReference(): void;
  press(key: string): void;
  erase(): void;
  submit(): void;
  /** A code that was held under a scanner. */
  scan(text: string): void;
};

export type ArrivalsOptions = {
  readonly screen: { value: Screen };
  readonly commands: KioskCommands;
  readonly show: (next: Screen) => void;
  /** Who stood there before is over. */
  readonly startOver: () => void;
  readonly now: () => Instant;
};

type Known<T> = Exclude<CommandOutcome<T>, { reason: 'unreachable' }>;

/** Something is under way: its outcome comes first. */
const isBusy = ({ kind }: Screen): boolean =>
  kind === 'taking' || kind === 'returning' || kind === 'checking';

/** What a visit ends with: whoever scans then is somebody else. */
const isOver = ({ kind }: Screen): boolean =>
  kind === 'ticket' || kind === 'returned' || kind === 'untold';

export const createArrivals = (options: ArrivalsOptions): Arrivals => {
  const { screen, show } = options;
  const { comeBack, checkIn } = senders(options);
  const edit = (number: (typed: string) => string, sign: (typed: string) => string): void => {
    const { value } = screen;
    if (value.kind === 'entry') show({ kind: 'entry', typed: number(value.typed) });
    if (value.kind === 'reference') show({ kind: 'reference', typed: sign(value.typed) });
  };
  return {
    openEntry: () => show({ kind: 'entry', typed: '' }),
    openReference: () => show({ kind: 'reference', typed: '' }),
    press: (key) =>
      edit(
        (typed) => typeKey(typed, key),
        (typed) => typeSign(typed, key),
      ),
    erase: () => edit(eraseKey, eraseSign),
    submit: () => {
      const { value } = screen;
      if (value.kind === 'entry') {
        const number = numberOf(value.typed);
        if (number) void comeBack(number, number);
      }
      if (value.kind === 'reference' && referenceOf(value.typed)) void checkIn(value.typed);
    },
    scan: (text) => {
      if (isBusy(screen.value)) return;
      if (isOver(screen.value)) options.startOver();
      const scanned = readScan(text);
      if (scanned.kind === 'ticket') void comeBack(scanned.ticket, null);
      else void checkIn(scanned.reference);
    },
  };
};

type Senders = {
  readonly comeBack: (
    ticket: TicketNumber | TicketId,
    number: TicketNumber | null,
  ) => Promise<void>;
  readonly checkIn: (reference: string) => Promise<void>;
};

const senders = ({ screen, commands, show, now }: ArrivalsOptions): Senders => {
  const tell = <T>(
    outcome: Known<T> | null,
    refused: { readonly number: TicketNumber | null; readonly again: 'entry' | 'reference' },
    accepted: (reply: T) => Screen,
  ): void => {
    if (!outcome) return;
    if (outcome.ok) show(accepted(outcome.reply));
    else if (outcome.reason === 'unreadable') show({ kind: 'untold' });
    else show({ kind: 'refusal', ...refused, refusal: refusalOf(outcome.problem, now()) });
  };
  return {
    comeBack: async (ticket, number) => {
      const outcome = await untilKnown<TicketReply>(
        (key) => commands.comeBack(ticket, key),
        screen,
        (sending) => ({ kind: 'returning', number, sending }),
      );
      tell(outcome, { number, again: 'entry' }, (reply) => ({ kind: 'returned', ...reply }));
    },
    checkIn: async (reference) => {
      const outcome = await untilKnown<IssueReply>(
        (key) => commands.checkIn(reference, key),
        screen,
        (sending) => ({ kind: 'checking', typed: reference, sending }),
      );
      tell(outcome, { number: null, again: 'reference' }, (issued) => ({ kind: 'ticket', issued }));
    },
  };
};
