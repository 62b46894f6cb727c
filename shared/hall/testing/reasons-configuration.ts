/** Why a change of the configuration may be refused, from docs/SPEC.md and the book alone. */
import type { CommandOf } from '@tingxu/contract/commands';
import type { HallConfig } from '@tingxu/contract/config';
import type { Instant } from '@tingxu/contract/ids';
import type { RejectionCode } from '@tingxu/contract/problems';
import type { Book, BookTicket } from './book.ts';

const has = (rows: readonly { readonly id: string }[], id: string): boolean =>
  rows.some((row) => row.id === id);

/** Whether the ticket would have no lane, no service, or nobody to serve it. */
const losesTicket = (config: HallConfig, ticket: BookTicket): boolean => {
  const { lane, service, phase, further } = ticket;
  const isTaken = (id: string): boolean =>
    config.counters.some(({ skills }) => skills.some((skill) => skill === id));
  if (!has(config.lanes, lane) || !has(config.services, service)) return true;
  if (phase !== 'serving' && !isTaken(service)) return true;
  return !further.every((id) => has(config.services, id) && isTaken(id));
};

/** CONF-4: whether the change would lose what is live now. */
export const wouldLose = (book: Book, config: HallConfig): boolean => {
  if (!book.open) return false;
  if (config.zone !== book.config.zone || config.cutOverHour !== book.config.cutOverHour) {
    return true;
  }
  for (const [id, { state }] of book.counters) {
    if (state !== 'closed' && !has(config.counters, id)) return true;
  }
  return [...book.live.values()].some((ticket) => losesTicket(config, ticket));
};

export const changeConfiguration = (
  book: Book,
  { config, when, basedOn }: CommandOf<'ChangeConfiguration'>,
  { at }: { readonly at: Instant },
): readonly RejectionCode[] => {
  const now = when === 'now' || (when !== 'next-day' && when <= at);
  const reasons: RejectionCode[] = [];
  if (basedOn !== book.latest) reasons.push('configuration-stale');
  const foreign = config.hall !== book.config.hall;
  if (foreign || (now && wouldLose(book, config))) reasons.push('configuration-conflict');
  return reasons;
};

export const withdrawPlan = (
  book: Book,
  { basedOn }: CommandOf<'WithdrawConfigurationPlan'>,
): readonly RejectionCode[] => {
  if (book.plan === null) return ['configuration-plan-absent'];
  return basedOn === book.latest ? [] : ['configuration-stale'];
};
