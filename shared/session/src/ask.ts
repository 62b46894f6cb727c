/** Questions about who asks: not about a hall, and so without the role in which somebody asks. */
import { Problem } from '@tingxu/contract/problem';

/** `problem` is null when no answer came, or none that this page can read. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem | null };

/** As a schema of the contract does it. */
export type Schema<T> = {
  safeParse(body: unknown): { success: true; data: T } | { success: false };
};

export type Question<T> = {
  /** Origin of the server. */
  readonly url: string;
  /** Below `/api/v1`. */
  readonly path: string;
  readonly schema: Schema<T>;
  /** A question with a body is a command. */
  readonly body?: object | undefined;
  readonly method?: 'PATCH' | 'DELETE' | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
};

/** Passphrases are checked a few at a time, with a line before them. Units: ms. */
const PATIENCE_MS = 15_000;

/** Whatever the answer says. */
export const ANYTHING: Schema<null> = { safeParse: () => ({ success: true, data: null }) };

export const ask = async <T>(question: Question<T>): Promise<Answer<T>> => {
  // AbortSignal.timeout is younger than the oldest boxes in a hall.
  const abort = new AbortController();
  const timeout = setTimeout(() => abort.abort(), PATIENCE_MS);
  try {
    const { url, path, schema, body, headers } = question;
    const response = await fetch(new URL(`/api/v1${path}`, url), {
      method: question.method ?? (body ? 'POST' : 'GET'),
      headers: { ...headers, ...(body && { 'Content-Type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
      signal: abort.signal,
    });
    const text = await response.text();
    const said: unknown = text === '' ? null : JSON.parse(text);
    const found = schema.safeParse(said);
    if (response.ok && found.success) return { ok: true, value: found.data };
    return { ok: false, problem: Problem.safeParse(said).data ?? null };
  } catch {
    return { ok: false, problem: null };
  } finally {
    clearTimeout(timeout);
  }
};
