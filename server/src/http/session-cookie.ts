/**
 * Where a browser keeps the tokens of its sessions: in cookies that no script reads and no other site sends.
 * Programs send theirs as a bearer. Rules: AUTH-2. Source: SEC-03, SEC-05.
 */
import type { IncomingHttpHeaders } from 'node:http';

/** A browser may be a paired device and have somebody signed in at once. */
export type SessionCookie = 'session' | 'device';
export const SESSION_COOKIES: readonly SessionCookie[] = ['session', 'device'];

/** Behind TLS the name itself binds a cookie to the host; a plain server could not set such a one. */
const nameOf = (cookie: SessionCookie, secure: boolean): string =>
  `${secure ? '__Host-' : ''}tingxu-${cookie}`;

export function setCookie(cookie: SessionCookie, token: string, secure: boolean): string {
  const attributes = 'Path=/; HttpOnly; SameSite=Strict';
  return `${nameOf(cookie, secure)}=${token}; ${attributes}${secure ? '; Secure' : ''}`;
}

export const clearCookie = (cookie: SessionCookie, secure: boolean): string =>
  `${setCookie(cookie, '', secure)}; Max-Age=0`;

const markName = (secure: boolean): string => `${secure ? '__Host-' : ''}tingxu-browser`;

/** Somebody has signed in at this browser: opens nothing, and outlasts the session. Rules: AUTH-9. Units: ms. */
export const markCookie = (mark: string, lastsMs: number, secure: boolean): string =>
  `${markName(secure)}=${mark}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${lastsMs / 1_000}${secure ? '; Secure' : ''}`;

export const markIn = ({ cookie }: IncomingHttpHeaders, secure: boolean): string =>
  cookieIn(cookie, markName(secure)) ?? '';

const wayName = (secure: boolean): string => `${secure ? '__Host-' : ''}tingxu-sign-on`;

/**
 * Names a way to the provider of single sign-on and opens nothing by itself; `Lax`, since the browser comes back from
 * another site. Rules: AUTH-20. Units: ms.
 */
export const wayCookie = (name: string, lastsMs: number, secure: boolean): string =>
  `${wayName(secure)}=${name}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${lastsMs / 1_000}${secure ? '; Secure' : ''}`;

export const wayIn = ({ cookie }: IncomingHttpHeaders, secure: boolean): string =>
  cookieIn(cookie, wayName(secure)) ?? '';

export function cookieIn(header: string | undefined, name: string): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value) return value;
  }
  return undefined;
}

const BEARER = /^Bearer ([A-Za-z0-9_-]{1,100})$/i;

/** What a request shows; nobody has both a bearer and cookies, so a bearer stands alone. */
export type ShownTokens = readonly string[];

export function tokensIn(headers: IncomingHttpHeaders, secure: boolean): ShownTokens {
  const bearer = BEARER.exec(headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return [bearer];
  return SESSION_COOKIES.flatMap((cookie) => {
    const token = cookieIn(headers.cookie, nameOf(cookie, secure));
    return token === undefined ? [] : [token];
  });
}
