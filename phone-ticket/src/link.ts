/** The link of the ticket, from the fragment of the page's address. Rules: LINK-1. Pure. */
import { HallId, TicketId, TicketLink } from '@tingxu/contract/ids';

export type Linked = {
  readonly link: TicketLink;
  readonly hall: HallId;
  readonly ticket: TicketId;
};

/** Null for what cannot be a link; whether it is one of this server's only the server knows. */
export const readLink = (fragment: string): Linked | null => {
  const link = TicketLink.safeParse(fragment.replace(/^#/, ''));
  if (!link.success) return null;
  const [hall = '', ticket = ''] = link.data.split('.');
  return { link: link.data, hall: HallId.parse(hall), ticket: TicketId.parse(ticket) };
};
