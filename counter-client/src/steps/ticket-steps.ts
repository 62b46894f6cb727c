/** What can be done with a ticket that was looked up by its number. Pure. */
import { OverrideReason } from '@tingxu/contract/override';
import type { CounterView, TicketRow } from '@tingxu/contract/views';
import { tellerEnds } from '@tingxu/feed-client/walk-out';
import { type Action, named } from '../desk/action.ts';
import { ownProfile, type Situation } from '../desk/situation.ts';
import { comingBack } from '../waiting/away-list.ts';
import { protectedFor } from '../waiting/expected-order.ts';
import { labelOf, type Words } from '../waiting/ticket-notes.ts';
import { backSteps } from './aside-steps.ts';
import type { Option, Step } from './step.ts';

/** Most that are offered at once. */
const MATCHES = 6;

/** Live tickets whose number is or ends with what was typed, the exact one first. */
export const matching = (view: Pick<CounterView, 'tickets'>, typed: string): TicketRow[] => {
  const wanted = typed.trim().toUpperCase();
  if (wanted === '') return [];
  const isNumber = /^\d+$/.test(wanted);
  const fits = ({ number }: TicketRow): boolean =>
    number.startsWith(wanted) || (isNumber && Number(number.slice(1)) === Number(wanted));
  return Object.values(view.tickets)
    .filter(fits)
    .sort((a, b) => a.number.length - b.number.length || (a.number < b.number ? -1 : 1))
    .slice(0, MATCHES);
};

/** Why this ticket may not be called from here now; undefined when it may. Rules: CTR-6, CALL-4. */
const callRefused = (now: Situation, row: TicketRow, { t }: Words): string | undefined => {
  const { view, desk, at } = now;
  const counter = ownProfile(now);
  if (!view.rules?.chosenCallBy.includes('teller')) return t.desk.why.choosing;
  if (desk.kind !== 'idle') return t.desk.why.notFree;
  if (!counter?.skills.includes(row.service)) return t.desk.why.skill;
  const shielded = protectedFor({ view, counter, at });
  // A missed ticket comes back at a new, the last, place.
  const behind = shielded && (row.state === 'missed' || shielded.place < row.place);
  return behind ? t.desk.why.protected(shielded.number) : undefined;
};

const callOption = (now: Situation, row: TicketRow, words: Words): Option => ({
  ...{ key: 'call', title: words.t.desk.callNow, refused: callRefused(now, row, words) },
  leadsTo: () => ({
    prompt: words.t.desk.whyChosen,
    options: OverrideReason.options.map((reason) => ({
      key: reason,
      title: words.t.staff.overrideReason[reason],
      leadsTo: () => [{ type: 'callTicket', ...named(row), reason }],
    })),
  }),
});

/** Nothing where the teller may not end it. Rules: END-4. */
const endOption = ({ at }: Situation, row: TicketRow, { t }: Words): readonly Option[] => {
  const options = tellerEnds(row, at).map((reason) => ({
    key: reason,
    title: t.staff.cancelReason[reason],
    leadsTo: (): readonly Action[] => [{ type: 'cancel', ...named(row), reason }],
  }));
  const leadsTo = () => ({ prompt: t.staff.cancelTicket.reason, options });
  return options.length > 0 ? [{ key: 'end', title: t.staff.cancelTicket.action, leadsTo }] : [];
};

const stateNote = (now: Situation, row: TicketRow, { t }: Words): string => {
  const state = t.staff.ticketState[row.state];
  return row.counter === null
    ? `${row.number} · ${state}`
    : `${row.number} · ${state} · ${t.common.counter(labelOf(now.view, row.counter))}`;
};

const optionsFor = (now: Situation, row: TicketRow, words: Words): readonly Option[] => {
  const { t } = words;
  switch (row.state) {
    case 'waiting':
      return [
        callOption(now, row, words),
        {
          ...{ key: 'prepare', title: t.desk.formsLacking, note: t.desk.formsLackingNote },
          leadsTo: () => [{ type: 'prepare', ...named(row) }],
        },
        ...endOption(now, row, words),
      ];
    case 'missed':
    case 'parked':
    case 'preparing': {
      const back: Option = {
        ...{ key: 'back', title: t.desk.comesBack[comingBack(row)] },
        leadsTo: () => backSteps(now, row, words),
      };
      const call = row.state === 'missed' ? [callOption(now, row, words)] : [];
      return [back, ...call, ...endOption(now, row, words)];
    }
    case 'called':
    case 'serving':
      return [];
    default:
      return row.state satisfies never;
  }
};

export const ticketSteps = (now: Situation, row: TicketRow, words: Words): Step => ({
  prompt: stateNote(now, row, words),
  options: optionsFor(now, row, words),
});
