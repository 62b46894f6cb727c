/** The frames of the document, from both sides. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { callerBox } from '@tingxu/twins/caller/caller-box';
import { boxEar } from '@tingxu/twins/caller/caller-frames';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../root.ts';
import { boxReader, OUTCOME, pollFrame, whoFrame } from './frame.ts';

/** The lines of bytes in the example, in their order. */
const EXAMPLE = readFileSync(join(ROOT, 'docs/CALLER-FRAME.md'), 'utf8')
  .split('## An example')[1]
  ?.match(/^ {4}7E[0-9A-F ]+$/gm)
  ?.map((line) => line.trim());

const hex = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('hex')
    .toUpperCase()
    .replaceAll(/(..)(?=.)/g, '$1 ');

const session = { serial: 0x7e_00_10_a1, power: 5 };
const free = { state: 2, ticket: '', waiting: 12, picture: 0x4d_1c } as const;
const calling = { state: 3, ticket: 'A012', waiting: 11, picture: 0x9b_07 } as const;

const questions = [
  whoFrame(0x01_02),
  ...[
    { number: 0x01_04, settled: { press: 0, outcome: OUTCOME.unknown }, shown: free },
    { number: 0x01_05, settled: { press: 1, outcome: OUTCOME.done }, shown: calling },
  ].map((one) => pollFrame({ address: 3, session, ...one })),
];

/** A box at its fifth start, and what it answers. */
const openBox = () => {
  let now = 0;
  const box = callerBox({ address: 3, serial: session.serial, now: () => now });
  for (let start = 1; start < session.power; start += 1) box.restart();
  const ear = boxEar();
  const answerTo = (frame: Uint8Array): Buffer | null => {
    now += 100;
    for (const byte of frame) {
      const question = ear(byte);
      const answer = question && box.answer(question);
      if (answer) return answer.bytes;
    }
    return null;
  };
  return { box, answerTo };
};

describe('frames of callers', () => {
  it('CALLER-5 are those of the document, said by the server and answered by a box', () => {
    const { box, answerTo } = openBox();
    const [who, poll, settle] = questions.map((frame) => {
      // The first poll is heard before the key, so that the box knows what it shows.
      if (frame === questions[1]) {
        answerTo(pollFrame({ address: 3, number: 1, session, settled: NOTHING, shown: free }));
        expect(box.press('+')).toBe(true);
      }
      return [hex(frame), hex(answerTo(frame) ?? Buffer.alloc(0))];
    });
    expect([who, poll, settle].flat()).toEqual(EXAMPLE);
    expect(box.newest()?.end).toEqual({ outcome: OUTCOME.done });
    expect(box.display()).toMatchObject({ state: 3, ticket: 'A012', waiting: 11 });
  });

  it('are read back as they were meant, whatever is before them', () => {
    const bytes = Buffer.from((EXAMPLE ?? [])[3]?.replaceAll(' ', '') ?? '', 'hex');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 90 }), (before) => {
        const read = boxReader();
        const heard = [...before, 0x7e, ...bytes].map(read).filter((one) => one !== null);
        expect(heard.at(-1)).toEqual({
          ...{ kind: 'polled', address: 3, number: 0x01_04 },
          press: { press: 1, key: 0x2b, choice: 0, picture: 0x4d_1c },
        });
      }),
    );
  });

  it('that are damaged are heard by nobody', () => {
    const bytes = Buffer.from((EXAMPLE ?? [])[3]?.replaceAll(' ', '') ?? '', 'hex');
    for (let bit = 8; bit < (bytes.length - 1) * 8; bit += 1) {
      const wrong = Buffer.from(bytes);
      wrong[bit >> 3] = (wrong[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const read = boxReader();
      expect([...wrong].map(read).filter((one) => one !== null)).toEqual([]);
    }
  });
});

const NOTHING = { press: 0, outcome: OUTCOME.unknown } as const;
