/**
 * The wire, pinned. A change of it is a decision: whoever makes it raises PROTOCOL_VERSION where old
 * clients would misread, and takes the new files with `vitest run test/contract -u`.
 */
import { hash } from 'node:crypto';
import { PROTOCOL_VERSION } from '@tingxu/contract/protocol';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { allSchemas, feedSchemas, journalSchemas, restSchemas, type Schemas } from './wire.ts';

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
const document = ($defs: Schemas): string =>
  pretty({ $schema: 'https://json-schema.org/draft/2020-12/schema', $defs });

const wireHash = (all: Schemas): string =>
  hash('sha256', JSON.stringify([feedSchemas(all), restSchemas(all)])).slice(0, 32);

describe('the wire', () => {
  it('is the one that this PROTOCOL_VERSION stands for', async () => {
    const pinned = { protocol: PROTOCOL_VERSION, wire: wireHash(allSchemas()) };
    await expect(pretty(pinned)).toMatchFileSnapshot('wire-hash.json');
  });

  it('has the messages of the feed that are written down', async () => {
    await expect(document(feedSchemas())).toMatchFileSnapshot('feed.schema.json');
  });

  it('leaves the journal readable: its events are those written down', async () => {
    await expect(document(journalSchemas())).toMatchFileSnapshot('journal.schema.json');
  });

  it('names every message of the feed, of REST and of the journal', () => {
    expect(Object.keys(feedSchemas())).toEqual(
      expect.arrayContaining(['Follow', 'FeedSnapshot', 'FeedBatch', 'FeedTick', 'BoardView']),
    );
    expect(Object.keys(restSchemas())).toEqual(
      expect.arrayContaining(['IssueBody', 'IssueReply', 'TicketDetail', 'Problem']),
    );
    expect(Object.keys(journalSchemas())).toEqual(
      expect.arrayContaining(['JournalEntry', 'TicketCalled', 'HallConfig']),
    );
  });

  it('is seen to change when one member of one message does', () => {
    const TicketTick = z.strictObject({ epoch: z.string() });
    const all = allSchemas({ TicketTick });
    expect(wireHash(all)).toBe(wireHash(allSchemas()));
    expect(wireHash({ ...all, FeedTick: all['TicketTick'] })).not.toBe(wireHash(all));
  });
});
