/** Setting a ticket aside, sending it back for a form, and who is away. Rules: PARK-1..PARK-5, PREP-1..PREP-3. Pure. */
import type { KeepFor } from '@tingxu/contract/commands';
import type { TicketRow } from '@tingxu/contract/views';
import { type Action, named } from '../desk/action.ts';
import type { Situation } from '../desk/situation.ts';
import { type Away, awayTickets, comingBack } from '../waiting/away-list.ts';
import { labelOf, serviceName, type Words } from '../waiting/ticket-notes.ts';
import type { Option, Step } from './step.ts';

const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;
/** Offered beside the hall's usual and longest limit. Units: min. */
const LIMITS_MIN = [5, 10, 30, 60];

/** The usual limit of the hall first, then the others by length. Units: ms. */
export const limitsOf = ({
  parkMs,
  parkMaxMs,
}: {
  parkMs: number;
  parkMaxMs: number;
}): number[] => {
  const others = [...LIMITS_MIN.map((minutes) => minutes * MINUTE_MS), parkMaxMs];
  const fitting = others.filter((limit) => limit !== parkMs && limit <= parkMaxMs);
  return [parkMs, ...[...new Set(fitting)].sort((a, b) => a - b)];
};

const keeperOptions = (
  { t }: Words,
  command: (keepFor: KeepFor | undefined) => readonly Action[],
): readonly Option[] => [
  {
    key: 'staff',
    title: t.desk.backToMe,
    note: t.desk.backToMeNote,
    leadsTo: () => command('staff'),
  },
  { key: 'counter', title: t.desk.backToCounter, leadsTo: () => command('counter') },
  { key: 'any', title: t.desk.backToAny, leadsTo: () => command(undefined) },
];

const kept = (keepFor: KeepFor | undefined) => (keepFor === undefined ? {} : { keepFor });

export const parkSteps = (now: Situation, ticket: TicketRow, words: Words): Step => {
  const { t, format } = words;
  const { rules } = now.view;
  const limits = limitsOf(rules ?? { parkMs: 15 * MINUTE_MS, parkMaxMs: 120 * MINUTE_MS });
  const afterwards = t.desk.afterPark[rules?.afterPark ?? 'return'];
  return {
    prompt: t.desk.howLong,
    options: limits.map((limitMs, index) => ({
      key: String(limitMs),
      title: format.age(limitMs),
      note: index === 0 ? t.desk.usualLimit(afterwards) : undefined,
      leadsTo: () => ({
        prompt: t.desk.backToWhom,
        options: keeperOptions(words, (keepFor) => [
          {
            ...{ type: 'park', ...named(ticket), ...kept(keepFor) },
            limitSeconds: Math.round(limitMs / SECOND_MS),
          },
        ]),
      }),
    })),
  };
};

export const sendBackSteps = (ticket: TicketRow, words: Words): Step => ({
  prompt: words.t.desk.backToWhom,
  options: keeperOptions(words, (keepFor) => [
    { type: 'sendBack', ...named(ticket), ...kept(keepFor) },
  ]),
});

/** Where and since when it is away, and until when. */
export const awayNote = (now: Pick<Situation, 'view'>, { row }: Away, words: Words): string => {
  const { t, format } = words;
  const { aside, validUntilAt } = row;
  const where =
    aside?.counter === undefined ? null : t.common.counter(labelOf(now.view, aside.counter));
  const until = validUntilAt === null ? null : t.desk.until(format.time(validUntilAt));
  return [where, aside?.staff, until].filter(Boolean).join(' · ');
};

/**
 * The customer is there again. Whoever was missed at this counter may be kept for it, or for its teller,
 * while somebody else is being served there. Rules: MISS-14.
 */
export const backSteps = (
  { station }: Pick<Situation, 'station'>,
  row: TicketRow,
  words: Words,
): Step | readonly Action[] => {
  const { t } = words;
  const { aside } = row;
  const back = (keepFor?: KeepFor): readonly Action[] => [
    { type: 'return', ...named(row), ...kept(keepFor) },
  ];
  if (row.state !== 'missed') return [{ type: comingBack(row), ...named(row) }];
  if (aside?.counter !== station.counter) return back();
  const mine: Option = {
    ...{ key: 'staff', title: t.desk.backToMe, note: t.desk.backToMeNote },
    leadsTo: () => back('staff'),
  };
  return {
    prompt: t.desk.backToWhom,
    options: [
      { key: 'any', title: t.desk.backToAny, leadsTo: () => back() },
      ...(aside.staff === station.staff ? [mine] : []),
      { key: 'counter', title: t.desk.backToCounter, leadsTo: () => back('counter') },
    ],
  };
};

export const awaySteps = (now: Situation, words: Words): Step => ({
  prompt: words.t.desk.whoIsBack,
  options: awayTickets(now).map((away) => {
    const { row } = away;
    const state = words.t.desk.awayState[row.aside?.cause ?? 'missed'];
    return {
      key: row.ticket,
      title: `${row.number}  ${state}`,
      note: [
        away.part === 'mine' ? words.t.desk.mine : null,
        serviceName(now.view, row.service, words),
        awayNote(now, away, words),
      ]
        .filter(Boolean)
        .join(' · '),
      leadsTo: () => backSteps(now, row, words),
    };
  }),
});
