import { CommandId } from '@tingxu/contract/ids';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HALL, MORNING, temporaryFolder } from '../runtime/testing/hall-fixture.ts';
import { type Journal, openJournal } from './journal.ts';

const HOUR_MS = 3_600_000;
const answerOf = (key: string) => ({
  key: CommandId.parse(key),
  fingerprint: 'print',
  status: 200,
  body: `{"for":"${key}"}`,
});

let place: ReturnType<typeof temporaryFolder>;
let journal: Journal;
const open = () => openJournal({ folder: place.folder, hall: HALL, now: MORNING });
beforeEach(() => {
  place = temporaryFolder();
  journal = open();
});
afterEach(() => {
  journal.close();
  place.remove();
});
const store = (key: string, at: number) => journal.append([], [answerOf(key)], at);
const find = (key: string) => journal.findAnswer(CommandId.parse(key));

describe('answers', () => {
  it('JRN-4 finds the same bytes, also after a restart', () => {
    store('first-key', MORNING);
    expect(find('first-key')).toEqual(answerOf('first-key'));
    expect(find('other-key')).toBeUndefined();
    journal.close();
    journal = open();
    expect(find('first-key')).toEqual(answerOf('first-key'));
  });

  it('DS-12 keeps every answer for 48 hours, and not for ever', () => {
    for (let hour = 0; hour < 48; hour += 1) store(`key-of-hour-${hour}`, MORNING + hour * HOUR_MS);
    const keys = Array.from({ length: 48 }, (_, hour) => `key-of-hour-${hour}`);
    expect(keys.every((key) => find(key))).toBe(true);
    store('key-of-hour-48', MORNING + 48 * HOUR_MS);
    expect(find('key-of-hour-0')).toBeDefined();
    store('key-of-hour-60', MORNING + 60 * HOUR_MS);
    expect(find('key-of-hour-11')).toBeUndefined();
    expect(find('key-of-hour-12')).toBeDefined();
    journal.close();
    journal = open();
    expect(find('key-of-hour-11')).toBeUndefined();
    expect(find('key-of-hour-12')).toEqual(answerOf('key-of-hour-12'));
  });

  it('does not find an answer whose commit failed', () => {
    const twice = { ...answerOf('null-status'), status: null as never };
    expect(() => journal.append([], [answerOf('good-key'), twice], MORNING)).toThrow('NOT NULL');
    expect(find('good-key')).toBeUndefined();
    store('good-key', MORNING);
    expect(find('good-key')).toEqual(answerOf('good-key'));
  });
});
