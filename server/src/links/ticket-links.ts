/**
 * Links of tickets for phones: made from the ticket and a secret, so nothing of them is kept and none
 * can be guessed. They lie in the fragment of the page's address, which no browser sends to a server.
 * Rules: LINK-1. Source: SEC-09.
 */
import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import { HallId, TicketId, TicketLink } from '@tingxu/contract/ids';
import { rateLimit } from '../http/rate-limit.ts';

export type LinkedTicket = { readonly hall: HallId; readonly ticket: TicketId };

export type TicketLinks = {
  readonly linkOf: (hall: HallId, ticket: TicketId) => TicketLink;
  /** Null for everything that this server has not made. Never throws. */
  readonly ticketOf: (link: string) => LinkedTicket | null;
  /**
   * Counts a link that nobody was given, over both transports; says how long that address has to wait, 0 when
   * it need not. Whoever has a right one is never asked: all phones of a hall may share an address. Units: ms,
   * `nowMs` of any steady clock.
   */
  readonly noteWrong: (address: string, nowMs: number) => number;
};

/** Wrong links a minute and address that are told apart from too many. Source: SEC-09. */
export const MOST_WRONG_LINKS = 10;
const ADDRESSES = 5_000;

/** 128 bits. Units: bytes. */
const PROOF_BYTES = 16;

export const ticketLinks = (secret: Buffer): TicketLinks => {
  // Made once: from the bytes it would be made again for each link, which takes seven times as long.
  const key = createSecretKey(secret);
  const proofOf = (hall: string, ticket: string): Buffer =>
    createHmac('sha256', key).update(`ticket ${hall} ${ticket}`).digest().subarray(0, PROOF_BYTES);
  const wrong = rateLimit(MOST_WRONG_LINKS, ADDRESSES);
  return {
    noteWrong: (address, nowMs) => wrong.take(address, nowMs),
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
