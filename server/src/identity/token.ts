/** Tokens of sessions: 256 random bits, of which the server keeps a hash. Rules: AUTH-2. Source: SEC-03. */
import { hash, randomBytes } from 'node:crypto';

/** What the server knows a session by: the hash of its token. */
export type SessionId = string & { readonly __brand: 'SessionId' };

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

export const newToken = (): string => randomBytes(32).toString('base64url');

/** Null for what cannot be a token. */
export const sessionIdOf = (token: string): SessionId | null =>
  TOKEN.test(token) ? (hash('sha256', token) as SessionId) : null;
