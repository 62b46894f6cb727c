/** What a teller should know of a ticket besides its lane and service, the most urgent first. Pure. */
import type { KeptFor } from '@tingxu/contract/commands';
import type { CounterView, TicketRow } from '@tingxu/contract/views';
import type { CounterI18n } from '../texts.ts';

export type Words = Pick<CounterI18n, 't' | 'pick' | 'format'>;
type Names = Pick<CounterView, 'profile'>;

export const labelOf = ({ profile }: Names, counter: string): string =>
  profile?.counters.find(({ id }) => id === counter)?.label ?? counter;

export const serviceName = ({ profile }: Names, service: string, { pick }: Words): string => {
  const found = profile?.services.find(({ id }) => id === service);
  return found ? pick(found.name) : service;
};

/** For whom a ticket is kept. */
export const keptText = (
  view: Names,
  only: KeptFor | null,
  { t }: Pick<Words, 't'>,
): string | null => {
  if (only === null) return null;
  return 'counter' in only
    ? t.desk.keptForCounter(labelOf(view, only.counter))
    : t.desk.keptForStaff(only.staff);
};

const cameBack = (view: Names, { entry, first }: TicketRow, { t }: Words): string | null => {
  if (!entry) return first ? t.desk.first : null;
  const from = entry.counter === undefined ? null : labelOf(view, entry.counter);
  return t.desk.entry[entry.cause](from);
};

const following = (view: Names, { further }: TicketRow, words: Words): string | null => {
  const [next] = further;
  if (next === undefined) return null;
  return words.t.desk.follows(serviceName(view, next, words), further.length - 1);
};

export const ticketNotes = (view: Names, row: TicketRow, words: Words): readonly string[] => {
  const { t } = words;
  const notes = [
    row.hold > 0 ? t.counter.held(row.hold) : null,
    keptText(view, row.only, words),
    row.referral ? t.staff.referred(t.staff.referralReason[row.referral]) : null,
    cameBack(view, row, words),
    row.first && row.entry ? t.desk.first : null,
    following(view, row, words),
  ];
  return notes.filter((note) => note !== null);
};
