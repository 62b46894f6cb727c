import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StartRefusal } from '../config/start-refusal.ts';
import { useEnglishMessages } from '../config/zod-messages.ts';
import { brandedPage } from './branded-page.ts';
import { readBrand } from './read-brand.ts';

let folder: string;
beforeAll(() => {
  useEnglishMessages();
  folder = mkdtempSync(join(tmpdir(), 'tingxu-brand-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NONE = { css: null, logo: null, texts: null };
const write = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const refusal = (files: Partial<typeof NONE | Record<keyof typeof NONE, string>>): string => {
  try {
    readBrand({ ...NONE, ...files });
  } catch (error) {
    if (error instanceof StartRefusal) return error.message;
    throw error;
  }
  return 'accepted';
};
const refusedText = (yaml: string): string => refusal({ texts: write('texts.yaml', yaml) });

describe('the brand of a bank', () => {
  it('is a style sheet, a logo and texts', () => {
    const brand = readBrand({
      css: write('brand.css', ':root { --color-seal: navy !important; }'),
      logo: write('logo.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'),
      texts: write('good.yaml', 'zh-CN:\n  kiosk.chooseService: 请选择业务\nzh-HK: {}\n'),
    });
    expect(brand.css).toContain('navy');
    expect(brand.logo?.type).toBe('image/svg+xml');
    expect(brand.texts).toMatchObject({ 'zh-CN': { 'kiosk.chooseService': '请选择业务' } });
  });

  it('stops the start where a text is none of the product, and says which was meant', () => {
    const told = refusedText('zh-CN:\n  kiosk.yourNumber: 您的号\n  kiosk.yourNumer: 您的号\n');
    expect(told).toMatch(/texts\.yaml line 3: .*kiosk\.yourNumer.*no text of the product/);
    expect(told).toContain('did you mean "kiosk.yourNumber"?');
    // Staff in Hong Kong have words of their own, which a bank may replace like any.
    expect(refusedText('zh-HK:\n  admin.title: 配置\n')).toBe('accepted');
    expect(refusedText('zh-HK:\n  admin.titel: 配置\n')).toContain('no text of the product');
    expect(refusedText('fr:\n  kiosk.yourNumber: x\n')).toContain('fr');
  });

  it('stops the start where it is no text, or one that varies', () => {
    expect(refusedText('en:\n  kiosk.yourNumber: 7\n')).toContain('not a text');
    expect(refusedText('en:\n  kiosk.yourNumber: { a: b }\n')).toContain('not a text');
    expect(refusedText('en:\n  kiosk.yourNumber: ""\n')).toContain('empty');
    expect(refusedText('en:\n  common.counter: Desk\n')).toContain('put together from parts');
  });

  it('stops the start where a file is missing, too large, or no picture', () => {
    expect(refusal({ css: join(folder, 'none.css') })).toContain('cannot be read');
    expect(refusal({ logo: write('logo.exe', 'x') })).toContain('is no logo');
    expect(refusal({ css: write('big.css', ' '.repeat(600_000)) })).toContain('larger than 512 kB');
  });
});

it('a page bears the brand in its attributes, and nothing can break out of them', () => {
  const html = '<!doctype html>\n<html lang="zh-CN"><head><title>t</title></head></html>';
  const texts = { en: { 'kiosk.yourNumber': '"><script>$&</script>' } };
  const branded = brandedPage(html, { css: 'x', logo: null, texts });
  expect(branded).not.toContain('<script>');
  expect(branded).toContain('&quot;kiosk.yourNumber&quot;');
  expect(branded).toMatch(/<link rel="stylesheet" href="\/brand\/brand\.css" \/>\n<\/head>/);
  expect(brandedPage(html, { css: null, logo: null, texts: {} })).toBe(html);
});
