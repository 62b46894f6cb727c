/** What waits for the lobby manager: calls from counters, and customers to accompany. Pure. */
import type { CounterId, Instant } from '@tingxu/contract/ids';
import type {
  HallProfile,
  HelpRow,
  StaffCounterRow,
  SupervisorView,
  TicketRow,
} from '@tingxu/contract/views';
import { laneOf } from '@tingxu/ui/lib/profile';

export type HelpTask = { readonly counter: CounterId; readonly help: HelpRow };

/** Not yet answered first, each the oldest first. Rules: CTR-9. */
export const helpTasks = (counters: readonly StaffCounterRow[]): HelpTask[] =>
  counters
    .flatMap(({ counter, help }) => (help ? [{ counter, help }] : []))
    .sort(
      (a, b) =>
        Number(a.help.answeredAt !== null) - Number(b.help.answeredAt !== null) ||
        a.help.calledAt - b.help.calledAt,
    );

/** `now`: called, and nobody has gone yet; `gone`: somebody has; `soon`: still in line. */
export type EscortTask = {
  readonly ticket: TicketRow;
  readonly state: 'now' | 'gone' | 'soon';
};

const RANK = { now: 0, soon: 1, gone: 2 } as const;

type Lane = HallProfile['lanes'][number];

/**
 * A lane whose customers are accompanied: one that opens by age, or whose rule wants somebody to look
 * for them. Source: H49, H68.
 */
export const isAccompanied = ({ proof, missed }: Pick<Lane, 'proof' | 'missed'>): boolean =>
  proof?.fromAge !== undefined || missed.escortMs !== undefined;

const stateOf = ({ state, escorted }: TicketRow): EscortTask['state'] | null => {
  if (state === 'waiting') return 'soon';
  if (state !== 'called') return null;
  return escorted === false ? 'now' : 'gone';
};

/** Called ones first, then those in line by the order in which they joined. Source: H68. */
export const escortTasks = (
  tickets: readonly TicketRow[],
  profile: HallProfile | null,
): EscortTask[] =>
  tickets
    .flatMap((ticket) => {
      const lane = laneOf(profile, ticket.lane);
      const state = lane && isAccompanied(lane) ? stateOf(ticket) : null;
      return state ? [{ ticket, state }] : [];
    })
    .sort((a, b) => RANK[a.state] - RANK[b.state] || a.ticket.place - b.ticket.place);

/** What cannot wait: unanswered calls, and called customers whom nobody fetches. */
export const urgentTasks = ({ counters, tickets, profile }: SupervisorView): number =>
  helpTasks(Object.values(counters)).filter(({ help }) => help.answeredAt === null).length +
  escortTasks(Object.values(tickets), profile).filter(({ state }) => state === 'now').length;

/** How long a call has been unanswered, or under way. Units: ms. */
export const sinceHelp = ({ help }: HelpTask, at: Instant): number =>
  at - (help.answeredAt ?? help.calledAt);
