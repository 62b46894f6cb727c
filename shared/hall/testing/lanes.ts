/** Which lane an issue leads to, from docs/SPEC.md alone. Rules: ISSUE-2, LANE-1..LANE-5. */
import type { CommandOf } from '@tingxu/contract/commands';
import type { HallConfig, LaneConfig } from '@tingxu/contract/config';
import type { EventOf } from '@tingxu/contract/events';
import type { RejectionCode } from '@tingxu/contract/problems';
import type { Role } from '@tingxu/contract/roles';
import { must } from './book.ts';

type Issue = Pick<CommandOf<'IssueTicket'>, 'lane' | 'proof'>;
export type ReferenceLane =
  | { readonly lane: string; readonly proof: string | undefined }
  | { readonly refused: RejectionCode };

const STAFF: readonly Role[] = ['teller', 'lobby', 'supervisor', 'system'];

/** All that the customer could show for the lane, the strongest first. */
const shownFor = ({ proof: needed }: LaneConfig, { proof: shown }: Issue): string[] => {
  const kinds: string[] = [];
  const known = shown?.class ?? 'unknown';
  if (known !== 'unknown' && needed?.classes?.includes(known)) kinds.push('directory');
  if (shown?.age && shown.age.years >= (needed?.fromAge ?? Number.POSITIVE_INFINITY)) {
    kinds.push(shown.age.from);
  }
  if (shown?.declared === true && needed?.declared === true) kinds.push('declared');
  return kinds;
};

const refused = ({ proof }: LaneConfig): RejectionCode => {
  if (proof?.checkIn === true) return 'lane-needs-check-in';
  const wants = [proof?.classes, proof?.fromAge, proof?.declared || undefined];
  return wants.every((want) => want === undefined) ? 'lane-needs-staff' : 'lane-needs-proof';
};

export const referenceLane = (config: HallConfig, command: Issue, role: Role): ReferenceLane => {
  const proved = config.lanes.filter((lane) => shownFor(lane, command).length > 0);
  const named = config.lanes.find(({ id }) => id === (command.lane ?? config.defaultLane));
  const lane = command.lane === undefined ? (proved[0] ?? named) : named;
  if (!lane) return { refused: 'lane-unknown' };
  const [strongest] = shownFor(lane, command);
  if (strongest) return { lane: lane.id, proof: strongest };
  if (lane.selfSelect) return { lane: lane.id, proof: undefined };
  const mayStaff = lane.proof?.staff !== false && lane.proof?.checkIn !== true;
  if (mayStaff && STAFF.includes(role)) return { lane: lane.id, proof: 'staff' };
  return { refused: refused(lane) };
};

/** LANE-5: the ticket stands in the lane that the command leads to, and says by what. */
export const mustStandRightly = (
  config: HallConfig,
  command: Issue & { readonly reason?: string | undefined },
  role: Role,
  event: EventOf<'TicketIssued'>,
): void => {
  const right = referenceLane(config, command, role);
  if ('refused' in right) return;
  must(event.lane === right.lane, 'LANE-5', `${event.lane} instead of ${right.lane}`);
  must(event.proof === right.proof, 'LANE-1', `by ${event.proof} instead of ${right.proof}`);
  const why = event.proof === 'staff' ? command.reason : undefined;
  must(event.laneReason === why, 'CTR-12', `${event.laneReason} instead of ${why}`);
  must(event.customerClass === command.proof?.class, 'LANE-1', `class ${event.customerClass}`);
};
