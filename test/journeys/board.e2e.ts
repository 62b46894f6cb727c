/** The hall board, against the real server: what people in the last row see. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Held, heldBy } from '../board/held.ts';
import { paleToSomeEye } from './colour.ts';
import { paleTexts } from './contrast.ts';
import { cutTexts, hiddenTexts, type Letters, lettersOf } from './geometry.ts';
import { axeViolations, type Caller, type Rig, startRig } from './rig.ts';
import { SLOW } from './slow.ts';

const SUPERVISOR: Caller = { role: 'supervisor', staff: 's01' };
const LOBBY: Caller = { role: 'lobby', staff: 'l01' };
const FULL_HD = { width: 1920, height: 1080 } as const;
const TALL_4K = { width: 2160, height: 3840 } as const;
const WIDE_4K = { width: 3840, height: 2160 } as const;

/** What takes turns, or its time in the light, may be seconds away many times over. Units: ms. */
const LONG_MS = 90_000 * SLOW;

/** Panels as the address describes them. Units: inches, m. */
const NEAR = { inches: 55, seat: 6 };
const FAR = { inches: 98, seat: 10 };
type Panel = typeof NEAR;

const AHEAD_MS = 433_000;

declare global {
  interface Window {
    readonly seen: ReadonlySet<string>;
    /** Of a page whose clock is off: what it should be. */
    readonly trueNow: () => number;
  }
}

let rig: Rig;
beforeAll(async () => {
  rig = await startRig('display-board');
  await rig.post('board/day/open', {}, SUPERVISOR);
  await rig.post('board-burst/day/open', {}, SUPERVISOR);
});
afterEach(async () => rig.closePages());
afterAll(async () => rig.close());

const teller = (counter: number): Caller => ({ role: 'teller', staff: `t${counter}` });
const openCounter = (hall: string, counter: number) =>
  rig.post(`${hall}/counters/${counter}/open`, { staff: `t${counter}` }, teller(counter));
const issue = (hall: string, lane = 'normal') =>
  rig.post(`${hall}/tickets`, { service: 'cash', lane }, LOBBY);
const call = async (hall: string, counter: number): Promise<string> => {
  const reply = await rig.post(`${hall}/counters/${counter}/call-next`, {}, teller(counter));
  return (reply['ticket'] as { number: string }).number;
};
const attend = (hall: string, verb: string, number: string, counter: number) =>
  rig.post(`${hall}/tickets/${number}/${verb}`, { counter: String(counter) }, teller(counter));

const clean = async (page: Page): Promise<void> => expect(await axeViolations(page)).toEqual([]);
/** Watches from now on which numbers come into the light; the result tells those so far. */
const watchLight = async (page: Page): Promise<() => Promise<string[]>> => {
  await page.evaluate(() => {
    const seen = new Set<string>();
    const look = (): void => {
      const slips = document.querySelectorAll<HTMLElement>('[data-testid="stage"] [data-lit]');
      for (const { dataset } of slips) if (dataset['call']) seen.add(dataset['call']);
    };
    look();
    const watched = { subtree: true, childList: true, attributes: true };
    new MutationObserver(look).observe(document.body, watched);
    Object.assign(globalThis, { seen });
  });
  return () => page.evaluate(() => [...window.seen].sort());
};
/** What a place of the page comes to say. */
const says = (page: Page, place: string, text: string | RegExp) =>
  expect
    .poll(() => page.getByTestId(place).textContent())
    .toMatch(typeof text === 'string' ? new RegExp(`^${text}$`) : text);
const numbersIn = (page: Page, place: string): Promise<string[]> =>
  page
    .locator(`[data-testid="${place}"] [data-number]`)
    .evaluateAll((found) => found.map((one) => (one as HTMLElement).dataset['number'] ?? ''));

/** Source: ACC-09. Shares of the distance of the farthest reader. */
const CALL_SHARE = 1 / 100;
const TEXT_SHARE = 1 / 150;
/** Chinese text is never below 26 minutes of arc; a character's body is 0.92 of its size. */
const CHINESE_SHARE = Math.tan((26 / 60) * (Math.PI / 180)) / 0.92;

/** Texts that cannot be read from the last row. */
const tooSmall = async (page: Page, { inches, seat }: Panel): Promise<Letters[]> => {
  const { width, height } = page.viewportSize() ?? FULL_HD;
  const pxPerMm = Math.hypot(width, height) / (inches * 25.4);
  const distance = seat * 1_000 * pxPerMm;
  return (await lettersOf(page)).filter(({ text, capital, size, figure, place }) => {
    const called = figure && /^[A-Z0-9]+$/.test(text) && /stage|recent|zone|led/.test(place);
    if (called) return capital < distance * CALL_SHARE - 1;
    const chinese = /[\u4e00-\u9fff]/.test(text);
    return chinese ? size < distance * CHINESE_SHARE - 1 : capital < distance * TEXT_SHARE - 1;
  });
};
const legible = async (page: Page, panel: Panel): Promise<void> => {
  expect(await tooSmall(page, panel)).toEqual([]);
  expect(await cutTexts(page)).toEqual([]);
  expect(await hiddenTexts(page)).toEqual([]);
};
const board = (hall: string, { inches, seat }: Panel = NEAR, more = '') =>
  `/board/?hall=${hall}&inches=${inches}&seat=${seat}${more}`;

describe('a day on the board', () => {
  it('an open hall without a call looks intended', async () => {
    const page = await rig.open({ path: board('board'), ...FULL_HD });
    await page.getByTestId('no-calls').waitFor();
    await page.getByTestId('lanes').waitFor();
    await legible(page, NEAR);
    await clean(page);
  });

  it('one call has the light, in both languages, and is announced', async () => {
    await openCounter('board', 1);
    await openCounter('board', 2);
    for (let count = 0; count < 3; count += 1) await issue('board');
    const page = await rig.open({ path: board('board'), ...FULL_HD });
    const number = await call('board', 1);
    await page.locator(`[data-testid="stage"] [data-lit][data-call="${number}"]`).waitFor();
    await says(page, 'stage', /请到/);
    await says(page, 'stage', /Go to Counter 1/);
    await says(page, 'stage', new RegExp(`请 ${number} 号到 1 号窗口`));
    await legible(page, NEAR);
    await clean(page);
    await expect.poll(() => numbersIn(page, 'strip')).toContain(number);
  });

  it('MISS-1 a recall is another announcement and says so', async () => {
    const page = await rig.open({ path: board('board'), ...FULL_HD });
    const number = 'A001';
    await attend('board', 'recall', number, 1);
    await page.locator(`[data-lit][data-call="${number}"]`).waitFor();
    await page.getByText('第 2 次').waitFor();
    await legible(page, NEAR);
    await clean(page);
  });

  it('what was called before is below, and a served customer leaves the light', async () => {
    const page = await rig.open({ path: board('board'), ...FULL_HD });
    await attend('board', 'start', 'A001', 1);
    const number = await call('board', 2);
    await page.locator(`[data-lit][data-call="${number}"]`).waitFor();
    await expect.poll(() => numbersIn(page, 'recent')).toContain('A001');
    await clean(page);
  });

  it('WAIT-1, CTR-3 tells lanes with their waits, and why a counter is paused', async () => {
    await openCounter('board', 3);
    await rig.post('board/counters/3/pause', { reason: 'equipment' }, teller(3));
    const page = await rig.open({ path: board('board', NEAR, '&lang=zh-CN'), ...FULL_HD });
    const lane = page.locator('[data-testid="lanes"] tr[data-lane="normal"]');
    await lane.waitFor();
    await says(page, 'waiting-normal', '1');
    await expect.poll(() => lane.textContent()).toMatch(/≤ \d+|\d+–\d+/);
    await page.getByTestId('strip').getByText('暂停 · 设备检修').waitFor();
  });
});

describe('when issuing stops', () => {
  const seenLines = (page: Page): Promise<number> =>
    page.getByTestId('notice').locator('p').filter({ visible: true }).count();
  const tells = async (
    size: { readonly width: number; readonly height: number },
    lang: string,
    text: string,
  ): Promise<void> => {
    const page = await rig.open({ path: board('board-stopped', NEAR, lang), ...size });
    await says(page, 'notice', new RegExp(text));
    // One language has its turn: whoever still waits needs the height of the other.
    await expect.poll(() => seenLines(page)).toBe(1);
    await legible(page, NEAR);
    await clean(page);
    await page.context().close();
  };

  it('HOURS-6 says so all the time, in every language by turns, with the reason and until when', async () => {
    await rig.post('board-stopped/day/open', {}, SUPERVISOR);
    await openCounter('board-stopped', 1);
    for (const lane of ['normal', 'elderly']) await issue('board-stopped', lane);
    await call('board-stopped', 1);
    const until = new Date(Date.now() + 26 * 3_600_000).toISOString();
    const stop = { reason: 'overcrowded', until };
    await rig.post('board-stopped/day/issuing/stop', stop, SUPERVISOR);
    const zh = '暂停取号，明天 \\d\\d:\\d\\d 恢复厅内客户较多';
    const en = 'No numbers until tomorrow \\d\\d:\\d\\dThe hall is very busy';
    for (const size of [FULL_HD, TALL_4K]) {
      await tells(size, '', `^${zh}${en}$`);
      await tells(size, '&lang=en', `^${en}$`);
      await tells(size, '&lang=zh-CN', `^${zh}$`);
    }
    await rig.post('board-stopped/day/issuing/resume', {}, SUPERVISOR);
    const page = await rig.open({ path: board('board-stopped'), ...FULL_HD });
    await page.getByTestId('strip').waitFor();
    await page.getByTestId('notice').waitFor({ state: 'detached' });
  });

  it('one turn switches everything that turns', async () => {
    const page = await rig.open({ path: board('board-stopped'), ...FULL_HD });
    await page.getByTestId('lanes').waitFor();
    const spoken = (): Promise<string[]> =>
      page
        .locator('header h1, [data-testid="lanes"], [data-testid="strip"], [data-testid="recent"]')
        .evaluateAll((parts) => parts.map((part) => (part as HTMLElement).lang));
    const mixed: string[][] = [];
    const seen = new Set<string>();
    const look = async (): Promise<string[]> => {
      const langs = [...new Set(await spoken())];
      if (langs.length > 1) mixed.push(langs);
      for (const lang of langs) seen.add(lang);
      return [...seen].sort();
    };
    await expect.poll(look, { interval: 250 }).toEqual(['en', 'zh-CN']);
    expect(mixed).toEqual([]);
  });
});

describe('many at once', () => {
  const COUNTERS = Array.from({ length: 20 }, (_, index) => index + 1);
  let called: string[] = [];

  it('twenty calls: each has its time in the light, and nothing is cut', async () => {
    for (const counter of COUNTERS) await openCounter('board-burst', counter);
    for (const _ of COUNTERS) await issue('board-burst');
    const page = await rig.open({ path: board('board-burst'), ...FULL_HD });
    const tall = await rig.open({ path: board('board-burst'), ...TALL_4K });
    const seen = [await watchLight(page), await watchLight(tall)];
    called = [];
    for (const counter of COUNTERS) called.push(await call('board-burst', counter));
    await page.locator('[data-lit]').first().waitFor();
    await legible(page, NEAR);
    await legible(tall, NEAR);
    await clean(page);
    for (const numbers of seen) {
      await expect.poll(numbers, { timeout: LONG_MS, interval: 500 }).toEqual(called.toSorted());
    }
  });

  it('twenty missed numbers: every one is shown, page by page', async () => {
    for (const verb of ['recall', 'miss']) {
      await new Promise((resume) => setTimeout(resume, 1_600));
      for (const [index, number] of called.entries()) {
        await attend('board-burst', verb, number, index + 1);
      }
    }
    const page = await rig.open({ path: board('board-burst', NEAR, '&lang=zh-CN'), ...FULL_HD });
    const seen = new Set<string>();
    await expect
      .poll(
        async () => {
          for (const number of await numbersIn(page, 'missed')) seen.add(number);
          return seen.size;
        },
        { timeout: LONG_MS, interval: 500 },
      )
      .toBe(called.length);
    await page.getByTestId('missed').waitFor({ timeout: LONG_MS });
    await legible(page, NEAR);
    await clean(page);
  });
});

describe('every panel', () => {
  it.each([
    ['1080p', FULL_HD, NEAR],
    ['1080p, last row at 10 m', FULL_HD, FAR],
    ['4K', WIDE_4K, NEAR],
    ['4K upright', TALL_4K, NEAR],
  ])('is legible from the last row and shows everything: %s', async (_name, size, panel) => {
    for (const lang of ['', '&lang=en', '&lang=zh-CN']) {
      const page = await rig.open({ path: board('board', panel, lang), ...size });
      await page.getByTestId('lanes').waitFor({ timeout: LONG_MS });
      await page.getByTestId('strip').waitFor();
      await legible(page, panel);
      await page.context().close();
    }
  });

  it('every text is drawn with a contrast of 10 : 1, and the measure finds what is not', async () => {
    for (const [hall, more] of [
      ['board', ''],
      ['board-closed', ''],
      ['board', '&layout=zone'],
    ] as const) {
      const page = await rig.open({ path: board(hall, NEAR, more), ...FULL_HD });
      expect(await paleTexts(page, 10)).toEqual([]);
      expect(await paleToSomeEye(page, 7)).toEqual([]);
      await page.context().close();
    }
    const page = await rig.open({ path: board('board'), ...FULL_HD });
    // Colours that are good by themselves, and a veil that no rule of colours sees.
    await page.locator('header h1').evaluate((name: HTMLElement) => {
      name.style.opacity = '0.6';
    });
    // Whichever language has its turn.
    expect(await paleTexts(page, 10)).toHaveLength(1);
  });

  it('the measure finds what is too small', async () => {
    const page = await rig.open({ path: board('board'), ...FULL_HD });
    expect(await tooSmall(page, NEAR)).toEqual([]);
    expect((await tooSmall(page, { inches: 55, seat: 7 })).length).toBeGreaterThan(5);
  });

  it('the measure finds what is cut off and what lies on something else', async () => {
    const page = await rig.open({ path: board('board'), ...FULL_HD });
    await page.getByTestId('lanes').waitFor({ timeout: LONG_MS });
    expect(await hiddenTexts(page)).toEqual([]);
    await page.locator('header time').evaluate((time: HTMLElement) => {
      const name = document.querySelector('header h1') ?? document.body;
      const over = time.getBoundingClientRect().left - name.getBoundingClientRect().left;
      Object.assign(time.style, { position: 'relative', right: `${over}px` });
    });
    expect((await hiddenTexts(page)).join()).toContain('on one another');
    await page.getByTestId('lanes').evaluate((lanes) => {
      lanes.style.inlineSize = '140%';
    });
    expect((await hiddenTexts(page)).join()).toContain('cut off');
  });

  it('one language is one language', async () => {
    const english = await rig.open({ path: board('board', NEAR, '&lang=en'), ...FULL_HD });
    const texts = (await lettersOf(english)).map(({ text }) => text).join(' ');
    expect(texts).not.toMatch(/[\u4e00-\u9fff]/);
    expect(texts).toContain('Chengnan Branch Hall');
    await clean(english);
    const chinese = await rig.open({ path: board('board', NEAR, '&lang=zh-CN'), ...FULL_HD });
    expect((await lettersOf(chinese)).map(({ text }) => text).join(' ')).not.toMatch(/[a-z]{2}/);
    await clean(chinese);
  });
});

describe('forty counters with numbers of four digits', () => {
  const HALL = 'board-forty';
  const STRIP = { width: 1280, height: 160 } as const;
  const LED = { inches: 51, seat: 6 };

  it('issues a thousand numbers and calls thirty-six', async () => {
    await rig.post(`${HALL}/day/open`, {}, SUPERVISOR);
    for (let counter = 1; counter <= 40; counter += 1) await openCounter(HALL, counter);
    for (let batch = 0; batch < 21; batch += 1) {
      await Promise.all(Array.from({ length: 50 }, () => issue(HALL)));
    }
    for (let counter = 1; counter <= 36; counter += 1) {
      const ticket = `A${990 + counter}`;
      const body = { ticket, reason: 'emergency' };
      await rig.post(`${HALL}/counters/${counter}/call-ticket`, body, SUPERVISOR);
      if (counter % 3 > 0) await attend(HALL, 'start', ticket, counter);
    }
    await rig.post(`${HALL}/counters/38/pause`, { reason: 'internal-work' }, teller(38));
  });

  const zone = '&layout=zone&counters=1,2,3,4,5,36,38,40';
  it.each([
    ['landscape', FULL_HD, NEAR, '', 'strip', ['zh-CN', 'en']],
    ['landscape, 4K', WIDE_4K, NEAR, '', 'strip', ['en']],
    ['portrait', TALL_4K, NEAR, '', 'strip', ['en']],
    ['a zone', FULL_HD, NEAR, zone, 'zone', ['zh-CN', 'en']],
    ['a zone, upright', TALL_4K, NEAR, zone, 'zone', ['en']],
    ['all of them as a zone', FULL_HD, FAR, '&layout=zone', 'zone', ['zh-HK']],
    ['the strip over one', STRIP, LED, '&layout=strip&counters=36', 'led', ['zh-CN', 'en']],
    ['the strip over a paused one', STRIP, LED, '&layout=strip&counters=38', 'led', ['en']],
  ] as const)('fit: %s', async (_name, size, panel, more, place, languages) => {
    for (const lang of languages) {
      const page = await rig.open({ path: board(HALL, panel, `${more}&lang=${lang}`), ...size });
      await page.getByTestId(place).waitFor();
      await legible(page, panel);
      if (languages.length > 1 && lang === 'en') await clean(page);
      await page.context().close();
    }
  });

  it('CTR-3 a zone board shows its counters alone, the strip its one', async () => {
    const page = await rig.open({ path: board(HALL, NEAR, zone), ...FULL_HD });
    const rows = () =>
      page
        .locator('[data-counter-row]')
        .evaluateAll((found) => found.map((row) => (row as HTMLElement).dataset['counterRow']));
    await expect.poll(rows).toEqual(['1', '2', '3', '4', '5', '36', '38', '40']);
    const strip = await rig.open({ path: board(HALL, LED, '&layout=strip&counters=36'), ...STRIP });
    await expect.poll(() => numbersIn(strip, 'led')).toEqual(['A1026']);
    // The light lasts for seconds: both are looked at at once.
    await Promise.all([
      page.locator('[data-lit][data-counter-row="36"]').waitFor(),
      strip.getByTestId('led').locator('[data-lit]').waitFor(),
      attend(HALL, 'recall', 'A1026', 36),
    ]);
    const none = await rig.open({ path: board(HALL, LED, '&layout=strip&counters=99'), ...STRIP });
    await none.getByTestId('no-counter').waitFor();
    await legible(none, LED);
  });

  it('TELL-1 tells what the hall tells everybody on that day, standing still', async () => {
    const page = await rig.open({ path: board(HALL, NEAR, '&lang=zh-HK&counters=40'), ...FULL_HD });
    const told = page.locator('[data-testid="told"], [data-testid="table"]');
    await told.waitFor({ timeout: LONG_MS });
    await expect
      .poll(() => told.textContent(), { timeout: LONG_MS })
      .toMatch(/^通告.*農曆新年期間|美元709.12712.30/);
    await legible(page, NEAR);
    await clean(page);
  });

  it('FEED-4 the strip says in the place of the state that its number is old', async () => {
    const path = board(HALL, LED, '&layout=strip&counters=36&lang=zh-CN');
    const page = await rig.open({ path, ...STRIP });
    await page.context().setOffline(true);
    await page.getByTestId('stale').waitFor();
    await says(page, 'stale', /^数据截至 \d\d:\d\d$/);
    await legible(page, LED);
  });
});

describe('a board that is never switched off', () => {
  const HALL = 'board-long';
  let page: Page;
  let held: () => Promise<Held>;

  /** Customers come, are called, served and gone. */
  const serve = async (customers: number): Promise<void> => {
    for (let count = 0; count < customers; count += 1) {
      await issue(HALL);
      const number = await call(HALL, 1);
      await page.locator(`[data-number="${number}"]`).waitFor();
      await attend(HALL, 'start', number, 1);
      await attend(HALL, 'finish', number, 1);
    }
  };

  beforeAll(async () => {
    await rig.post(`${HALL}/day/open`, {}, SUPERVISOR);
    await openCounter(HALL, 1);
  });
  beforeEach(async () => {
    // Where each call lights its own line, none has to wait for the light of another.
    page = await rig.open({ path: board(HALL, NEAR, '&lang=zh-CN&layout=zone'), ...FULL_HD });
    held = await heldBy(page);
    // The list of calls is full from here on.
    await serve(30);
  });
  /** Serves many, and tells by how much more is held then. */
  const growth = async (): Promise<() => Promise<Held>> => {
    const before = await held();
    await serve(60);
    return async () => {
      const after = await held();
      return {
        heapMb: after.heapMb - before.heapMb,
        nodes: after.nodes - before.nodes,
        listeners: after.listeners - before.listeners,
      };
    };
  };

  it('RT-12 keeps nothing of the calls that are over', async () => {
    const grown = await growth();
    // A browser lets go in its own time.
    const little = ({ heapMb, nodes, listeners }: Held): boolean =>
      heapMb < 5 && nodes <= 50 && listeners <= 5;
    await expect.poll(grown, { interval: 500 }).toSatisfy(little);
  });

  it('the measure finds what is kept', async () => {
    await page.getByTestId('zone').evaluate((zone) => {
      const kept: Node[] = [];
      Object.assign(globalThis, { kept });
      new MutationObserver((changes) => {
        for (const { removedNodes } of changes) kept.push(...removedNodes);
      }).observe(zone, { childList: true, subtree: true });
    });
    const grown = await growth();
    // However long it is looked at.
    for (let look = 0; look < 3; look += 1) {
      expect((await grown()).nodes).toBeGreaterThan(50);
    }
  });
});

describe('an honest board', () => {
  it('FEED-2 holds nothing of staff', async () => {
    const page = await rig.open({ path: board('board'), ...FULL_HD });
    await page.getByTestId('strip').waitFor();
    expect(await page.locator('body').innerHTML()).not.toMatch(/\b[tls]\d{1,2}\b|teller|staff/);
  });

  it('DAY-6 says that the hall is closed', async () => {
    const page = await rig.open({ path: board('board-closed'), ...FULL_HD });
    await page.getByTestId('closed').waitFor();
    await legible(page, NEAR);
    await clean(page);
  });

  it('HOURS-13 a hall that has closed says when it opens next', async () => {
    await rig.post('hours/day/open', {}, SUPERVISOR);
    await rig.post('hours/day/close', { remaining: 'refuse' }, SUPERVISOR);
    const page = await rig.open({ path: board('hours'), ...FULL_HD });
    const closed = page.getByTestId('closed');
    await closed.waitFor();
    await expect.poll(() => closed.textContent()).toMatch(/明天（周.）09:00 开始取号/);
    await legible(page, NEAR);
    await clean(page);
  });

  it('loads a newer build by itself, and never while somebody is called', async () => {
    await rig.post('board-closed/day/open', {}, SUPERVISOR);
    await openCounter('board-closed', 1);
    await issue('board-closed');
    const page = await rig.open({ path: board('board-closed', NEAR, '&quiet=1'), ...FULL_HD });
    const number = await call('board-closed', 1);
    await page.locator(`[data-call="${number}"]`).waitFor();
    await page.evaluate(() => Object.assign(globalThis, { marked: true }));
    let asked = 0;
    const newer = '<script type="module" src="/board/assets/index-newer.js"></script>';
    await page.route('**/board/**', async (route) => {
      if (route.request().resourceType() !== 'fetch') return route.continue();
      asked += 1;
      return route.fulfill({ contentType: 'text/html', body: newer });
    });
    const marked = () => page.evaluate(() => 'marked' in globalThis);
    const clock = page.locator('time');
    for (let second = 0; second < 3; second += 1) {
      const before = await clock.textContent();
      await expect.poll(() => clock.textContent()).not.toBe(before);
    }
    expect([asked, await marked()]).toEqual([0, true]);
    await attend('board-closed', 'start', number, 1);
    await expect.poll(marked).toBe(false);
    await page.getByTestId('strip').waitFor();
    // It goes on looking, and does not load the same build again.
    await page.evaluate(() => Object.assign(globalThis, { marked: true }));
    const before = asked;
    await expect.poll(() => asked).toBeGreaterThan(before + 1);
    expect(await marked()).toBe(true);
  });

  it('TIME-6 shows the second of the server, on a machine whose clock is seven minutes off', async () => {
    const page = await rig.open({ path: board('board'), ...FULL_HD });
    // From now on the page's machine is ahead; what is true it keeps aside.
    await page.addInitScript((aheadMs) => {
      const { Date: True } = globalThis;
      const now = (): number => True.now() + aheadMs;
      const Ahead = new Proxy(True, {
        construct: (made, args) => Reflect.construct(made, args.length > 0 ? args : [now()]),
        get: (made, name) => (name === 'now' ? now : Reflect.get(made, name)),
      });
      Object.assign(globalThis, { Date: Ahead, trueNow: () => True.now() });
    }, AHEAD_MS);
    await page.reload();
    await page.locator('[data-connection="live"]').waitFor({ state: 'attached' });
    const offs = await page.evaluate(
      () =>
        new Promise<{ readonly machine: number; readonly board: readonly number[] }>((resolve) => {
          const clock = document.querySelector('time');
          const board: number[] = [];
          const machine = Date.now() - window.trueNow();
          const look = (): void => {
            const shown = Math.floor(Date.parse(clock?.dateTime ?? '') / 1_000);
            board.push(shown - Math.floor(window.trueNow() / 1_000));
            if (board.length === 3) resolve({ machine, board });
          };
          if (clock) new MutationObserver(look).observe(clock, { attributeFilter: ['datetime'] });
        }),
    );
    // The two are read one after the other.
    expect(Math.abs(offs.machine - AHEAD_MS)).toBeLessThan(1_000);
    // A page that is held up while it draws tells a second that has just passed.
    expect(offs.board.filter((off) => off === 0).length).toBeGreaterThan(0);
    for (const off of offs.board) expect(Math.abs(off)).toBeLessThanOrEqual(SLOW);
  });

  it('FEED-4 says at once from when its figures are, and catches up without a reload', async () => {
    const page = await rig.open({ path: board('board'), ...FULL_HD });
    await page.evaluate(() => Object.assign(globalThis, { marked: true }));
    await page.context().setOffline(true);
    const banner = page.getByTestId('stale');
    await banner.waitFor();
    await says(page, 'stale', /^数据截至As of\d\d:\d\d:\d\d$/);
    // It lies over the name of the hall, on purpose.
    expect(await tooSmall(page, NEAR)).toEqual([]);
    expect(await cutTexts(page)).toEqual([]);
    await clean(page);
    const clock = page.locator('time');
    const before = await clock.textContent();
    await expect.poll(() => clock.textContent()).not.toBe(before);
    await issue('board', 'elderly');
    await says(page, 'waiting-elderly', '0');
    await page.context().setOffline(false);
    await banner.waitFor({ state: 'detached' });
    await says(page, 'waiting-elderly', '1');
    expect(await page.evaluate(() => 'marked' in globalThis)).toBe(true);
  });
});
