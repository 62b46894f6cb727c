/** Which service, of those that this counter or the hall takes. Rules: LEG-1, CTR-7, CTR-12. Pure. */
import { LaneReason, ReferralReason } from '@tingxu/contract/commands';
import type { HallProfile } from '@tingxu/contract/hall-profile';
import type { ServiceId } from '@tingxu/contract/ids';
import type { TicketRow } from '@tingxu/contract/views';
import { type Action, named } from '../desk/action.ts';
import { ownProfile, type Situation } from '../desk/situation.ts';
import { serviceName, type Words } from '../waiting/ticket-notes.ts';
import type { Option, Step } from './step.ts';

type LaneProfile = HallProfile['lanes'][number];

const takenBySomebody = ({ view }: Situation): string[] =>
  (view.profile?.counters ?? []).flatMap(({ skills }) => skills);

export const addServiceSteps = (now: Situation, ticket: TicketRow, words: Words): Step => {
  const own = ownProfile(now)?.skills ?? [];
  const taken = new Set(takenBySomebody(now));
  const known = (now.view.profile?.services ?? []).filter(({ id }) => taken.has(id));
  const { t } = words;
  const offered = known.map(({ id }) => ({
    ...{ service: id, key: id, title: serviceName(now.view, id, words) },
    note: own.includes(id) && now.view.rules?.stay ? t.desk.hereAtOnce : t.desk.elsewhereLater,
    added: { type: 'addService', ...named(ticket), service: id } as const,
  }));
  return {
    prompt: t.desk.oneMore,
    options: [
      ...offered.map(({ added, ...option }) => ({ ...option, leadsTo: () => [added] })),
      {
        key: 'referral',
        title: t.desk.refer,
        note: t.desk.referNote,
        leadsTo: () => ({
          prompt: t.desk.referWhy,
          options: ReferralReason.options.map((referral) => ({
            key: referral,
            title: t.staff.referralReason[referral],
            leadsTo: () => ({
              prompt: t.desk.referTo,
              options: offered.map(({ added, ...option }) => ({
                ...option,
                leadsTo: () => [{ ...added, referral }],
              })),
            }),
          })),
        }),
      },
    ],
  };
};

/** A lane that is not everybody's is given with a reason. Rules: CTR-12. */
const intoLane = (
  { id, selfSelect }: LaneProfile,
  service: ServiceId,
  { t }: Words,
): Step | readonly Action[] => {
  const walkUp = { type: 'walkUp', service, lane: id } as const;
  if (selfSelect) return [walkUp];
  return {
    prompt: t.desk.whyLane,
    options: LaneReason.options.map((reason) => ({
      key: reason,
      title: t.staff.laneReason[reason],
      leadsTo: () => [{ ...walkUp, reason }],
    })),
  };
};

export const walkUpSteps = (now: Situation, words: Words): Step => {
  const { profile } = now.view;
  const { t, pick } = words;
  const lanes = (profile?.lanes ?? []).filter(
    ({ selfSelect, proof }) => selfSelect || (!proof?.checkIn && proof?.staff !== false),
  );
  const usual = profile?.defaultLane;
  const ordered = [...lanes].sort((a, b) => Number(b.id === usual) - Number(a.id === usual));
  return {
    prompt: t.desk.whichService,
    options: (ownProfile(now)?.skills ?? []).map(
      (service): Option => ({
        key: service,
        title: serviceName(now.view, service, words),
        leadsTo: () => ({
          prompt: t.desk.whichLane,
          options: ordered.map((lane) => ({
            key: lane.id,
            title: pick(lane.name),
            note: lane.hint && pick(lane.hint),
            leadsTo: () => intoLane(lane, service, words),
          })),
        }),
      }),
    ),
  };
};
