/** The signs of what people read in one place and type in another. Thirty-two each: five bits a sign. */

/** Of the codes that pair a device and that a hall shows to phones: none that can be misread, so no I, O, 0 or 1. */
export const CODE_SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
/** Eight of them. */
export const CODE = /^[2-9A-HJ-NP-Z]{8}$/;

/** Of the references of bookings: Crockford's, where O is read as 0, I and L as 1. Rules: BOOK-1. */
export const REFERENCE_SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Eight of them; sixteen of bookings of before. */
export const REFERENCE = /^(?:[0-9A-HJKMNP-TV-Z]{8}){1,2}$/;
