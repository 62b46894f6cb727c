/**
 * Who may stand in which lane. A lane is everybody's, or opens by something that is shown, or is given
 * by staff. Source: product.md 3 (H15, H17), issue of lanes by proof.
 */
import type { LaneConfig } from '@tingxu/contract/config';
import type { Proof, ProofKind } from '@tingxu/contract/customers';
import type { LaneId } from '@tingxu/contract/ids';
import type { RejectionCode } from '@tingxu/contract/problems';
import { PUBLIC_ROLES, type Role } from '@tingxu/contract/roles';
import { type Refused, reject } from './decision.ts';
import { type Found, laneConfig } from './lookup.ts';
import type { Day } from './state.ts';

export type OpenLane = {
  readonly lane: LaneConfig;
  /** Null where the lane is everybody's. */
  readonly by: ProofKind | null;
};

/** What of the shown opens the lane; the directory before the card, the card before a word. */
const provedBy = ({ proof: needed }: LaneConfig, shown: Proof): ProofKind | null => {
  if (!needed) return null;
  const { classes = [], fromAge, declared } = needed;
  if (classes.some((one) => one === shown.class)) return 'directory';
  if (fromAge !== undefined && shown.age && shown.age.years >= fromAge) return shown.age.from;
  return declared && shown.declared ? 'declared' : null;
};

/** Why the lane stays shut. */
const refusalOf = ({ proof }: LaneConfig): RejectionCode => {
  if (proof?.checkIn) return 'lane-needs-check-in';
  return proof?.classes || proof?.fromAge !== undefined || proof?.declared
    ? 'lane-needs-proof'
    : 'lane-needs-staff';
};

const openFor = (lane: LaneConfig, shown: Proof, role: Role): Found<OpenLane> => {
  const proved = provedBy(lane, shown);
  if (proved) return { ok: true, value: { lane, by: proved } };
  if (lane.selfSelect) return { ok: true, value: { lane, by: null } };
  const { checkIn, staff = true } = lane.proof ?? {};
  const given = !checkIn && staff && !PUBLIC_ROLES.includes(role);
  return given ? { ok: true, value: { lane, by: 'staff' } } : reject(refusalOf(lane));
};

/**
 * Why staff may not put a ticket there that has no proof of it. Rules: LANE-4.
 * Rejects: lane-needs-proof, lane-needs-check-in.
 */
export const refuseGiven = (lane: LaneConfig): Refused | null => {
  const opened = openFor(lane, {}, 'supervisor');
  return opened.ok ? null : opened;
};

/**
 * The lane that was asked for, if it opens; else the first lane of the configuration that the proof
 * opens; else the default lane. Staff give a lane by naming it.
 * Rules: ISSUE-2, LANE-1..LANE-5.
 * Rejects: lane-unknown, lane-needs-staff, lane-needs-proof, lane-needs-check-in.
 */
export const laneFor = (
  day: Day,
  asked: LaneId | undefined,
  shown: Proof,
  role: Role,
): Found<OpenLane> => {
  if (asked === undefined) {
    for (const lane of day.config.lanes) {
      const by = provedBy(lane, shown);
      if (by) return { ok: true, value: { lane, by } };
    }
  }
  const id = asked ?? day.config.defaultLane;
  const lane = laneConfig(day, id);
  return lane ? openFor(lane, shown, role) : reject('lane-unknown');
};
