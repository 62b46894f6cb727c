/**
 * What a customer shows, turned into what the hall may know: a class and an age. The number itself ends
 * here. Rules: DIR-1, DIR-3, LANE-2, LANE-3.
 */
import type { CustomerProfile, Identification, Proof } from '@tingxu/contract/customers';
import type { BusinessDay } from '@tingxu/contract/ids';
import type { IssueBody } from '@tingxu/contract/rest';
import type { Directory } from '../directory/directory.ts';

const hashOf = (directory: Directory, shown: Identification) =>
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

/** Asks the directory; undefined when nothing was shown. Never throws. */
export async function shownProof(
  directory: Directory,
  { identification, declared }: Pick<IssueBody, 'identification' | 'declared'>,
  day: BusinessDay,
): Promise<Proof | undefined> {
  const word = declared === undefined ? {} : { declared };
  if (!identification) return declared === undefined ? undefined : word;
  const hash = hashOf(directory, identification);
  const profile = hash && (await directory.find(hash));
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
