/**
 * Takes a picture of every screen in every state, language and size, for people to look at, and a page
 * that shows them all. `npm run gallery -- [--out FOLDER] [--only board,kiosk,supervisor/bookings] [--docs]`; with
 * `--docs` those alone that README and docs show, and makes these anew.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Rig, startRigWith } from '../journeys/rig.ts';
import { DOCS_FILES, drawDocs } from './docs-pictures.ts';
import { GALLERY_DEVICES, GALLERY_HALLS, setUp } from './gallery-halls.ts';
import type { Locale, Scene, Size } from './scene.ts';
import { customerScenes } from './scenes-customers.ts';
import { IDENTITY_SCENES } from './scenes-identity.ts';
import { publicScenes } from './scenes-public.ts';
import { SELDOM_SCENES } from './scenes-seldom.ts';
import { STAFF_SCENES } from './scenes-staff.ts';
import { VISIT_SCENES } from './scenes-visits.ts';

const APPS = [
  'kiosk',
  'display-board',
  'phone-ticket',
  'rating',
  'counter-client',
  'lobby',
  'supervisor',
  'admin',
];

type Shot = { readonly scene: Scene; readonly size: Size; readonly locale: Locale };

const shotsOf = (scene: Scene): Shot[] =>
  scene.sizes.flatMap((size) => scene.locales.map((locale) => ({ scene, size, locale })));

const fileOf = ({ scene, size, locale }: Shot): string =>
  `${scene.screen}/${scene.state}.${locale}.${size.width}x${size.height}.png`;

const take = async (rig: Rig, shot: Shot, out: string): Promise<void> => {
  const { scene, size, locale } = shot;
  const page = await rig.open({
    ...{ path: scene.path.replace('{lang}', locale), locale, ...size },
    ...(scene.as !== undefined && { as: scene.as }),
    ...(scene.ready !== undefined && { ready: scene.ready }),
    ...(scene.firstTime && { firstTime: true }),
  });
  await scene.prepare?.(page);
  // A guide follows the thing that it speaks of, four times a second.
  if (scene.firstTime) await page.waitForTimeout(300);
  // What a press moved has come to rest.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  await page.screenshot({ path: join(out, fileOf(shot)), animations: 'disabled' });
  await page.context().close();
};

const sheet = (shots: readonly Shot[]): string => {
  const figures = shots.map((shot) => {
    const file = fileOf(shot);
    return `<figure><a href="${file}"><img src="${file}" loading="lazy" alt=""></a><figcaption>${file}</figcaption></figure>`;
  });
  const style =
    'body{font:14px sans-serif;display:flex;flex-wrap:wrap;gap:16px;margin:16px}figure{margin:0}img{height:240px;border:1px solid #999}';
  return `<!doctype html><meta charset="utf-8"><title>Gallery</title><style>${style}</style>${figures.join('\n')}\n`;
};

const { values } = parseArgs({
  options: { out: { type: 'string' }, only: { type: 'string' }, docs: { type: 'boolean' } },
});
const out = resolve(values.out ?? join('.tingxu', 'gallery'));
const only = values.only?.split(',');

const BRAND = {
  css: fileURLToPath(new URL('../../shared/ui/gallery/brand-sample.css', import.meta.url)),
  logo: fileURLToPath(new URL('brand/logo.svg', import.meta.url)),
  texts: fileURLToPath(new URL('brand/texts.yaml', import.meta.url)),
};

/** Nobody answers there: only the way to it is seen. */
const SIGN_ON = {
  ...{ issuer: 'http://127.0.0.1:9', clientId: 'tingxu', origin: 'http://127.0.0.1:9' },
  label: { 'zh-CN': '用本行账号登录', en: 'Bank account' },
};

const failed: string[] = [];
const wanted = ({ screen, state }: Scene): boolean =>
  !only || only.includes(screen) || only.includes(`${screen}/${state}`);

/** Pictures of one server: as it is shipped, or as a bank has dressed it. */
const takeAll = async (branded: boolean): Promise<readonly Shot[]> => {
  const rig = await startRigWith(GALLERY_HALLS, APPS, {
    devices: GALLERY_DEVICES,
    ...(branded && { server: { brand: BRAND, signOn: SIGN_ON } }),
  });
  try {
    await setUp(rig);
    const all = [
      ...(await customerScenes(rig)),
      ...(await publicScenes(rig)),
      ...STAFF_SCENES,
      ...VISIT_SCENES,
      ...IDENTITY_SCENES,
      ...SELDOM_SCENES,
    ];
    const scenes = all.filter(wanted);
    const shots = scenes
      .filter((scene) => (scene.branded ?? false) === branded)
      .flatMap(shotsOf)
      .filter((shot) => !values.docs || DOCS_FILES.has(fileOf(shot)));
    for (const { scene } of shots) mkdirSync(join(out, scene.screen), { recursive: true });
    for (const shot of shots) {
      await take(rig, shot, out).catch(async (error: unknown) => {
        failed.push(`${fileOf(shot)}: ${error instanceof Error ? error.message : String(error)}`);
        await rig.closePages();
      });
    }
    return shots;
  } finally {
    await rig.close();
  }
};

const shots = [...(await takeAll(false)), ...(await takeAll(true))];
writeFileSync(join(out, 'index.html'), sheet(shots));
if (values.docs && failed.length === 0) {
  await drawDocs(out, join(import.meta.dirname, '../../docs/images'));
}
for (const line of failed) console.error(`✗ ${line}`);
console.log(`${shots.length - failed.length} of ${shots.length} pictures in ${out}`);
process.exitCode = failed.length > 0 || shots.length === 0 ? 1 : 0;
