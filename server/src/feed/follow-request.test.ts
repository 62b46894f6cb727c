import { AUDIENCE_ROLES } from '@tingxu/contract/access';
import { HallId, TicketId } from '@tingxu/contract/ids';
import { PROTOCOL_VERSION } from '@tingxu/contract/protocol';
import { Audience, Role } from '@tingxu/contract/roles';
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
  const request = readFollow(raw, { role, halls: null }, halls, links);
  return request.ok ? 'ok' : request.problem.code;
};

/** Who may see what, written down a second time: a change here is a decision about duties. Source: H112, H113. */
const POLICY = [
  'kiosk: kiosk lobby supervisor',
  'board: anonymous kiosk board teller lobby supervisor',
  'phone: phone',
  'pad: pad supervisor',
  'counter: teller lobby supervisor',
  'supervisor: lobby supervisor admin auditor',
];

type Table = Readonly<Record<string, readonly string[]>>;
const policy: Table = Object.fromEntries(
  POLICY.map((line) => line.split(': ')).map(([audience = '', roles = '']) => [
    audience,
    roles.split(' '),
  ]),
);

/** The cells in which the server answers otherwise than a table says. */
const otherThan = (table: Table): string[] =>
  Audience.options.flatMap((audience) =>
    Role.options.flatMap((role) => {
      const expected = table[audience]?.includes(role) ? 'ok' : 'forbidden';
      const code = codeOf({ ...follow, audience, link }, role);
      return code === expected ? [] : [`${role} ${audience}: ${code}`];
    }),
  );

/** The table with the other answer in one cell. */
const flipped = (audience: Audience, role: Role): Table => {
  const roles = policy[audience] ?? [];
  const others = roles.filter((one) => one !== role);
  return { ...policy, [audience]: others.length < roles.length ? others : [...roles, role] };
};

describe('a follow request', () => {
  it('FEED-1 every audience is followed by the roles of the policy, and by no other', () => {
    expect(Object.keys(policy)).toEqual(Audience.options);
    expect(otherThan(policy)).toEqual([]);
    expect(AUDIENCE_ROLES).toEqual(policy);
  });

  it('FEED-1 the comparison finds one wrong cell, whichever it is', () => {
    for (const audience of Audience.options) {
      for (const role of Role.options) {
        const [cell = '', ...more] = otherThan(flipped(audience, role));
        expect([cell.split(':')[0], ...more]).toEqual([`${role} ${audience}`]);
      }
    }
  });

  it('LINK-1 a phone follows the ticket of its link, in the hall of its link', () => {
    const phone = { ...follow, audience: 'phone' };
    expect(
      readFollow({ ...phone, link }, { role: 'phone', halls: null }, halls, links),
    ).toMatchObject({
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
    const request = readFollow(
      { ...follow, audience: 'auditor' },
      { role: 'board', halls: null },
      halls,
      links,
    );
    expect(request.ok || request.problem.errors?.[0]?.path).toBe('audience');
    expect(codeOf({ ...follow, hall: 'other' })).toBe('hall-unknown');
  });
});
