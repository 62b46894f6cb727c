/** Asks the server for the whole life of a ticket, or why one of two came first. */

import type { TicketComparison, TicketExplanation } from '@tingxu/contract/explanation';
import { ComparisonReply, ExplanationReply } from '@tingxu/contract/explanation';
import { type HallId, TicketId, TicketNumber, type TicketRef } from '@tingxu/contract/ids';
import { Problem } from '@tingxu/contract/problems';
import { TicketDetail } from '@tingxu/contract/rest';
import type { Role } from '@tingxu/contract/roles';

/** `problem` is null when no answer came. */
type Failed = { readonly ok: false; readonly problem: Problem | null };
type Answer<T> = { readonly ok: true; readonly value: T } | Failed;

export type LookUpOptions = {
  readonly url: string;
  readonly hall: HallId;
  readonly role: Role;
};

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

/** As a schema of the contract does it. */
type Parsed<T> = { readonly success: true; readonly data: T } | { readonly success: false };
type Schema<T> = { safeParse(body: unknown): Parsed<T> };

const ask = async <T>(
  { url, hall, role }: LookUpOptions,
  path: string,
  schema: Schema<T>,
): Promise<Answer<T>> => {
  try {
    const response = await fetch(new URL(`/api/v1/halls/${hall}/tickets/${path}`, url), {
      headers: { 'Tingxu-Role': role },
    });
    const body: unknown = await response.json();
    const found = schema.safeParse(body);
    if (response.ok && found.success) return { ok: true, value: found.data };
    return { ok: false, problem: Problem.safeParse(body).data ?? null };
  } catch {
    return { ok: false, problem: null };
  }
};

export type TicketLife = {
  readonly detail: TicketDetail;
  readonly explanation: TicketExplanation;
};

export const lookUp = async (
  options: LookUpOptions,
  ref: TicketRef,
): Promise<Answer<TicketLife>> => {
  const [detail, reply] = await Promise.all([
    ask(options, ref, TicketDetail),
    ask(options, `${ref}/explanation`, ExplanationReply),
  ]);
  if (!detail.ok) return detail;
  if (!reply.ok) return reply;
  return { ok: true, value: { detail: detail.value, explanation: reply.value.explanation } };
};

export const compare = async (
  options: LookUpOptions,
  [first, second]: readonly [TicketRef, TicketRef],
): Promise<Answer<TicketComparison>> => {
  const reply = await ask(options, `${first}/explanation/${second}`, ComparisonReply);
  return reply.ok ? { ok: true, value: reply.value.comparison } : reply;
};
