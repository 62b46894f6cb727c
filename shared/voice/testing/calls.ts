/** Announcements and a way of speaking for tests. */
import { TicketId } from '@tingxu/contract/ids';
import { BoardId } from '@tingxu/contract/voice';
import type { Announcement } from '../src/ledger.ts';
import type { Pack } from '../src/pack.ts';
import { type Speech, speechOf } from '../src/speech.ts';

/** Four syllables a second. Units: ms. */
const WORDS = Object.entries({
  ...{ lead: 300, 'go-to': 480, to: 250, no: 250, counter: 700, business: 950, chime: 650 },
  ...{ 'letter-a': 270, 'letter-b': 270, yao: 270, ten: 270 },
});
const DIGITS = Array.from({ length: 10 }, (_, digit) => [`d${digit}`, 270]);
const SENTENCES = ['closing', 'one-metre-line', 'missed-list'].map((name) => [name, 3_000]);
const clips = Object.fromEntries([...DIGITS, ...WORDS, ...SENTENCES]);

export const PACK: Pack = { 'zh-CN': clips, 'zh-HK': clips, en: clips };

export const speech = (rule: Parameters<typeof speechOf>[0] = {}): Speech => speechOf(rule, PACK);

export const board = (name: string): BoardId => BoardId.parse(name.padEnd(8, '0'));

const idOf = (ordinal: number): TicketId =>
  TicketId.parse(`20261121-${String(ordinal).padStart(4, '0')}`);

/** The call of the so-manieth ticket, or a later attempt of it. */
export const callOf = (ordinal: number, at: number, attempt = 1, id = ordinal): Announcement => ({
  id,
  subject: { ticket: idOf(ordinal), attempt },
  say: {
    ...{ kind: 'call', number: `A${String(ordinal).padStart(3, '0')}` },
    ...{ counter: '3', label: '3' },
  },
  at,
});

export const ticketOf = idOf;
