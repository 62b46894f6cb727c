/** What becomes of the customer when the teller signs out. The safest answer comes first. Rules: CTR-15, CTR-11, CTR-4. Pure. */
import type { CounterView } from '@tingxu/contract/views';
import { type Action, type Named, named } from '../desk/action.ts';
import { ticketAt } from '../desk/desk.ts';
import { followUp } from '../desk/follow-up.ts';
import type { Situation } from '../desk/situation.ts';
import type { Words } from '../waiting/ticket-notes.ts';
import type { Step } from './step.ts';

/** The answers that are no command by themselves, and the two that are or lead to some. */
export const LEAVING = ['stay', 'finish', 'hand-over', 'anyway'] as const;
export type Leaving = (typeof LEAVING)[number];

const SECOND_MS = 1_000;
/** Where the hall has said nothing. Rules: PARK-2. Units: ms. */
const USUAL_MS = 15 * 60 * SECOND_MS;

/** Kept for the counter, which pauses until whoever comes is there: nobody is called meanwhile. */
export const setAside = (ticket: Named, rules: CounterView['rules']): Action => ({
  ...{ type: 'park', ...named(ticket), keepFor: 'counter' },
  limitSeconds: Math.round((rules?.parkMs ?? USUAL_MS) / SECOND_MS),
  afterwards: { pause: 'internal-work' },
});

/** Null when nobody is at the counter any more. */
export const leaveSteps = (now: Situation, { t }: Words): Step | null => {
  const ticket = ticketAt(now.desk);
  if (!ticket) return null;
  const { number } = ticket;
  const words = t.desk.leave;
  const offline = now.live ? undefined : t.desk.refusal.offline;
  const stays = followUp(now, ticket)?.stays ? words.goesOn : undefined;
  const called = now.desk.kind === 'calling';
  return {
    prompt: called ? words.called(number) : words.served(number),
    options: [
      { key: 'stay', title: words.stay, leadsTo: () => [] },
      {
        ...{ key: 'finish', title: words.finish, refused: offline ?? stays },
        note: called ? words.finishCalled : undefined,
        leadsTo: () => [{ type: 'finish', ...named(ticket), afterwards: 'close' }],
      },
      {
        ...{ key: 'hand-over', title: words.handOver, refused: offline },
        note: words.handOverNote(number),
        leadsTo: () => [],
      },
      { key: 'anyway', title: words.anyway, note: words.anywayNote(number), leadsTo: () => [] },
    ],
  };
};
