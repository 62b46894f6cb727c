/** Paper at a kiosk: a printer whose paper ends, and one that its browser prints on, on paper of its own size. */
import { slipText } from '@tingxu/twins/printer/paper';
import { openPrinterTwin, type PrinterTwin } from '@tingxu/twins/printer/printer-twin';
import reader from 'jsqr';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { publicHall } from './public-halls.ts';
import { axeViolations, type Caller, type Rig, startRigWith } from './rig.ts';

const SUPERVISOR: Caller = { role: 'supervisor', staff: 's01' };
const LOBBY: Caller = { role: 'lobby', staff: 'l01' };
const PHONES = 'https://q.branch.example';
const KIOSK = { path: '/kiosk/?hall=kiosk&printer=browser-58', width: 1280, height: 800 } as const;

const printer = (id: string, paper: 58 | 80, kiosk: string) => ({
  ...{ id, hall: 'kiosk', kind: 'ticket-printer', paper, line: { kiosk } },
  name: { 'zh-CN': `浏览器打印 ${paper}`, en: `Browser ${paper}` },
});

let rig: Rig;
let twin: PrinterTwin;
beforeAll(async () => {
  twin = await openPrinterTwin({ dots: 576, markMs: 60 });
  rig = await startRigWith(
    [publicHall('kiosk', { services: 4, counters: 3 })],
    ['kiosk', 'admin', 'lobby', 'supervisor'],
    {
      server: { phones: PHONES },
      devices: [
        printer('browser-58', 58, 'K1'),
        printer('browser-80', 80, 'K2'),
        { ...printer('wired', 80, 'K1'), line: { tcp: '127.0.0.1', port: twin.port } },
      ],
    },
  );
  await rig.post('kiosk/day/open', {}, SUPERVISOR);
});
afterEach(async () => rig.closePages());
afterAll(async () => {
  await rig.close();
  await twin.stop();
});

type Printed = { readonly pdf: Buffer; readonly picture: string };

/**
 * A browser without a window has no printer: what its printing is asked for goes the same way into a PDF, with
 * the events that printing has, and a picture of the same page.
 */
const withPrinter = async (page: Page): Promise<Printed[]> => {
  const printed: Printed[] = [];
  await page.exposeFunction('toPaper', async () => {
    await page.emulateMedia({ media: 'print' });
    const picture = await page.locator('.sheet').screenshot();
    await page.emulateMedia({ media: null });
    const pdf = await page.pdf({ preferCSSPageSize: true });
    printed.push({ pdf, picture: picture.toString('base64') });
  });
  await page.evaluate(() => {
    window.print = () => void Reflect.get(window, 'toPaper')();
  });
  return printed;
};

/** Printing that somebody has switched off does nothing at all. */
const withoutPrinter = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.print = () => undefined;
  });

const ready = (device: string, wanted: boolean) =>
  expect
    .poll(async () => {
      const { devices } = await rig.get('kiosk/devices', LOBBY);
      return (devices as { device: string; ready: boolean }[]).find((row) => row.device === device)
        ?.ready;
    })
    .toBe(wanted);

const take = async (page: Page): Promise<string> => {
  await page.getByTestId('service-cash').click();
  await page.getByTestId('lane-normal').click();
  const number = page.locator('[data-screen-name="ticket"] [data-number]');
  return (await number.getAttribute('data-number')) ?? '';
};

const says = (page: Page, text: RegExp) =>
  expect.poll(() => page.getByTestId('paper').textContent()).toMatch(text);

/** What the trail of a ticket has of its paper. */
const trail = async (number: string): Promise<unknown[]> => {
  const { trail: all } = await rig.get(`kiosk/tickets/${number}`, SUPERVISOR);
  return (all as { type: string; data: object }[])
    .filter(({ type }) => type.startsWith('Slip'))
    .map(({ type, data }) => ({ type, ...data }));
};

/** Widths and heights of the pages. Units: mm. */
const pagesOf = (pdf: Buffer): [number, number][] =>
  [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
    ([, width, height]) => [(Number(width) * 25.4) / 72, (Number(height) * 25.4) / 72],
  );

/** What a phone reads off it. */
const codeOn = async (page: Page, picture: string): Promise<string | undefined> => {
  const { width, height, pixels } = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const pen = canvas.getContext('2d');
    pen?.drawImage(image, 0, 0);
    const { data } = pen?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
    return { width: image.width, height: image.height, pixels: [...data] };
  }, picture);
  // Black on white only. Source: ACC-13.
  expect(pixels.slice(0, 3)).toEqual([255, 255, 255]);
  return reader.default(new Uint8ClampedArray(pixels), width, height)?.data;
};

/** A paper end is on the kiosk within two seconds. Units: ms. Source: OPS-11. */
const SHOWN_MS = 2_000;

describe('a printer whose paper ends', () => {
  const WIRED = { ...KIOSK, path: '/kiosk/?hall=kiosk&printer=wired' };

  it('SLIP-1, DEV-2 in the middle of a slip: two seconds later the number is large and a phone can take it', async () => {
    const page = await rig.open(WIRED);
    await ready('wired', true);
    twin.misbehaviour.paperEndsAfter = 8;
    const ended = new Promise<number>((resolve) => {
      const look = setInterval(() => {
        if (twin.condition.paper !== 'out') return;
        clearInterval(look);
        resolve(performance.now());
      }, 5);
    });
    const number = await take(page);
    expect(await page.getByTestId('paper').textContent()).toMatch(/正在打印/);
    const endedAt = await ended;
    await page.getByText('不出纸质号票').waitFor();
    expect(performance.now() - endedAt).toBeLessThan(SHOWN_MS);
    const shown = page.locator('[data-screen-name="ticket"] [data-number]');
    // A tenth of the panel's height at least: read from some metres.
    expect((await shown.boundingBox())?.height).toBeGreaterThan(80);
    await page.getByTestId('phone-code').locator('path[d^="M"]').waitFor();
    await expect.poll(() => trail(number)).toHaveLength(2);
    expect((await trail(number))[1]).toMatchObject({ outcome: 'unsure', why: 'paper-out' });
    twin.repair();
  });

  it('SLIP-1 before anybody comes: no paper is promised', async () => {
    const page = await rig.open(WIRED);
    await ready('wired', true);
    twin.condition.paper = 'out';
    await ready('wired', false);
    await take(page);
    await says(page, /不出纸质号票/);
    twin.repair();
  });
});

const openSheet = async (page: Page, number: string): Promise<void> => {
  await page.getByTestId('tab-find').click();
  for (const digit of String(Number(number.slice(1)))) {
    await page.getByRole('button', { name: digit, exact: true }).click();
  }
  await page.locator(`[data-number="${number}"]`).first().click();
};
const openTrail = async (page: Page, number: string): Promise<void> => {
  await page.getByLabel('查号码').fill(number);
  await page.keyboard.press('Enter');
};

describe('the list of what a service needs', () => {
  it.each([
    ['lobby', 'l01', 390],
    ['supervisor', 's01', 1280],
  ] as const)(
    'SLIP-9 is printed by the %s, beside the ticket, whose copy stays as it was',
    async (path, as, width) => {
      const print = { printer: 'wired', layout: 'large', language: 'en' };
      await ready('wired', true);
      const issued = await rig.post(
        'kiosk/tickets',
        { service: 'cash', lane: 'normal', print },
        LOBBY,
      );
      const { number } = issued['ticket'] as { number: string };
      await expect.poll(() => trail(number)).toHaveLength(2);
      const page = await rig.open({ path: `/${path}/?hall=kiosk`, as, width, height: 800 });
      await (path === 'lobby' ? openSheet(page, number) : openTrail(page, number));
      const sheet = page.getByRole('dialog');
      const press = async (button: string, slips: number): Promise<string> => {
        const before = twin.slips().length;
        // Of several printers the one that has had its last slip stands first.
        await sheet.getByTestId(button).first().click();
        await expect.poll(() => trail(number)).toHaveLength(slips * 2);
        await expect.poll(() => twin.slips().length).toBe(before + 1);
        return slipText(twin.slips().at(-1) ?? { items: [], torn: true });
      };
      const list = await press('do-print-documents', 2);
      expect(list).toContain('ID card');
      expect(list).not.toContain('Ahead of you');
      const copy = await press('do-print', 3);
      expect(copy).toContain('COPY');
      expect(copy).toContain('Ahead of you');
      expect((await trail(number)).at(-2)).toMatchObject({ layout: 'large', language: 'en' });
      expect(await axeViolations(page)).toEqual([]);
    },
  );
});

describe('a slip by the browser', () => {
  it('SLIP-7 is printed once, on its own length of paper, with the code of its ticket; a further one is a copy', async () => {
    const page = await rig.open(KIOSK);
    const printed = await withPrinter(page);
    await ready('browser-58', true);
    const number = await take(page);
    await says(page, /请取走号票/);
    expect(await trail(number)).toMatchObject([
      { type: 'SlipAsked', printer: 'browser-58' },
      { type: 'SlipEnded', outcome: 'printed' },
    ]);
    await rig.post(`kiosk/tickets/${number}/print`, { printer: 'browser-58' }, LOBBY);
    await expect.poll(() => printed.length).toBe(2);
    const [first, copy] = printed;
    const [[width, height] = [0, 0], ...more] = pagesOf(first?.pdf ?? Buffer.alloc(0));
    expect(more).toEqual([]);
    expect(width).toBeCloseTo(58, 0);
    expect(height).toBeGreaterThan(80);
    const [[, copied] = [0, 0]] = pagesOf(copy?.pdf ?? Buffer.alloc(0));
    // The word that it is a copy takes a line.
    expect(copied - height).toBeGreaterThan(5);
    const code = await codeOn(page, first?.picture ?? '');
    expect(code).toContain(`${PHONES}/t/#kiosk.`);
    expect(await codeOn(page, copy?.picture ?? '')).toBe(code);
    await expect.poll(() => trail(number)).toHaveLength(4);
    expect((await trail(number))[2]).toMatchObject({ type: 'SlipAsked', copy: true });
  });

  it('SLIP-8 where the browser prints nothing the kiosk says so, staff are told, and a later slip is no copy', async () => {
    const page = await rig.open({
      ...KIOSK,
      path: '/kiosk/?hall=kiosk&kiosk=K2&printer=browser-80',
    });
    await withoutPrinter(page);
    await ready('browser-80', true);
    const number = await take(page);
    await says(page, /不出纸质号票/);
    await ready('browser-80', false);
    await expect.poll(() => trail(number)).toHaveLength(2);
    expect((await trail(number))[1]).toMatchObject({ outcome: 'not-printed', why: 'offline' });
    const printed = await withPrinter(page);
    await rig.post(
      `kiosk/tickets/${number}/print`,
      { printer: 'browser-80', layout: 'large' },
      LOBBY,
    );
    await expect.poll(() => printed.length).toBe(1);
    await ready('browser-80', true);
    expect((await trail(number))[2]).not.toHaveProperty('copy');
    expect(pagesOf(printed[0]?.pdf ?? Buffer.alloc(0))[0]?.[0]).toBeCloseTo(80, 0);
  });

  it('DEV-5 an admin has the test page printed, and is told what came of it', async () => {
    const page = await rig.open(KIOSK);
    const printed = await withPrinter(page);
    await ready('browser-58', true);
    const admin = await rig.open({
      ...{ path: '/admin/?hall=kiosk#/devices', as: 'a01', width: 1280, height: 800 },
      ready: '[data-testid="test-browser-58"]',
    });
    const table = admin.locator('table').filter({ has: admin.getByTestId('test-browser-58') });
    const about = table.locator('tr', { has: admin.getByTestId('test-browser-58') });
    await admin.getByTestId('test-browser-58').click();
    await expect.poll(() => about.getByRole('status').textContent()).toMatch(/已打印/);
    await expect.poll(() => printed.length).toBe(1);
    expect(await codeOn(page, printed[0]?.picture ?? '')).toContain('TINGXU TEST browser-58');
    expect(await axeViolations(admin)).toEqual([]);
    // Nothing of this kiosk stands at the other printer.
    await admin.getByTestId('test-browser-80').click();
    const other = table.locator('tr', { has: admin.getByTestId('test-browser-80') });
    await expect.poll(() => other.getByRole('status').textContent()).toMatch(/未打印 · 失去连接/);
  });

  it('SLIP-7 is given to no other kiosk', async () => {
    await rig.open(KIOSK);
    await ready('browser-58', true);
    const ask = (kiosk: string) =>
      fetch(`${rig.url}/api/v1/halls/kiosk/devices/browser-58/page`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'tingxu-role': 'kiosk',
          'tingxu-kiosk': kiosk,
        },
        body: JSON.stringify({ page: 'anotherpage', able: true }),
      });
    expect((await ask('K2')).status).toBe(403);
    expect(await (await ask('K1')).json()).toEqual({ sheet: null });
  });
});
