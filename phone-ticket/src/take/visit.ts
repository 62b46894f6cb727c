/** Which hall a phone stands in and the code that it has scanned, from the address of the page. Pure. Rules: PHONE-1. */
import { HallId } from '@tingxu/contract/ids';
import { PresenceCode } from '@tingxu/contract/presence';

export type Visit = { readonly hall: HallId; readonly code: PresenceCode | null };

/** As somebody types it: small letters, gaps. */
export const readCode = (typed: string): PresenceCode | null =>
  PresenceCode.safeParse(typed.replaceAll(/[\s-]/g, '').toUpperCase()).data ?? null;

export type Address = { readonly search: string; readonly hash: string };

/** Null where the address names no hall. */
export const readVisit = (address: Address): Visit | null => {
  const hall = HallId.safeParse(new URLSearchParams(address.search).get('hall'));
  return hall.success ? { hall: hall.data, code: readCode(address.hash.slice(1)) } : null;
};
