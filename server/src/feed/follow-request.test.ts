import { HallId, TicketId } from '@tingxu/contract/ids';
import { PROTOCOL_VERSION } from '@tingxu/contract/protocol';
import { AUDIENCE_ROLES, Audience, Role } from '@tingxu/contract/roles';
import { describe, expect, it } from 'vitest';
import { ticketLinks } from '../links/ticket-links.ts';
import { readFollow } from './follow-request.ts';

const demo = HallId.parse('demo');
const halls = new Set([demo, HallId.parse('east')]);
const links = ticketLinks(Buffer.alloc(32, 1));
const ticket = TicketId.parse('20261123-0001');
const link = links.linkOf(demo, ticket);
const follow = { hall: 'demo', audience: 'board', protocol: PROTOCOL_VERSION };
const codeOf = (raw: unknown, role: Role = 'board') => {
  const request = readFollow(raw, role, halls, links);
  return request.ok ? 'ok' : request.problem.code;
};

describe('a follow request', () => {
  it('FEED-1 only the roles that an audience names may follow it', () => {
    for (const audience of Audience.options) {
      for (const role of Role.options) {
        const expected = AUDIENCE_ROLES[audience].includes(role) ? 'ok' : 'forbidden';
        expect(codeOf({ ...follow, audience, link }, role), `${role} ${audience}`).toBe(expected);
      }
    }
  });

  it('LINK-1 a phone follows the ticket of its link, in the hall of its link', () => {
    const phone = { ...follow, audience: 'phone' };
    expect(readFollow({ ...phone, link }, 'phone', halls, links)).toMatchObject({
      ok: true,
      whom: { phoneOf: ticket },
    });
    expect(codeOf(phone, 'phone')).toBe('link-unknown');
    expect(codeOf({ ...phone, link, hall: 'east' }, 'phone')).toBe('link-unknown');
    const other = ticketLinks(Buffer.alloc(32, 2)).linkOf(demo, ticket);
    expect(codeOf({ ...phone, link: other }, 'phone')).toBe('link-unknown');
  });

  it('tells another version to upgrade, whatever else it sends', () => {
    expect(codeOf({ ...follow, protocol: PROTOCOL_VERSION + 1 })).toBe('upgrade-required');
    expect(codeOf({ protocol: PROTOCOL_VERSION - 1, new: true })).toBe('upgrade-required');
  });

  it.each([
    [null],
    ['follow'],
    [{}],
    [{ ...follow, hall: 'UPPER' }],
    [{ ...follow, audience: 'auditor' }],
    [{ ...follow, cursor: { epoch: 'x', upTo: 1 } }],
    [{ ...follow, cursor: { epoch: '0123456789abcdef', upTo: -1 } }],
    [{ ...follow, extra: 1 }],
  ])('refuses %j', (raw) => {
    expect(codeOf(raw)).toBe('validation-failed');
  });

  it('names what is wrong and which hall is unknown', () => {
    const request = readFollow({ ...follow, audience: 'auditor' }, 'board', halls, links);
    expect(request.ok || request.problem.errors?.[0]?.path).toBe('audience');
    expect(codeOf({ ...follow, hall: 'other' })).toBe('hall-unknown');
  });
});
