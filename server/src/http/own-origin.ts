/**
 * Whether a request comes from a page of this server. A browser sends along what it holds of this server's
 * cookies whoever wrote the page, and lets any page open a WebSocket anywhere: so commands and the feed are
 * for pages of this server, and for those of the origins that are named. Programs that are no browsers send
 * neither header. Rules: WEB-1. Source: SEC-05.
 */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** What `Sec-Fetch-Site` says of a page of this very origin, and of an address that a person typed. */
const OWN_SITE: readonly unknown[] = [undefined, 'same-origin', 'none'];

export const isOwnOrigin = (
  headers: IncomingHttpHeaders,
  alsoAllowed: readonly string[] = [],
): boolean => {
  const { origin, host } = headers;
  if (origin === undefined) return OWN_SITE.includes(headers['sec-fetch-site']);
  if (alsoAllowed.includes(origin)) return true;
  const own = URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
  return own && OWN_SITE.includes(headers['sec-fetch-site']);
};

/** Of two hosts Node keeps the first and a proxy before us may have gone by the second: nobody is served by either. */
export const namesTwoHosts = ({ rawHeaders }: Pick<IncomingMessage, 'rawHeaders'>): boolean =>
  rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host').length > 1;
