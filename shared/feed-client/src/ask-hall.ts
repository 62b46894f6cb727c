/** A question to the server's API about a hall, its answer held against the schema. */
import type { HallId } from '@tingxu/contract/ids';
import { Problem } from '@tingxu/contract/problem';
import type { Role } from '@tingxu/contract/roles';
import { tellSession } from './session-refused.ts';

/** `problem` is null when no answer came. */
export type Failed = { readonly ok: false; readonly problem: Problem | null };
export type Answer<T> = { readonly ok: true; readonly value: T } | Failed;

export type Asker = { readonly url: string; readonly hall: HallId; readonly role: Role };

/** As a schema of the contract does it. */
type Parsed<T> = { readonly success: true; readonly data: T } | { readonly success: false };
type Schema<T> = { safeParse(body: unknown): Parsed<T> };

/** `path` below the hall. */
export const askHall = async <T>(
  { url, hall, role }: Asker,
  path: string,
  schema: Schema<T>,
): Promise<Answer<T>> => {
  try {
    const response = await fetch(new URL(`/api/v1/halls/${hall}/${path}`, url), {
      headers: { 'Tingxu-Role': role },
    });
    const body: unknown = await response.json();
    const found = schema.safeParse(body);
    if (response.ok && found.success) return { ok: true, value: found.data };
    const problem = Problem.safeParse(body).data ?? null;
    tellSession(problem?.code);
    return { ok: false, problem };
  } catch {
    return { ok: false, problem: null };
  }
};
