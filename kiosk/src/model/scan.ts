/**
 * What a scanner types: the code of a ticket, which opens it on a phone, or the reference of a booking.
 * Rules: LINK-1, BOOK-1.
 */
import { TicketId } from '@tingxu/contract/ids';

export type Scanned =
  | { readonly kind: 'ticket'; readonly ticket: TicketId }
  | { readonly kind: 'booking'; readonly reference: string };

/** The link of a ticket, alone or at the end of its page's address: hall, ticket, 128 bits. */
const LINK = /(?:^|#)[a-z0-9-]+\.(\d{8}-\d{4,})\.[\w-]{22}$/;

/** Who holds something else under the scanner is told that there is no such booking. Pure. */
export const readScan = (text: string): Scanned => {
  const ticket = TicketId.safeParse(LINK.exec(text)?.[1]);
  if (ticket.success) return { kind: 'ticket', ticket: ticket.data };
  // What the server cannot take for a reference would come back as a fault of this page.
  const signs = text.replaceAll(/[^0-9A-Za-z]/g, '').slice(0, 32);
  return { kind: 'booking', reference: signs.padEnd(8, '0') };
};

/** A scan that stood still for so long was cut off. Units: ms. */
const GAP_MS = 1_000;
/** Nothing shorter is a code. */
const LEAST = 8;

/** Collects the keys of a scanner, which types like a keyboard and ends with Enter. */
export const createScanner = (onScan: (text: string) => void) => {
  let text = '';
  let lastAt = 0;
  /** True when the key ends a scan, and is no Enter of the pad. */
  return (key: string, at: number): boolean => {
    if (at - lastAt > GAP_MS) text = '';
    lastAt = at;
    if (key.length === 1) {
      text += key;
      return false;
    }
    if (key !== 'Enter') return false;
    const scanned = text;
    text = '';
    if (scanned.length < LEAST) return false;
    onScan(scanned);
    return true;
  };
};
