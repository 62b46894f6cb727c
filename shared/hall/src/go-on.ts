/** What a counter does once its ticket has left it by its own command. Source: product.md 4.1, H5. */
import type { CommandOf, HallCommand } from '@tingxu/contract/commands';
import type { Instant, TicketId } from '@tingxu/contract/ids';
import { callsByItself, decideCallNext } from './call.ts';
import { decideCloseCounter, decidePauseCounter } from './counter.ts';
import type { Decision } from './decision.ts';
import { counterOf } from './lookup.ts';
import { andThen, inTurn } from './sequence.ts';
import type { HallState } from './state.ts';

const SENDS_AWAY = [
  'FinishService',
  'MissTicket',
  'TransferTicket',
  'ParkTicket',
  'SendBackTicket',
] as const satisfies readonly HallCommand['type'][];
type SendAwayCommand = CommandOf<(typeof SENDS_AWAY)[number]>;

const sendsAwayTypes: readonly string[] = SENDS_AWAY;
const sendsAway = (command: HallCommand): command is SendAwayCommand =>
  sendsAwayTypes.includes(command.type);

/**
 * The ticket has left: the counter pauses or closes with it, or the next one is called at once where
 * the counter does so; nobody to call is no error. Of any other command only what it decided.
 * Rules: CTR-5, CTR-11. Rejects: counter-busy, counter-unknown.
 */
export const goOn = (
  hall: HallState,
  command: HallCommand,
  at: Instant,
  decided: Decision,
): Decision => {
  if (!sendsAway(command)) return decided;
  const { counter, afterwards } = command;
  if (counter === undefined) return decided;
  if (afterwards !== undefined) {
    return inTurn(
      hall,
      at,
      () => decided,
      (after) =>
        afterwards === 'close'
          ? decideCloseCounter(after, { type: 'CloseCounter', counter })
          : decidePauseCounter(after, { type: 'PauseCounter', counter, reason: afterwards.pause }),
    );
  }
  if (!callsByItself(hall, counter) || isByOthers(command)) return decided;
  const called = andThen(hall, at, decided, (after) =>
    decideCallNext(after, { type: 'CallNext', counter }, at),
  );
  return callsBack(called, counterOf(hall, counter)?.ticket) ? decided : called;
};

/** The lobby manager has declared it missed: the teller has not said to be ready. Rules: MISS-11. */
const isByOthers = (command: SendAwayCommand): boolean =>
  command.type === 'MissTicket' && command.early !== undefined;

/** The rule would choose the very ticket that was sent away: a person decides then. */
const callsBack = (decision: Decision, ticket: TicketId | null | undefined): boolean =>
  decision.ok &&
  decision.events.some((event) => event.type === 'TicketCalled' && event.ticket === ticket);
