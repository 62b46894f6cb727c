/**
 * The wire, pinned. A change of it is a decision: whoever makes it raises PROTOCOL_VERSION and takes the
 * new files with `vitest run test/contract -u`. That adds a line for a new version, and never changes the
 * line of one that is there.
 */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROTOCOL_VERSION } from '@tingxu/contract/protocol';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { allSchemas, feedSchemas, journalSchemas, restSchemas, type Schemas } from './wire.ts';

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
const document = ($defs: Schemas): string =>
  pretty({ $schema: 'https://json-schema.org/draft/2020-12/schema', $defs });

const wireHash = (all: Schemas): string =>
  hash('sha256', JSON.stringify([feedSchemas(all), restSchemas(all)])).slice(0, 32);

/** The hash of each version. */
type Versions = Readonly<Record<string, string>>;

const WRITTEN = z.record(z.string(), z.string());
const writtenDown = (): Versions =>
  WRITTEN.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'wire-versions.json'), 'utf8')));

/** A version that is written down stays as it is, whatever the wire is now. */
const withVersion = (known: Versions, version: number, wire: string): Versions => ({
  [version]: wire,
  ...known,
});

describe('the wire', () => {
  it('is the one that this PROTOCOL_VERSION stands for', async () => {
    const wire = wireHash(allSchemas());
    const versions = withVersion(writtenDown(), PROTOCOL_VERSION, wire);
    const said = 'the wire is another one: raise PROTOCOL_VERSION';
    expect(versions[PROTOCOL_VERSION], said).toBe(wire);
    await expect(pretty(versions)).toMatchFileSnapshot('wire-versions.json');
  });

  it('has every version since the first that is written down, and none beyond its own', () => {
    const all = Object.keys(withVersion(writtenDown(), PROTOCOL_VERSION, '')).map(Number);
    const first = all[0] ?? PROTOCOL_VERSION;
    const expected = Array.from({ length: PROTOCOL_VERSION - first + 1 }, (_, i) => first + i);
    expect(all).toEqual(expected);
  });

  it('keeps what a version stood for when it changes without a new one', () => {
    const known = { 7: 'as it was' };
    expect(withVersion(known, 7, 'another')).toEqual(known);
    expect(withVersion(known, 8, 'another')).toEqual({ 7: 'as it was', 8: 'another' });
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
      expect.arrayContaining([
        ...['IssueBody', 'IssueReply', 'TicketDetail', 'Problem'],
        ...['SignInBody', 'Me', 'PairingBody', 'PairedDeviceRow', 'IdentityTrail'],
        ...['PresenceReply', 'PhoneEntryReply'],
      ]),
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
