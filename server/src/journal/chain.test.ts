import { CommandId, CounterId, TicketId } from '@tingxu/contract/ids';
import { describe, expect, it } from 'vitest';
import { breakOf, GENESIS, hashOf, START } from './chain.ts';
import type { EventRow } from './schema.ts';

const content: Omit<EventRow, 'hash'> = {
  seq: 1,
  at: 1_000,
  businessDay: '2026-11-23' as EventRow['businessDay'],
  type: 'TicketIssued',
  ticketId: TicketId.parse('20261123-0001'),
  counterId: null,
  actorRole: 'kiosk',
  actorStaff: null,
  commandId: CommandId.parse('some-key-1'),
  data: '{"type":"TicketIssued"}',
  prevHash: GENESIS,
};
const row: EventRow = { ...content, hash: hashOf(content) };

describe('chain', () => {
  it('JRN-2 seals every column', () => {
    const changes: Partial<EventRow>[] = [
      { seq: 2 },
      { at: 1_001 },
      { businessDay: '2026-11-24' as EventRow['businessDay'] },
      { type: 'TicketCalled' },
      { ticketId: null },
      { counterId: CounterId.parse('1') },
      { actorRole: 'teller' },
      { actorStaff: 's1' as EventRow['actorStaff'] },
      { commandId: CommandId.parse('some-key-2') },
      { data: '{"type":"TicketIssued" }' },
      { prevHash: '1'.repeat(64) },
    ];
    expect(changes.flatMap((change) => Object.keys(change))).toEqual(Object.keys(content));
    const hashes = changes.map((change) => hashOf({ ...content, ...change }));
    expect(new Set([row.hash, ...hashes]).size).toBe(changes.length + 1);
  });

  it('JRN-2 keeps content from moving between columns', () => {
    const one = { ...content, ticketId: 'a' as TicketId, counterId: null };
    const other = { ...content, ticketId: null, counterId: 'a' as CounterId };
    expect(hashOf(one)).not.toBe(hashOf(other));
  });

  it('INV-09 says why a row cannot follow', () => {
    expect(breakOf(START, row)).toBeUndefined();
    expect(breakOf({ ...START, seq: 1 }, row)).toContain('seq 1 follows 1');
    expect(breakOf({ ...START, at: 1_001 }, row)).toContain('time runs backwards');
    expect(breakOf({ ...START, hash: 'f'.repeat(64) }, row)).toContain('hash before');
    expect(breakOf(START, { ...row, data: '{}' })).toContain('not what was written');
    expect(breakOf(START, { ...row, hash: 'f'.repeat(64) })).toContain('not what was written');
  });
});
