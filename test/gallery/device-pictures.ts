/**
 * `npm run gallery:devices [-- FOLDER]`: slips of all layouts as the twin of a printer prints their bytes, and signs as
 * their twin shows its frames, as two pictures. Without a folder those of the docs are made anew; into a folder come
 * slips of every layout, width and pair of languages besides, to be looked at.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CounterId, TicketNumber } from '@tingxu/contract/ids';
import { drawPage } from '@tingxu/server/devices/led/dots';
import { showFrame } from '@tingxu/server/devices/led/frame';
import type { SignCounter, SignFacts } from '@tingxu/server/devices/led/sign-facts';
import { type SignRole, scaleOf, signPages } from '@tingxu/server/devices/led/sign-pages';
import { SAMPLE_FACTS } from '@tingxu/server/devices/printer/sample-slip';
import { type SlipFacts, type SlipPlan, slipMarks } from '@tingxu/server/devices/printer/slip';
import { DOTS, slipBytes } from '@tingxu/server/devices/printer/slip-marks';
import { dotPicture } from '@tingxu/twins/led/dot-picture';
import { ledCards } from '@tingxu/twins/led/led-cards';
import { GOOD_LED, ledEar } from '@tingxu/twins/led/led-line';
import { escPosMachine } from '@tingxu/twins/printer/esc-pos-machine';
import type { PaperItem } from '@tingxu/twins/printer/paper';
import { slipSvg } from '@tingxu/twins/printer/slip-svg';
import { launchChromium } from '@tingxu/ui/gallery/chromium';
import type { Page } from 'playwright-core';

const { positionals } = parseArgs({ allowPositionals: true });
const FOLDER = positionals[0] ?? join(import.meta.dirname, '../../docs/images');

type Slip = { readonly of: string; readonly plan: SlipPlan; readonly facts?: Partial<SlipFacts> };

/** Characters of four bytes in GB18030: of an extension, and of another plane. */
const RARE = { 'zh-CN': '㐂䶮𠮷支行营业厅', en: 'Rare Character Branch' };

const SLIPS: readonly Slip[] = [
  { of: '80 mm · normal', plan: { layout: 'normal', paper: 80, languages: ['zh-CN', 'en'] } },
  { of: '80 mm · large', plan: { layout: 'large', paper: 80, languages: ['zh-CN', 'en'] } },
  { of: '80 mm · documents', plan: { layout: 'documents', paper: 80, languages: ['zh-CN', 'en'] } },
  {
    of: '80 mm · English first, copy',
    plan: { layout: 'normal', paper: 80, languages: ['en', 'zh-CN'] },
    facts: { copy: true },
  },
  {
    of: '58 mm · normal, four-byte name',
    plan: { layout: 'normal', paper: 58, languages: ['zh-CN', 'en'] },
    facts: { hall: RARE },
  },
  { of: '58 mm · large', plan: { layout: 'large', paper: 58, languages: ['zh-CN'] } },
  { of: '58 mm · documents', plan: { layout: 'documents', paper: 58, languages: ['zh-HK', 'en'] } },
];

const CALLED = {
  state: 'called',
  counter: '3',
  ahead: 0,
  worst: null,
  wait: null,
  copy: true,
} as const;

/** Every layout, as an original and as a copy for whoever is called, on one width and in one pair of languages. */
const everySlip = (paper: SlipPlan['paper'], languages: SlipPlan['languages']): Slip[] =>
  (['normal', 'large', 'documents'] as const).flatMap((layout) =>
    [{}, CALLED].map((more) => ({
      ...{ of: `${paper} mm · ${layout} · ${languages.join(' ')}`, facts: more },
      plan: { layout, paper, languages },
    })),
  );

/** What the twin makes of the bytes that a printer would be sent. */
const printed = ({ plan, facts }: Slip): string => {
  const marks = slipMarks({ ...SAMPLE_FACTS, ...facts }, plan);
  const machine = escPosMachine(DOTS[plan.paper]);
  const left = [...slipBytes(marks, plan.paper)];
  const items: PaperItem[] = [];
  for (let step = machine.next(left); step; step = machine.next(left)) {
    left.splice(0, step.taken);
    for (const effect of step.effects) if (effect.kind === 'print') items.push(effect.item);
  }
  return slipSvg({ items, torn: false }, DOTS[plan.paper]);
};

const ONE = CounterId.parse('1');
const facts = (counter: Partial<SignCounter>, more: Partial<SignFacts> = {}): SignFacts => ({
  ...{ open: true, calling: [], serving: [], ...more },
  counters: new Map([
    [ONE, { label: '1', state: 'open', number: null, pauseReason: null, ...counter }],
  ]),
});
const called = (text: string, label: string) => ({ number: TicketNumber.parse(text), label });
const A001 = TicketNumber.parse('A001');
const strip = (width: number): SignRole => ({
  ...{ size: { width, height: 16 }, language: 'zh-CN', shows: { counter: ONE } },
});
const hallSign: SignRole = {
  ...{ size: { width: 160, height: 32 }, language: 'zh-CN', shows: { calls: true, rows: 2 } },
};
const CALLS = { calling: [called('A003', '1'), called('V001', '2')] };

const SIGNS: readonly {
  readonly of: string;
  readonly facts: SignFacts;
  readonly role: SignRole;
}[] = [
  { of: '160 × 32', facts: facts({}, CALLS), role: hallSign },
  { of: '144 × 16', facts: facts({ state: 'calling', number: A001 }), role: strip(144) },
  { of: '64 × 16', facts: facts({ state: 'calling', number: A001 }), role: strip(64) },
  { of: '96 × 16', facts: facts({ state: 'serving', number: A001 }), role: strip(96) },
  { of: '64 × 16', facts: facts({ state: 'paused', pauseReason: 'break' }), role: strip(64) },
  { of: '96 × 16', facts: facts({}), role: strip(96) },
];

/** What the twin of a card shows of the frame that it is sent. */
const shown = ({ facts: told, role }: (typeof SIGNS)[number]): string => {
  const { size } = role;
  const cards = ledCards([{ address: 1, ...size }], () => 0);
  const ear = ledEar({
    ...{ cards, misbehaviour: { ...GOOD_LED }, isPlugged: () => true },
    ...{ say: () => undefined, unplug: () => undefined },
  });
  const pages = signPages(told, role).map((rows) => drawPage(rows, size, scaleOf(role)));
  ear.hear(showFrame({ address: 1, number: 1 }, { size, pages, stayMs: 3_000, validS: 10 }));
  const picture = dotPicture(cards.lit(1)).toString('base64');
  return `<img src="data:image/png;base64,${picture}">`;
};

const STYLE = `body { display: inline-flex; gap: 40px; margin: 0; padding: 40px; background: #ddd;
  font: 28px sans-serif; align-items: start }
figure { margin: 0 } figcaption { margin-bottom: 8px; color: #222 }
.slips svg { box-shadow: 0 4px 16px #0006 }
.signs { flex-wrap: wrap; width: 1900px }`;

/** At half its size: letters keep their strokes better than when they are drawn small. */
const webp = (page: Page, png: Buffer): Promise<string> =>
  page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width / 2, image.height / 2];
    const pen = canvas.getContext('2d');
    if (pen) pen.imageSmoothingQuality = 'high';
    pen?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/webp', 0.7).replace(/^.*,/, '');
  }, png.toString('base64'));

const figure = (of: string, inside: string): string =>
  `<figure><figcaption>${of}</figcaption>${inside}</figure>`;

const browser = await launchChromium();
const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
const draw = async (name: string, kind: string, figures: readonly string[]): Promise<void> => {
  await page.setContent(`<style>${STYLE}</style><body class="${kind}">${figures.join('')}</body>`);
  const picture = await page.locator('body').screenshot();
  const file = join(FOLDER, name);
  writeFileSync(file, Buffer.from(await webp(page, picture), 'base64'));
  console.log(file);
};
mkdirSync(FOLDER, { recursive: true });
await draw(
  'slips.webp',
  'slips',
  SLIPS.map((slip) => figure(slip.of, printed(slip))),
);
for (const paper of positionals.length > 0 ? ([58, 80] as const) : []) {
  for (const languages of [['zh-CN', 'en'], ['zh-HK', 'en'], ['en', 'zh-CN'], ['zh-CN']] as const) {
    const figures = everySlip(paper, languages).map((slip) => figure(slip.of, printed(slip)));
    await draw(`slips-${paper}-${languages.join('-')}.webp`, 'slips', figures);
  }
}
await draw(
  'led-frames.webp',
  'signs',
  SIGNS.map((sign) => figure(sign.of, shown(sign))),
);
await browser.close();
