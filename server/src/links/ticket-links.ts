/**
 * Links of tickets for phones: made from the ticket and a secret, so nothing of them is kept and none
 * can be guessed. They lie in the fragment of the page's address, which no browser sends to a server.
 * Rules: LINK-1. Source: SEC-09.
 */
import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import { HallId, TicketId, TicketLink } from '@tingxu/contract/ids';

export type LinkedTicket = { readonly hall: HallId; readonly ticket: TicketId };

export type TicketLinks = {
  readonly linkOf: (hall: HallId, ticket: TicketId) => TicketLink;
  /** Null for everything that this server has not made. Never throws. */
  readonly ticketOf: (link: string) => LinkedTicket | null;
};

/** 128 bits. Units: bytes. */
const PROOF_BYTES = 16;

export const ticketLinks = (secret: Buffer): TicketLinks => {
  // Made once: from the bytes it would be made again for each link, which takes seven times as long.
  const key = createSecretKey(secret);
  const proofOf = (hall: string, ticket: string): Buffer =>
    createHmac('sha256', key).update(`ticket ${hall} ${ticket}`).digest().subarray(0, PROOF_BYTES);
  return {
    linkOf: (hall, ticket) =>
      TicketLink.parse(`${hall}.${ticket}.${proofOf(hall, ticket).toString('base64url')}`),
    ticketOf: (link) => {
      if (!TicketLink.safeParse(link).success) return null;
      const [hall = '', ticket = '', proof = ''] = link.split('.');
      const given = Buffer.from(proof, 'base64url');
      const same = given.length === PROOF_BYTES && timingSafeEqual(given, proofOf(hall, ticket));
      return same ? { hall: HallId.parse(hall), ticket: TicketId.parse(ticket) } : null;
    },
  };
};
