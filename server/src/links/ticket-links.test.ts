import { HallId, TicketId } from '@tingxu/contract/ids';
import { expect, it } from 'vitest';
import { ticketLinks } from './ticket-links.ts';

const hall = HallId.parse('main');
const ticket = TicketId.parse('20261123-0042');
const links = ticketLinks(Buffer.alloc(32, 3));

it('LINK-1 leads back to its ticket, and every other text to none', () => {
  const link = links.linkOf(hall, ticket);
  expect(links.ticketOf(link)).toEqual({ hall, ticket });
  const proof = link.slice(link.lastIndexOf('.') + 1);
  const others = [
    `east.${ticket}.${proof}`,
    `main.20261123-0043.${proof}`,
    `main.20261124-0042.${proof}`,
    `${link}A`,
    link.slice(0, -1),
    `${link.slice(0, 5)}é${link.slice(6)}`,
    `main.${ticket}.${'A'.repeat(22)}`,
    `main.${ticket}.`,
    '',
    '..',
  ];
  for (const other of others) expect(links.ticketOf(other), other).toBeNull();
});

it('LINK-1 is another under another key', () => {
  const other = ticketLinks(Buffer.alloc(32, 4));
  expect(other.ticketOf(links.linkOf(hall, ticket))).toBeNull();
});

it('LINK-1 spends every bit of its proof: one changed character opens nothing', () => {
  const link = links.linkOf(hall, ticket);
  const at = link.lastIndexOf('.') + 1;
  let opened = 0;
  for (let index = at; index < link.length - 1; index += 1) {
    const changed = link[index] === 'x' ? 'y' : 'x';
    const other = `${link.slice(0, index)}${changed}${link.slice(index + 1)}`;
    if (links.ticketOf(other)) opened += 1;
  }
  expect(opened).toBe(0);
});
