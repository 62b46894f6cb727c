import decodeQR from 'qr/decode.js';
import { expect, it } from 'vitest';
import { qrModules } from './qr-modules.ts';

/** The code as a camera would have it: so many pixels a module. */
const pictureOf = (rows: boolean[][], scale: number, flip: (dark: boolean) => boolean) => {
  const size = rows.length * scale;
  const data = new Uint8Array(size * size * 4).fill(255);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const dark = flip(rows[Math.floor(y / scale)]?.[Math.floor(x / scale)] ?? false);
      data.fill(dark ? 0 : 255, (y * size + x) * 4, (y * size + x) * 4 + 3);
    }
  }
  return { width: size, height: size, data };
};
const LINK = `https://hall.example/t/#main.20261123-0042.${'Aa0_-'.repeat(4)}zz`;

it('is read back by a decoder, at small and large sizes', () => {
  for (const scale of [2, 5, 9]) {
    expect(decodeQR(pictureOf(qrModules(LINK), scale, (dark) => dark))).toBe(LINK);
  }
});

it('the decoder reads no empty picture', () => {
  expect(() => decodeQR(pictureOf(qrModules(LINK), 5, () => false))).toThrow();
});

it('leaves four light modules on every side', () => {
  const rows = qrModules(LINK);
  const edge = [...rows.slice(0, 4), ...rows.slice(-4)].flat();
  const sides = rows.flatMap((row) => [...row.slice(0, 4), ...row.slice(-4)]);
  expect([...edge, ...sides].some(Boolean)).toBe(false);
  expect(rows.flat().some(Boolean)).toBe(true);
});
