/**
 * References of bookings: made by chance, shown once, and known to the hall by a keyed hash only, so that
 * whoever reads a journal cannot try them all. Rules: BOOK-1.
 */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { BookingId, BookingReference } from '@tingxu/contract/appointments';
import { REFERENCE_SIGNS } from '@tingxu/contract/code-signs';
import { type Role, STAFF_ROLES } from '@tingxu/contract/roles';

/** 40 bits: short enough to be typed at a kiosk; wrong ones are limited (wrong-references.ts). */
const LENGTH = 8;

export type References = {
  readonly next: () => BookingReference;
  /** The id under which the hall knows what a customer has the reference of. */
  readonly idOf: (text: string) => BookingId;
  /** As `idOf`; staff name a booking by its id, too, as their list has it. */
  readonly named: (text: string, role: Role) => BookingId;
};

const newReference = (): BookingReference => {
  // 32 signs divide 256, so each is as likely as the others.
  const signs = [...randomBytes(LENGTH)].map(
    (byte) => REFERENCE_SIGNS[byte % REFERENCE_SIGNS.length],
  );
  return BookingReference.parse(signs.join(''));
};

/** As somebody reads it from a slip: small letters, gaps, O for 0, I and L for 1. */
const spelt = (text: string): string =>
  text.replaceAll('-', '').toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');

/** `key` is of the data folder. References of sixteen signs, which have 80 bits, need none. */
export const references = (key: Buffer): References => {
  const hashOf = (signs: string): string =>
    signs.length === LENGTH
      ? createHmac('sha256', key).update(`booking ${signs}`).digest('hex')
      : createHash('sha256').update(signs).digest('hex');
  const idOf = (text: string): BookingId => BookingId.parse(hashOf(spelt(text)).slice(0, 32));
  return {
    next: newReference,
    idOf,
    named: (text, role) => {
      const id = STAFF_ROLES.includes(role) ? BookingId.safeParse(text) : null;
      return id?.success ? id.data : idOf(text);
    },
  };
};
