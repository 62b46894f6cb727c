/** What is asked of the hall is asked until the outcome is known. */
import type { CommandId } from '@tingxu/contract/ids';
import type { CommandOutcome } from '@tingxu/feed-client/send-command';
import type { Screen, Sending } from './screen.ts';

/** A wait that a person notices. Units: ms. */
const SLOW_MS = 900;

type Known<T> = Exclude<CommandOutcome<T>, { reason: 'unreachable' }>;

/**
 * Asks with one key until the outcome is known, however long the line is cut; null when the customer
 * has gone meanwhile. So two touches or a lost answer never make two tickets. Rules: JRN-4.
 */
export const untilKnown = async <T>(
  send: (key?: CommandId) => Promise<CommandOutcome<T>>,
  screen: { value: Screen },
  waiting: (sending: Sending) => Screen,
): Promise<Known<T> | null> => {
  let mine = waiting('sent');
  screen.value = mine;
  const say = (sending: Sending): void => {
    if (screen.value !== mine) return;
    mine = waiting(sending);
    screen.value = mine;
  };
  const slow = setTimeout(() => say('slow'), SLOW_MS);
  let outcome = await send();
  clearTimeout(slow);
  while (!outcome.ok && outcome.reason === 'unreachable' && screen.value === mine) {
    say('unsure');
    outcome = await send(outcome.key);
  }
  const gone = screen.value !== mine;
  return gone || (!outcome.ok && outcome.reason === 'unreachable') ? null : outcome;
};
