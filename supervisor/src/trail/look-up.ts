/** Asks the server for the whole life of a ticket. */
import { type HallId, TicketId, TicketNumber, type TicketRef } from '@tingxu/contract/ids';
import { Problem } from '@tingxu/contract/problems';
import { TicketDetail } from '@tingxu/contract/rest';
import type { Role } from '@tingxu/contract/roles';

export type LookUp =
  | { readonly ok: true; readonly detail: TicketDetail }
  /** `problem` is null when no answer came. */
  | { readonly ok: false; readonly problem: Problem | null };

export type LookUpOptions = {
  readonly url: string;
  readonly hall: HallId;
  readonly role: Role;
  readonly ref: TicketRef;
};

/** What a person typed as a ticket's number or id; null when it is neither. */
export const parseRef = (text: string): TicketRef | null => {
  const plain = text.replace(/\s/g, '').toUpperCase();
  return TicketNumber.safeParse(plain).data ?? TicketId.safeParse(plain).data ?? null;
};

export const lookUp = async ({ url, hall, role, ref }: LookUpOptions): Promise<LookUp> => {
  try {
    const response = await fetch(new URL(`/api/v1/halls/${hall}/tickets/${ref}`, url), {
      headers: { 'Tingxu-Role': role },
    });
    const body: unknown = await response.json();
    const detail = TicketDetail.safeParse(body);
    if (response.ok && detail.success) return { ok: true, detail: detail.data };
    return { ok: false, problem: Problem.safeParse(body).data ?? null };
  } catch {
    return { ok: false, problem: null };
  }
};
