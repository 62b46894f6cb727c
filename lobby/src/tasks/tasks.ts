/** What waits for the lobby manager beside calls for help: customers to accompany. Pure. */
import type { HallProfile } from '@tingxu/contract/hall-profile';
import type { Instant } from '@tingxu/contract/ids';
import type { SupervisorView, TicketRow } from '@tingxu/contract/views';
import { careAlarm } from '@tingxu/feed-client/care-alarm';
import { helpCalls } from '@tingxu/feed-client/help-calls';
import { laneOf } from '@tingxu/ui/lib/profile';

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

/** What cannot wait: unanswered calls, called customers whom nobody fetches, and who has waited long. */
export const urgentTasks = (view: SupervisorView, at: Instant): number =>
  Number(careAlarm(view, at)?.rings ?? false) +
  helpCalls(view).filter(({ answeredAt }) => answeredAt === null).length +
  escortTasks(Object.values(view.tickets), view.profile).filter(({ state }) => state === 'now')
    .length;
