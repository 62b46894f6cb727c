/** To which service, to whom, and how. Rules: LEG-4..LEG-7. Pure. */
import type { KeptFor } from '@tingxu/contract/commands';
import type { ServiceId } from '@tingxu/contract/ids';
import type { StaffCounterRow, TicketRow } from '@tingxu/contract/views';
import { type Action, named } from '../desk/action.ts';
import type { Situation } from '../desk/situation.ts';
import { labelOf, serviceName, type Words } from '../waiting/ticket-notes.ts';
import { laneOf } from '../waiting/waiting-list.ts';
import { isThere } from '../waiting/within-reach.ts';
import type { Option, Step } from './step.ts';

type Asked = { readonly now: Situation; readonly ticket: TicketRow; readonly words: Words };
type Target = { readonly service: ServiceId; readonly only?: KeptFor };

/** Other counters that are there and take it. Rules: LEG-7, CTR-10. */
const takers = ({ now }: Asked, service: ServiceId): readonly StaffCounterRow[] =>
  (now.view.profile?.counters ?? []).flatMap(({ id, skills }) => {
    const row = now.view.counters[id];
    const other = row && isThere(now, row) && id !== now.station.counter;
    return other && skills.includes(service) ? [row] : [];
  });

const send = (
  { ticket }: Asked,
  target: Target,
  how: Partial<Pick<Extract<Action, { type: 'transfer' }>, 'first' | 'keepWait' | 'lane'>>,
): readonly Action[] => [
  { type: 'transfer', ...named(ticket), ...target, keepWait: true, first: false, ...how },
];

/** In order with its wait, first, from the end, or into another lane. Rules: LANE-4, LEG-4, LEG-5. */
const howStep = (asked: Asked, target: Target): Step => {
  const { t, pick } = asked.words;
  const { profile } = asked.now.view;
  const lanes = (profile?.lanes ?? []).filter(
    ({ id, selfSelect, proof }) =>
      id !== asked.ticket.lane && (selfSelect || (!proof?.checkIn && proof?.staff !== false)),
  );
  const same = target.service === asked.ticket.service;
  const order: Option = {
    ...{ key: 'order', title: t.desk.inOrder },
    leadsTo: () => send(asked, target, {}),
  };
  const first: Option = {
    ...{ key: 'first', title: t.desk.asFirst, note: t.desk.asFirstNote },
    leadsTo: () => send(asked, target, { first: true }),
  };
  const anew: Option = {
    ...{ key: 'anew', title: t.desk.anew },
    leadsTo: () => send(asked, target, { keepWait: false }),
  };
  return {
    prompt: t.desk.how,
    options: [
      // Whoever keeps service and lane and goes to nobody else would stay where it is.
      ...(same && target.only === undefined ? [] : [order, first]),
      ...(same ? [] : [anew]),
      ...lanes.map(
        ({ id, name }): Option => ({
          ...{ key: `lane-${id}`, title: t.desk.intoLane(pick(name)), note: t.desk.inOrder },
          leadsTo: () => send(asked, target, { lane: id }),
        }),
      ),
    ],
  };
};

const counterOption = (asked: Asked, service: ServiceId, row: StaffCounterRow): Option => {
  const { t } = asked.words;
  return {
    key: `counter-${row.counter}`,
    title: t.common.counter(labelOf(asked.now.view, row.counter)),
    note: [t.staff.counterState[row.state], row.staff].filter(Boolean).join(' · '),
    leadsTo: () => howStep(asked, { service, only: { counter: row.counter } }),
  };
};

const personOption = (asked: Asked, service: ServiceId, row: StaffCounterRow): Option[] => {
  const { staff, counter } = row;
  const { t } = asked.words;
  if (staff === null) return [];
  return [
    {
      key: `staff-${staff}`,
      title: t.desk.person(staff),
      note: t.desk.nowAt(labelOf(asked.now.view, counter)),
      leadsTo: () => howStep(asked, { service, only: { staff } }),
    },
  ];
};

const whomStep = (asked: Asked, service: ServiceId): Step => {
  const { t } = asked.words;
  const rows = takers(asked, service);
  return {
    prompt: t.desk.toWhom,
    options: [
      {
        ...{
          key: 'any',
          title: t.desk.anyCounter,
          note: rows.length === 0 ? t.desk.noTaker : undefined,
        },
        leadsTo: () => howStep(asked, { service }),
      },
      ...rows.map((row) => counterOption(asked, service, row)),
      ...rows.flatMap((row) => personOption(asked, service, row)),
    ],
  };
};

/** The service at hand first, so that one key sends it elsewhere unchanged. */
export const transferSteps = (now: Situation, ticket: TicketRow, words: Words): Step => {
  const asked = { now, ticket, words };
  const services = (now.view.profile?.services ?? []).map(({ id }) => id);
  const others = services.filter((id) => id !== ticket.service);
  const lane = laneOf(now.view.profile, ticket.lane);
  return {
    prompt: words.t.desk.whichService,
    options: [ticket.service, ...others].map((id) => ({
      key: id,
      title: serviceName(now.view, id, words),
      note:
        id === ticket.service
          ? words.t.desk.sameService(lane ? words.pick(lane.name) : '')
          : undefined,
      leadsTo: () => whomStep(asked, id),
    })),
  };
};
