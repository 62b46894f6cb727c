/** Pictures of one byte a pixel, by a palette, as PNG. Pure. */
import { crc32, deflateSync } from 'node:zlib';

const chunk = (name: string, data: Uint8Array): Uint8Array => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
};

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** Eight bits a pixel, by palette. */
const BY_PALETTE = [8, 3, 0, 0, 0];

export type Picture = {
  readonly width: number;
  readonly height: number;
  /** Three bytes a colour. */
  readonly palette: Uint8Array;
  readonly colourAt: (x: number, y: number) => number;
};

/** One byte a pixel, each row led by its filter, which is none. */
const pixels = ({ width, height, colourAt }: Picture): Buffer => {
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = colourAt(x, y);
  }
  return rows;
};

export const png = (picture: Picture): Buffer => {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(picture.width, 0);
  size.writeUInt32BE(picture.height, 4);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', Buffer.concat([size, Uint8Array.from(BY_PALETTE)])),
    chunk('PLTE', picture.palette),
    chunk('IDAT', deflateSync(pixels(picture))),
    chunk('IEND', new Uint8Array()),
  ]);
};
