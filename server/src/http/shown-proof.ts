/**
 * What a customer shows, turned into what the hall may know: a class and an age. The number itself ends
 * here. Rules: DIR-1, DIR-3, LANE-2, LANE-3.
 */
import type { CustomerProfile, Identification, Proof } from '@tingxu/contract/customers';
import { type BusinessDay, TicketId } from '@tingxu/contract/ids';
import type { IssueBody } from '@tingxu/contract/rest';
import * as z from 'zod/mini';
import type { Directory } from '../directory/directory.ts';
import type { Answer } from '../runtime/hall-runtime.ts';
import type { HostedHall } from './hosting.ts';

/** Null where the hall has no key for numbers. */
export const hashOf = (directory: Directory, shown: Identification) =>
  shown.kind === 'card' ? shown.hash : directory.hashOf(shown.number);

/** The year of birth that counts: the card is in the customer's hand. */
const ageOf = (
  shown: Identification,
  profile: CustomerProfile | null,
  day: BusinessDay,
): Proof['age'] => {
  const year = Number(day.slice(0, 4));
  const onCard = shown.kind === 'card' ? shown.birthYear : undefined;
  const born = onCard ?? profile?.birthYear ?? null;
  if (born === null || born > year) return undefined;
  return { years: year - born, from: onCard === undefined ? 'directory' : 'card' };
};

type Shown = Pick<IssueBody, 'identification' | 'declared'>;

/** What was found for a request, as long as the request lives. */
const found = new WeakMap<Shown, CustomerProfile>();

const TicketInAnswer = z.object({ ticket: z.object({ id: TicketId }) });

/** The ticket is issued: who serves it may know whom. Rules: DIR-6. */
export function rememberCustomer(
  { customers, directory }: Pick<HostedHall, 'customers' | 'directory'>,
  body: Shown,
  { body: answer }: Pick<Answer, 'body'>,
): void {
  const hash = body.identification && hashOf(directory, body.identification);
  const told = hash && TicketInAnswer.safeParse(JSON.parse(answer));
  if (!hash || !told?.success) return;
  const { id } = told.data.ticket;
  customers.holds(hash, id);
  const profile = found.get(body);
  if (profile) customers.remember(id, profile);
}

/** Asks the directory; undefined when nothing was shown. Never throws. */
export async function shownProof(
  directory: Directory,
  body: Shown,
  day: BusinessDay,
): Promise<Proof | undefined> {
  const { identification, declared } = body;
  const word = declared === undefined ? {} : { declared };
  if (!identification) return declared === undefined ? undefined : word;
  const hash = hashOf(directory, identification);
  const profile = hash && (await directory.find(hash));
  if (profile) found.set(body, profile);
  const age = ageOf(identification, profile, day);
  return { class: profile?.class ?? 'unknown', ...(age && { age }), ...word };
}

/** The body with a hash in the place of the number: what may be kept with the command's key. */
export function withoutNumber(
  directory: Directory,
  body: Pick<IssueBody, 'identification'>,
): unknown {
  const { identification, ...rest } = body;
  if (!identification) return body;
  const { kind } = identification;
  const birthYear = kind === 'card' ? identification.birthYear : undefined;
  return { ...rest, identification: { kind, hash: hashOf(directory, identification), birthYear } };
}
