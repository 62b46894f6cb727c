/** A customer at the kiosk, against the real server. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { paleToSomeEye } from './colour.ts';
import { paleTexts } from './contrast.ts';
import { badTargets, cutTexts, hiddenTexts, lettersOf, strayTexts, targetsOf } from './geometry.ts';
import { scan, touchTwice } from './hands.ts';
import { foretell, later, whatEnds } from './idle.ts';
import { axeViolations, type Caller, type Rig, startRig } from './rig.ts';

const SUPERVISOR: Caller = { role: 'supervisor', staff: 's01' };
const LOBBY: Caller = { role: 'lobby', staff: 'l01' };
const TELLER: Caller = { role: 'teller', staff: 't01' };
const WIDE = { width: 1280, height: 800 } as const;
const TALL = { width: 800, height: 1280 } as const;
const PHONE = { width: 390, height: 844 } as const;

/** A 10-inch panel of 1280 × 800: 215.4 mm long. Units: px per mm. */
const PX_PER_MM = 1280 / 215.4;
/** Source: ACC-01, ACC-02. Units: mm. */
const CAPITAL_MM = { standard: 7.4, elder: 10.5 };
const TARGET_MM = 20;
const GAP_MM = 3;

let rig: Rig;
beforeAll(async () => {
  rig = await startRig('kiosk');
  for (const hall of ['kiosk', 'kiosk-eight', 'kiosk-missed', 'kiosk-many']) {
    await rig.post(`${hall}/day/open`, {}, SUPERVISOR);
    await rig.post(`${hall}/counters/1/open`, { staff: 't01' }, TELLER);
  }
});
afterEach(async () => rig.closePages());
afterAll(async () => rig.close());

const at = (page: Page, screen: string) =>
  page.locator(`[data-screen-name="${screen}"]:not([data-settling])`).waitFor();
const touch = (page: Page, key: string) => page.getByTestId(key).click();
const clean = async (page: Page): Promise<void> => expect(await axeViolations(page)).toEqual([]);
const number = (page: Page) => page.locator('[data-number]').getAttribute('data-number');
/** What a place of the page comes to say. */
const says = (page: Page, place: string, text: string | RegExp) =>
  expect
    .poll(() => page.getByTestId(place).textContent())
    .toMatch(typeof text === 'string' ? new RegExp(`^${text}$`) : text);
const type = async (page: Page, keys: string): Promise<void> => {
  for (const key of keys) await touch(page, `key-${key}`);
};

/** Live tickets of a hall as the server's monitor counts them. */
const waiting = async (hall: string): Promise<number> => {
  const { lanes } = await rig.get(hall, SUPERVISOR);
  return (lanes as { waiting: number }[]).reduce((sum, lane) => sum + lane.waiting, 0);
};

/** Nothing small, near, cut or scrolled. Source: ACC-01, ACC-02. */
const measure = async (page: Page, size: 'standard' | 'elder'): Promise<void> => {
  expect(await badTargets(page, { size: TARGET_MM * PX_PER_MM, gap: GAP_MM * PX_PER_MM })).toEqual(
    [],
  );
  expect(await cutTexts(page)).toEqual([]);
  expect(await strayTexts(page)).toEqual([]);
  const least = CAPITAL_MM[size] * PX_PER_MM;
  const small = (await lettersOf(page)).filter(({ capital }) => capital < least - 0.5);
  expect(small).toEqual([]);
};

describe('two touches', () => {
  it('ISSUE-1 service, lane, and the number that the server gave', async () => {
    const page = await rig.open({ path: '/kiosk/?hall=kiosk', ...WIDE });
    await at(page, 'services');
    await clean(page);
    await touch(page, 'service-cash');
    await at(page, 'lanes');
    await clean(page);
    await touch(page, 'lane-normal');
    await at(page, 'ticket');
    await clean(page);
    const taken = await number(page);
    const { ticket } = await rig.get(`kiosk/tickets/${taken}`, SUPERVISOR);
    expect(ticket).toMatchObject({ number: 'A001', service: 'cash', lane: 'normal' });
    await says(page, 'ahead', '前面没有人');
    await says(page, 'missed-rule', /2 次/);
    await page.getByTestId('phone-code').locator('path[d^="M"]').waitFor();
    await touch(page, 'finish');
    await at(page, 'services');
  });

  it('CALL-6, WAIT-1 tells people ahead, the worst position and a range', async () => {
    const page = await rig.open({ path: '/kiosk/?hall=kiosk&lang=en', ...TALL });
    await touch(page, 'service-cash');
    await touch(page, 'lane-normal');
    await at(page, 'ticket');
    await clean(page);
    await says(page, 'ahead', '1 ahead');
    await says(page, 'worst', /^At most \d+ (go )?before you$/);
    await says(page, 'wait', /^(about \d+–\d+|(within|max) \d+) min$/);
  });

  it('ISSUE-2, ISSUE-3 offers no lane that needs proof, and says why a service cannot be had', async () => {
    const page = await rig.open({ path: '/kiosk/?hall=kiosk', ...WIDE });
    const gone = page.getByTestId('service-account');
    await expect.poll(() => gone.getAttribute('aria-disabled')).toBe('true');
    await says(page, 'service-account', /本厅不办理/);
    await gone.click({ force: true });
    expect(await page.locator('[data-screen-name="services"]').count()).toBe(1);
    await touch(page, 'service-cash');
    await at(page, 'lanes');
    const lanes = (await targetsOf(page)).map(({ name }) => name);
    expect(lanes.filter((name) => name.startsWith('lane-'))).toEqual([
      'lane-normal',
      'lane-elderly',
    ]);
  });
});

describe('more services than a panel shows', () => {
  it('ISSUE-6, TELL-1 groups come first, a ticket in three touches, and the way back leads to them', async () => {
    const page = await rig.open({ path: '/kiosk/?hall=kiosk-many', ...WIDE });
    await page.getByTestId('group-wealth').waitFor();
    await page.getByTestId('notices').waitFor();
    await clean(page);
    await measure(page, 'standard');
    await touch(page, 'group-wealth');
    await at(page, 'group-wealth');
    await clean(page);
    await measure(page, 'standard');
    await touch(page, 'back');
    await at(page, 'services');
    await touch(page, 'group-daily');
    await at(page, 'group-daily');
    await touch(page, 'service-cash');
    await at(page, 'lanes');
    await touch(page, 'lane-normal');
    await at(page, 'ticket');
    const { ticket } = await rig.get(`kiosk-many/tickets/${await number(page)}`, SUPERVISOR);
    expect(ticket).toMatchObject({ service: 'cash', state: 'waiting' });
  });
});

describe('one ticket, whatever happens', () => {
  it('a touch that trembles takes one', async () => {
    const page = await rig.open({ path: '/kiosk/?hall=kiosk', ...WIDE });
    const before = await waiting('kiosk');
    await touchTwice(page.getByTestId('service-cash'));
    await at(page, 'lanes');
    await touchTwice(page.getByTestId('lane-normal'));
    await at(page, 'ticket');
    expect(await waiting('kiosk')).toBe(before + 1);
  });

  it('JRN-4 an answer that was lost is asked for again, with the same key', async () => {
    const page = await rig.open({ path: '/kiosk/?hall=kiosk', ...WIDE });
    const before = await waiting('kiosk');
    const keys: (string | undefined)[] = [];
    await page.route('**/tickets', async (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      if (keys.length > 2) return route.continue();
      // The server has done it; nobody hears of it.
      await route.fetch();
      return route.abort();
    });
    await touch(page, 'service-transfer');
    await touch(page, 'lane-normal');
    await at(page, 'ticket');
    expect(keys.length).toBe(3);
    expect(new Set(keys).size).toBe(1);
    expect(await waiting('kiosk')).toBe(before + 1);
  });

  it('a refusal shows no number', async () => {
    const page = await rig.open({ path: '/kiosk/?hall=kiosk', ...WIDE });
    const before = await waiting('kiosk');
    await page.route('**/tickets', (route) =>
      route.continue({ postData: JSON.stringify({ service: 'account', lane: 'normal' }) }),
    );
    await touch(page, 'service-cash');
    await touch(page, 'lane-normal');
    await at(page, 'failed');
    await clean(page);
    expect(await page.locator('[data-number]').count()).toBe(0);
    await page.unroute('**/tickets');
    await touch(page, 'try-again');
    await at(page, 'ticket');
    expect(await waiting('kiosk')).toBe(before + 1);
  });
});

describe('a missed number', () => {
  /** Called twice as the rule wants, and nobody came. */
  const miss = async (): Promise<string> => {
    const { ticket } = await rig.post('kiosk-missed/counters/1/call-next', {}, TELLER);
    const missed = (ticket as { number: string }).number;
    for (const verb of ['recall', 'miss']) {
      await new Promise((resume) => setTimeout(resume, 1_600));
      await rig.post(`kiosk-missed/tickets/${missed}/${verb}`, { counter: '1' }, TELLER);
    }
    return missed;
  };

  it('MISS-4, MISS-16 comes back, and is told what happens next', async () => {
    for (let count = 0; count < 2; count += 1) {
      await rig.post('kiosk-missed/tickets', { service: 'cash' }, { role: 'kiosk' });
    }
    const missed = await miss();
    const page = await rig.open({ path: '/kiosk/?hall=kiosk-missed', ...TALL });
    await touch(page, 'entry');
    await at(page, 'entry');
    await clean(page);
    await type(page, missed.slice(0, 1));
    await clean(page);
    await type(page, missed.slice(1));
    await touch(page, 'submit');
    await at(page, 'returned');
    await clean(page);
    await expect.poll(() => number(page)).toBe(missed);
    await says(page, 'next', /先让.本队列\s3\s个号/);
    // As whoever takes a number is told.
    await says(page, 'ahead', '前面 1 人');
    await says(page, 'wait', /分钟|预计/);
    const { ticket } = await rig.get(`kiosk-missed/tickets/${missed}`, SUPERVISOR);
    expect(ticket).toMatchObject({ state: 'waiting' });
    await touch(page, 'finish');

    await touch(page, 'entry');
    await type(page, missed);
    await touch(page, 'submit');
    await at(page, 'refusal');
    await clean(page);
    await says(page, 'refusal', /还在排队/);
  });

  it('that was never given is not known', async () => {
    const page = await rig.open({ path: '/kiosk/?hall=kiosk-missed', ...WIDE });
    await touch(page, 'entry');
    await type(page, 'A998');
    await touch(page, 'erase');
    await type(page, '9');
    await touch(page, 'submit');
    await at(page, 'refusal');
    await expect.poll(() => number(page)).toBe('A999');
    await touch(page, 'entry');
    await at(page, 'entry');
  });
});

describe('a booking', () => {
  const book = async (): Promise<string> => {
    const { hall } = await rig.get('kiosk-missed', SUPERVISOR);
    const { businessDay } = hall as { businessDay: string };
    const { slots } = await rig.get(`kiosk-missed/slots/cash/${businessDay}`, { role: 'kiosk' });
    const [next] = slots as { startAt: string }[];
    const body = { service: 'cash', startAt: next?.startAt };
    const { reference } = await rig.post('kiosk-missed/bookings', body, { role: 'kiosk' });
    return String(reference);
  };
  const keysOf = (page: Page): Promise<string> =>
    page
      .locator('[data-testid^="key-"]')
      .evaluateAll((keys) => keys.map((key) => key.textContent).join(''));
  const typeAll = async (page: Page, reference: string): Promise<void> => {
    for (const sign of reference) {
      for (let keys = await keysOf(page); !keys.includes(sign); keys = await keysOf(page)) {
        const before = keys;
        await touch(page, 'turn-page');
        await expect.poll(() => keysOf(page)).not.toBe(before);
      }
      await touch(page, `key-${sign}`);
    }
  };

  it('BOOK-6 is typed or scanned, becomes a ticket once, and is told why not again', async () => {
    const reference = await book();
    const page = await rig.open({ path: '/kiosk/?hall=kiosk-missed', ...WIDE });
    await touch(page, 'entry');
    await touch(page, 'reference');
    await at(page, 'reference');
    await typeAll(page, reference);
    await clean(page);
    await touch(page, 'submit');
    await at(page, 'ticket');
    await says(page, 'bring', '请备好：身份证、银行卡');
    const { ticket } = await rig.get(`kiosk-missed/tickets/${await number(page)}`, SUPERVISOR);
    expect(ticket).toMatchObject({ lane: 'vip', service: 'cash', state: 'waiting' });
    // Whoever scans next is somebody else.
    await scan(page, reference);
    await at(page, 'refusal');
    await says(page, 'refusal', '此预约已经报到，请留意叫号。');
    await measure(page, 'standard');
    await says(page, 'speech', '');
  });
});

describe('the next customer', () => {
  it('finds the hall’s language and ordinary letters', async () => {
    const page = await rig.open({ path: '/kiosk/?hall=kiosk', ...WIDE });
    await touch(page, 'language-en');
    await touch(page, 'large');
    await page.locator('html[lang="en"][data-size="elder"]').waitFor();
    await touch(page, 'service-transfer');
    await touch(page, 'lane-elderly');
    await at(page, 'ticket');
    await touch(page, 'finish');
    await at(page, 'services');
    await page.locator('html[lang="zh-CN"][data-size="standard"]').waitFor();
  });

  it('is waited for with a warning that any touch ends', async () => {
    const page = await rig.open({ path: '/kiosk/?hall=kiosk&idle=30', ...WIDE });
    await touch(page, 'service-transfer');
    await at(page, 'lanes');
    const warning = page.getByTestId('idle-warning');
    await warning.waitFor();
    await clean(page);
    await page.locator('main').click({ position: { x: 5, y: 5 } });
    await warning.waitFor({ state: 'detached' });
    await at(page, 'lanes');
  });

  it('ACC-04 has twenty seconds of warning, may put the end off as often as wanted, and longer with large letters', async () => {
    const page = await rig.open({ path: '/kiosk/?hall=kiosk', ...WIDE });
    await foretell(page);
    await touch(page, 'service-transfer');
    await at(page, 'lanes');
    for (let extended = 0; extended < 11; extended += 1) {
      // Within the warning, with room for a machine that stalls.
      await later(page, 38);
      await page.getByTestId('idle-warning').getByRole('button').click();
      await page.getByTestId('idle-warning').waitFor({ state: 'detached' });
      await at(page, 'lanes');
    }
    expect(await whatEnds(page)).toEqual({ after: 45, fault: null });
    await touch(page, 'large');
    await touch(page, 'service-transfer');
    await at(page, 'lanes');
    expect(await whatEnds(page)).toEqual({ after: 90, fault: null });
    // Whoever has a number reads it without haste.
    await touch(page, 'service-transfer');
    await touch(page, 'lane-normal');
    await at(page, 'ticket');
    expect(await whatEnds(page)).toEqual({ after: 120, fault: null });
  });

  it('ACC-04 the measure finds a warning that comes too late', async () => {
    const page = await rig.open({ path: '/kiosk/?hall=kiosk', ...WIDE });
    await foretell(page, { hideWarningFor: 9 });
    await touch(page, 'service-transfer');
    await at(page, 'lanes');
    const { fault } = await whatEnds(page);
    expect(fault).toMatch(/^warned \d+ s ahead$/);
  });

  it('HELP-1 asks for a person from any screen, sees that somebody comes, and is where it was', async () => {
    const page = await rig.open({ path: '/kiosk/?hall=kiosk&kiosk=K2', ...WIDE });
    await touch(page, 'service-cash');
    await touch(page, 'lane-normal');
    await at(page, 'ticket');
    const taken = await number(page);
    await touch(page, 'help');
    await page.getByTestId('help-called').waitFor();
    await at(page, 'help');
    await measure(page, 'standard');
    await clean(page);
    await rig.post('kiosk/kiosks/K2/help/answer', {}, LOBBY);
    await page.getByTestId('help-coming').waitFor();
    await touch(page, 'back');
    await at(page, 'ticket');
    expect(await number(page)).toBe(taken);
    await touch(page, 'help');
    await at(page, 'help');
    await rig.post('kiosk/kiosks/K2/help/end', {}, LOBBY);
    await at(page, 'ticket');
    // A child presses again at once: nobody is called, but told where a person is.
    await touch(page, 'help');
    await page.getByTestId('help-known').waitFor();
  });
});

/** Where the focus is, and whether its ring is 3 mm wide. */
const ringOf = (page: Page) =>
  page.evaluate(
    (least) => {
      const { activeElement: at } = document;
      if (!(at instanceof HTMLElement)) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      const seen = outlineStyle === 'solid' && Number.parseFloat(outlineWidth) >= least;
      return { at: at.dataset['testid'], seen };
    },
    3 * PX_PER_MM - 0.5,
  );

describe('without eyes', () => {
  it('a pad of five keys takes a number, and every step is said', async () => {
    const page = await rig.open({ path: '/kiosk/?hall=kiosk&lang=en', ...WIDE });
    const said = page.getByTestId('speech');
    await says(page, 'speech', '');
    const before = await waiting('kiosk');
    const steps = [
      ['Enter', 'service-cash'],
      ['ArrowDown', 'service-transfer'],
      ['Enter', 'lane-normal'],
      ['Enter', 'page'],
    ] as const;
    for (const [key, led] of steps) {
      // A cut line, however short, is told instead of the step.
      await page.locator('[data-connection="live"]').waitFor();
      const last = await said.textContent();
      await page.keyboard.press(key);
      await expect.poll(() => said.textContent()).not.toBe(last);
      // Whoever sees a little sees where the pad is. Source: ACC-06.
      await expect.poll(() => ringOf(page)).toEqual({ at: led, seen: true });
      await clean(page);
    }
    await at(page, 'ticket');
    expect(await waiting('kiosk')).toBe(before + 1);
    const taken = [...((await number(page)) ?? '')].join(' ');
    await says(page, 'speech', new RegExp(`Your number is ${taken}`));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await at(page, 'services');
    await says(page, 'speech', '');
  });

  it('a keyboard still presses what has its focus', async () => {
    const page = await rig.open({ path: '/kiosk/?hall=kiosk', ...WIDE });
    await page.getByTestId('service-cash').focus();
    await page.keyboard.press('Enter');
    await at(page, 'lanes');
    await says(page, 'speech', '');
  });
});

describe('from a wheelchair', () => {
  const UPRIGHT = { width: 1080, height: 1920, inches: 21.5, mounted: 900 };
  /** Their upper edges are a little too high. */
  const SMALL = { ...WIDE, inches: 10, mounted: 1_090 };
  const SMALL_UPRIGHT = { ...TALL, inches: 10, mounted: 1_040 };

  it.each([
    ['zh-CN', UPRIGHT],
    ['en', UPRIGHT],
    ['zh-HK', SMALL],
    ['en', SMALL_UPRIGHT],
  ] as const)(
    'ACC-07 every key of every screen comes into reach, and nothing is cut: %s, %o',
    async (lang, { inches, mounted, ...size }) => {
      const mm = Math.hypot(size.width, size.height) / (inches * 25.4);
      /** What stands higher than a hand reaches above the floor. Source: ACC-07. */
      const tooHigh = async (page: Page): Promise<string[]> =>
        (await targetsOf(page))
          .filter(({ top }) => mounted + (size.height - top) / mm > 1_220 + 1)
          .map(({ name }) => name);
      const query = `lang=${lang}&inches=${inches}&mounted=${mounted}`;
      const page = await rig.open({ path: `/kiosk/?hall=kiosk-eight&${query}`, ...size });
      if (inches > 20) expect((await tooHigh(page)).length).toBeGreaterThan(0);
      await touch(page, 'low');
      const reached = async (): Promise<void> => {
        expect(await tooHigh(page)).toEqual([]);
        const least = { size: TARGET_MM * mm, gap: GAP_MM * mm };
        expect(await badTargets(page, least)).toEqual([]);
        expect(await cutTexts(page)).toEqual([]);
        expect(await hiddenTexts(page)).toEqual([]);
      };
      await reached();
      await touch(page, 'service-cash');
      await at(page, 'lanes');
      await reached();
      await touch(page, 'lane-normal');
      await at(page, 'ticket');
      await reached();
      await clean(page);
      await touch(page, 'finish');
      await at(page, 'services');
      await page.locator('html:not([data-low])').waitFor();
    },
  );

  it('a panel that hangs low needs no other layout', async () => {
    const page = await rig.open({ path: '/kiosk/?hall=kiosk&mounted=900', ...WIDE });
    expect(await page.getByTestId('low').count()).toBe(0);
  });
});

describe('when no number can be had', () => {
  it('DAY-6 a closed hall says so', async () => {
    const page = await rig.open({ path: '/kiosk/?hall=kiosk-closed', ...WIDE });
    await at(page, 'closed');
    await measure(page, 'standard');
    await clean(page);
    await says(page, 'page', /联系工作人员/);
  });

  it('HOURS-13 a hall that has closed says when it opens next, drawn and spoken', async () => {
    await rig.post('hours/day/open', {}, SUPERVISOR);
    await rig.post('hours/day/close', { remaining: 'refuse' }, SUPERVISOR);
    for (const [lang, text] of [
      ['zh-CN', '明天（周.）09:00 开始取号'],
      ['zh-HK', '明天（週.）09:00 開始取籌'],
      ['en', 'Numbers from 09:00 tomorrow \\(...\\)'],
    ]) {
      for (const panel of [WIDE, TALL]) {
        const page = await rig.open({ path: `/kiosk/?hall=hours&lang=${lang}`, ...panel });
        await at(page, 'closed');
        await says(page, 'opens', `${text}`);
        await measure(page, 'standard');
        await clean(page);
        await touch(page, 'large');
        await page.locator('html[data-size="elder"]').waitFor();
        await measure(page, 'elder');
        await rig.closePages();
      }
    }
  });

  const tellsStop = async (
    panel: typeof WIDE | typeof TALL,
    [lang, hall, text]: readonly [lang: string, hall: string, text: RegExp],
  ): Promise<void> => {
    const page = await rig.open({ path: `/kiosk/?hall=kiosk-stopped&lang=${lang}`, ...panel });
    await page.getByTestId('reason').waitFor();
    await says(page, 'page', text);
    await says(page, 'hall-name', hall);
    await measure(page, 'standard');
    await touch(page, 'large');
    await page.locator('html[data-size="elder"]').waitFor();
    await measure(page, 'elder');
    await clean(page);
  };

  it('HOURS-6 a stop says why, until when, and to see the staff, under the name of the branch', async () => {
    await rig.post('kiosk-stopped/day/open', {}, SUPERVISOR);
    await rig.post('kiosk-stopped/counters/1/open', { staff: 't01' }, TELLER);
    const until = new Date(Date.now() + 26 * 3_600_000).toISOString();
    const stop = { reason: 'overcrowded', until };
    await rig.post('kiosk-stopped/day/issuing/stop', stop, SUPERVISOR);
    for (const panel of [WIDE, TALL]) {
      await tellsStop(panel, ['zh-CN', '城南支行营业厅', /明天 \d\d:\d\d.*请找工作人员/]);
      await tellsStop(panel, ['zh-HK', '城南分行營業廳', /明天 \d\d:\d\d.*請找職員/]);
      await tellsStop(panel, ['en', 'Chengnan Branch Hall', /tomorrow \d\d:\d\d.*see our staff/]);
    }
  });

  it('FEED-4 a cut line says so, keeps the ticket that is shown, and heals by itself', async () => {
    const page = await rig.open({ path: '/kiosk/?hall=kiosk', ...WIDE });
    await page.evaluate(() => Object.assign(globalThis, { marked: true }));
    await page.context().setOffline(true);
    await at(page, 'offline');
    await clean(page);
    await page.context().setOffline(false);
    await at(page, 'services');
    await touch(page, 'service-cash');
    await touch(page, 'lane-normal');
    await at(page, 'ticket');
    const taken = await number(page);
    await page.context().setOffline(true);
    await page.locator('[data-connection="stale"]').waitFor();
    await expect.poll(() => number(page)).toBe(taken);
    await page.context().setOffline(false);
    await page.locator('[data-connection="live"]').waitFor();
    expect(await page.evaluate(() => 'marked' in globalThis)).toBe(true);
  });
});

describe('every screen, in every dress', () => {
  const dresses = [WIDE, TALL].flatMap((panel) =>
    ['zh-CN', 'zh-HK', 'en'].flatMap((lang) =>
      (['standard', 'elder'] as const).map((size) => ({ panel, lang, size })),
    ),
  );

  it.each(dresses)('$panel.width × $panel.height, $lang, $size', async ({ panel, lang, size }) => {
    const path = `/kiosk/?hall=kiosk-eight&lang=${lang}`;
    const page = await rig.open({ path, ...panel });
    const enlarge = async (): Promise<void> => {
      await at(page, 'services');
      if (size === 'elder') await touch(page, 'large');
      await page.locator(`html[data-size="${size}"]`).waitFor();
    };
    await enlarge();
    await measure(page, size);
    await touch(page, 'service-cash');
    await at(page, 'lanes');
    await measure(page, size);
    await touch(page, 'lane-elderly');
    await at(page, 'ticket');
    await measure(page, size);
    await touch(page, 'help');
    await at(page, 'help');
    await measure(page, size);
    await touch(page, 'back');
    await touch(page, 'finish');
    await enlarge();
    await touch(page, 'entry');
    await at(page, 'entry');
    await measure(page, size);
    await touch(page, 'reference');
    await at(page, 'reference');
    await measure(page, size);
    await touch(page, 'back');
    await touch(page, 'entry');
    await type(page, 'A997');
    await measure(page, size);
    await touch(page, 'submit');
    await at(page, 'refusal');
    await measure(page, size);
    await clean(page);
  });

  it('every text is drawn with a contrast of 7 : 1, and the measure finds what is not', async () => {
    const page = await rig.open({ path: '/kiosk/?hall=kiosk-eight', ...WIDE });
    await at(page, 'services');
    expect(await paleTexts(page, 7)).toEqual([]);
    expect(await paleToSomeEye(page, 7)).toEqual([]);
    await touch(page, 'service-cash');
    await at(page, 'lanes');
    expect(await paleTexts(page, 7)).toEqual([]);
    await touch(page, 'lane-normal');
    await at(page, 'ticket');
    expect(await paleTexts(page, 7)).toEqual([]);
    await page.getByTestId('finish').evaluate((button: HTMLElement) => {
      button.style.opacity = '0.5';
    });
    expect((await paleTexts(page, 7)).length).toBe(1);
  });

  it('all eight services stand on one page of ordinary letters', async () => {
    for (const panel of [WIDE, TALL]) {
      const page = await rig.open({ path: '/kiosk/?hall=kiosk-eight', ...panel });
      const services = (await targetsOf(page)).filter(({ name }) => name.startsWith('service-'));
      expect(services.length).toBe(8);
    }
  });

  it('a phone shows the same, smaller', async () => {
    const page = await rig.open({ path: '/kiosk/?hall=kiosk-eight', ...PHONE });
    const least = { size: 48, gap: 8 };
    expect(await badTargets(page, least)).toEqual([]);
    await clean(page);
    await touch(page, 'service-cash');
    await touch(page, 'lane-normal');
    await at(page, 'ticket');
    expect(await cutTexts(page)).toEqual([]);
    expect(await badTargets(page, least)).toEqual([]);
    await clean(page);
  });

  it('the measure finds what is too small, too near, cut or scrolled', async () => {
    const page = await rig.open({ path: '/kiosk/?hall=kiosk', ...WIDE });
    await at(page, 'services');
    await page.evaluate(() => {
      const bend = (key: string, style: Partial<CSSStyleDeclaration>): void => {
        const element = document.querySelector<HTMLElement>(`[data-testid="${key}"]`);
        Object.assign(element?.style ?? {}, style);
      };
      bend('help', { height: '40px', minHeight: '0' });
      bend('entry', { marginBottom: '-15px', fontSize: '30px' });
      bend('service-cash', { width: '1400px' });
      Object.assign(document.querySelector('h1')?.style ?? {}, {
        ...{ maxInlineSize: 'none', whiteSpace: 'nowrap', fontSize: '80px' },
      });
    });
    expect(await strayTexts(page)).toContainEqual(expect.stringMatching(/^stray: 请选择/));
    const faults = await badTargets(page, { size: 118, gap: 18 });
    expect(faults.some((fault) => fault.startsWith('help:'))).toBe(true);
    expect(faults.some((fault) => fault.startsWith('entry and'))).toBe(true);
    expect(faults.some((fault) => fault.includes('off the screen'))).toBe(true);
    expect((await lettersOf(page)).some(({ capital }) => capital < 40)).toBe(true);
  });
});
