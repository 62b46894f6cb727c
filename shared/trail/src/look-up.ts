/** Asks the server for the whole life of a ticket, or why one of two came first. */

import type { TicketComparison } from '@tingxu/contract/comparison';
import { ComparisonReply } from '@tingxu/contract/comparison';
import type { TicketExplanation } from '@tingxu/contract/explanation';
import { ExplanationReply } from '@tingxu/contract/explanation';
import { type BusinessDay, TicketId, TicketNumber, type TicketRef } from '@tingxu/contract/ids';
import { TicketDetail } from '@tingxu/contract/rest';
import { type Answer, type Asker, askHall } from '@tingxu/feed-client/ask-hall';

/** One ticket, or two to compare. */
export type Refs = readonly [TicketRef] | readonly [TicketRef, TicketRef];

const parseRef = (text: string): TicketRef | null =>
  TicketNumber.safeParse(text).data ?? TicketId.safeParse(text).data ?? null;

/** Between two numbers: white space, a comma, a slash, "and". */
const SEPARATORS = /[\s,、;/+&与和]+/u;

/** `V 007`, `V007A031`. */
const NUMBERS = /[A-Z] ?\d+/g;
const GAPS = / /g;

const asRefs = (words: readonly string[]): Refs | null => {
  const refs = words.map(parseRef).filter((ref) => ref !== null);
  if (refs.length !== words.length) return null;
  const [first, second] = refs;
  if (!first || refs.length > 2) return null;
  return second && second !== first ? [first, second] : [first];
};

/** What a person typed: a ticket's number or id, or two of them; null when it is neither. */
export const parseRefs = (text: string): Refs | null => {
  const words = text.normalize('NFKC').toUpperCase().split(SEPARATORS).filter(Boolean);
  const spaced = words.join(' ');
  const numbers = (spaced.match(NUMBERS) ?? []).map((text) => text.replace(GAPS, ''));
  const all = numbers.join('') === words.join('');
  return asRefs(words) ?? (all ? asRefs(numbers) : null);
};

export type TicketLife = {
  readonly detail: TicketDetail;
  readonly explanation: TicketExplanation;
};

/** The day that numbers are of; without it the last one. */
const ofDay = (day: BusinessDay | undefined): string => (day === undefined ? '' : `?day=${day}`);

export const lookUp = async (
  options: Asker,
  ref: TicketRef,
  day?: BusinessDay,
): Promise<Answer<TicketLife>> => {
  const [detail, reply] = await Promise.all([
    askHall(options, `tickets/${ref}${ofDay(day)}`, TicketDetail),
    askHall(options, `tickets/${ref}/explanation${ofDay(day)}`, ExplanationReply),
  ]);
  if (!detail.ok) return detail;
  if (!reply.ok) return reply;
  return { ok: true, value: { detail: detail.value, explanation: reply.value.explanation } };
};

export const compare = async (
  options: Asker,
  [first, second]: readonly [TicketRef, TicketRef],
  day?: BusinessDay,
): Promise<Answer<TicketComparison>> => {
  const path = `tickets/${first}/explanation/${second}${ofDay(day)}`;
  const reply = await askHall(options, path, ComparisonReply);
  return reply.ok ? { ok: true, value: reply.value.comparison } : reply;
};
