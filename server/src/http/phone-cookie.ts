/** Which phone asks: the pass that it was given, in a cookie that no script reads, one for each hall. Rules: PHONE-3. */
import type { IncomingHttpHeaders } from 'node:http';
import type { CommandId, HallId } from '@tingxu/contract/ids';
import { cookieIn } from './session-cookie.ts';

/** Units: seconds. */
const A_DAY = 86_400;

const nameOf = (hall: HallId, secure: boolean): string =>
  `${secure ? '__Host-' : ''}tingxu-phone-${hall}`;

export const phoneCookie = (hall: HallId, pass: CommandId, secure: boolean): string =>
  `${nameOf(hall, secure)}=${pass}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${A_DAY}${secure ? '; Secure' : ''}`;

export const passIn = (
  { cookie }: IncomingHttpHeaders,
  hall: HallId,
  secure: boolean,
): string | undefined => cookieIn(cookie, nameOf(hall, secure));
