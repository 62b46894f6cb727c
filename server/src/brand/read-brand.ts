/**
 * A bank's own look and wording, read and checked when the server starts: a style sheet, a logo, texts
 * that take the place of the product's. Nothing of it is built into the screens.
 */
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { SHOWN } from '@tingxu/contract/ids';
import type { BrandTexts } from '@tingxu/i18n/brand-texts';
import { inEveryLanguage } from '@tingxu/i18n/in-every-language';
import * as z from 'zod/mini';
import { hintOf } from '../config/nearest-name.ts';
import { findingText, readText } from '../config/read-text.ts';
import type { BrandFiles } from '../config/settings.ts';
import { oneSentence, StartRefusal } from '../config/start-refusal.ts';
import { type KnownTexts, knownTexts } from './known-texts.ts';

export type Logo = { readonly type: string; readonly bytes: Buffer };
export type Brand = {
  readonly css: string | null;
  readonly logo: Logo | null;
  readonly texts: BrandTexts;
};

/** A style sheet of tokens and a logo are small; each page of each screen brings them. Units: bytes. */
const MOST_BYTES = 512 * 1024;
const MOST_LETTERS = 300;

const LOGO_TYPES: Readonly<Record<string, string>> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
};

/** Rejects: with StartRefusal. */
function bytesOf(path: string): Buffer {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartRefusal(`A file of the brand cannot be read: ${oneSentence(reason)}.`);
  }
  if (bytes.length <= MOST_BYTES) return bytes;
  throw new StartRefusal(`${path} is larger than ${MOST_BYTES / 1024} kB.`);
}

function logoOf(path: string): Logo {
  const type = LOGO_TYPES[extname(path).toLowerCase()];
  if (type !== undefined) return { type, bytes: bytesOf(path) };
  throw new StartRefusal(`${path} is no logo: one of ${Object.keys(LOGO_TYPES).join(', ')}.`);
}

const wrongText = (text: unknown): string | null => {
  if (typeof text !== 'string') return 'not a text';
  if (text.length > MOST_LETTERS) return `longer than ${MOST_LETTERS} letters`;
  return SHOWN.test(text) ? null : 'empty, or with characters that no screen can show';
};

const wrongKey = (key: string, known: KnownTexts): string | null => {
  if (known.texts.has(key)) return null;
  return known.parts.has(key)
    ? 'put together from parts, so no plain text can take its place'
    : `no text of the product${hintOf(key, [...known.texts])}`;
};

/** Every text of one language must stand for one that is there. */
const textsOfOne = (known: KnownTexts) =>
  z.optional(
    z.record(z.string(), z.unknown()).check(({ value, issues }) => {
      for (const [key, text] of Object.entries(value)) {
        const message = wrongKey(key, known) ?? wrongText(text);
        if (message) issues.push({ code: 'custom', input: value, path: [key], message });
      }
    }),
  );

/** Rejects: with StartRefusal, naming line, key and reason of the first mistake. */
function textsOf(path: string): BrandTexts {
  const schema = z.strictObject(inEveryLanguage((locale) => textsOfOne(knownTexts(locale))));
  const read = readText(bytesOf(path).toString('utf8'), schema);
  // The check above let through texts only.
  if (read.ok) return read.value as BrandTexts;
  const [first] = read.findings;
  const reason = first ? findingText(first) : 'not a file of texts';
  throw new StartRefusal(`${path} line ${first?.line ?? 1}: ${reason}`);
}

/** Rejects: with StartRefusal. */
export const readBrand = ({ css, logo, texts }: BrandFiles): Brand => ({
  css: css === null ? null : bytesOf(css).toString('utf8'),
  logo: logo === null ? null : logoOf(logo),
  texts: texts === null ? {} : textsOf(texts),
});
