/** The customer's own phone, opened by the link of a ticket, against the real server. */
import { IssueReply } from '@tingxu/contract/rest';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { badTargets, cutTexts, sticksOut } from './geometry.ts';
import { pressAt } from './keyboard.ts';
import { axeViolations, type Caller, type Rig, startRig } from './rig.ts';

const HALL = 'phones';
const KIOSK: Caller = { role: 'kiosk' };
const LOBBY: Caller = { role: 'lobby', staff: 'l01' };
const SUPERVISOR: Caller = { role: 'supervisor', staff: 's01' };
const T01: Caller = { role: 'teller', staff: 't01' };
/** Small and large. */
const PHONES = [
  { width: 360, height: 640 },
  { width: 414, height: 896 },
] as const;
/** Units: CSS px. */
const THUMB = { size: 48, gap: 0 } as const;

let rig: Rig;
beforeAll(async () => {
  rig = await startRig('phone-ticket', 'display-board');
  await rig.post(`${HALL}/day/open`, {}, SUPERVISOR);
  await rig.post(`${HALL}/counters/1/open`, { staff: 't01' }, T01);
});
afterEach(async () => rig.closePages());
afterAll(async () => rig.close());

const take = async () => {
  const issued = IssueReply.parse(await rig.post(`${HALL}/tickets`, { service: 'cash' }, KIOSK));
  return { ...issued, id: issued.ticket.id, number: issued.ticket.number };
};
const scan = (
  link: string,
  size: (typeof PHONES)[number] = PHONES[0],
  locale?: 'en',
): Promise<Page> => rig.open({ path: `/t/#${link}`, ...size, ...(locale && { locale }) });
const stage = (page: Page, name: string) => page.waitForSelector(`[data-stage="${name}"]`);
const at1 = (verb: string) => rig.post(`${HALL}/counters/1/${verb}`, {}, T01);
const on = (id: string, verb: string, body: object, who: Caller) =>
  rig.post(`${HALL}/tickets/${id}/${verb}`, body, who);

/** Looks at the whole page, which may be longer than the phone. */
const fits = async (page: Page): Promise<void> => {
  const size = page.viewportSize() ?? PHONES[0];
  await page.setViewportSize({ width: size.width, height: 1_000 });
  expect(await axeViolations(page)).toEqual([]);
  expect(await badTargets(page, THUMB)).toEqual([]);
  expect(await cutTexts(page)).toEqual([]);
  expect(await sticksOut(page)).toBe(false);
  await page.setViewportSize(size);
};

describe('a ticket on the phone', () => {
  it.each([
    [PHONES[0], undefined],
    [PHONES[1], 'en'],
  ] as const)(
    'LINK-2, RATE-6 shows the place, then the call, then the end, and asks how it was: %o %s',
    async (size, locale) => {
      const [before, mine] = [await take(), await take()];
      const page = await scan(mine.link, size, locale);
      await stage(page, 'waiting');
      await page.locator(`[data-number="${mine.number}"]`).waitFor();
      const ahead = page.getByTestId('ahead');
      await ahead.getByText(locale ? '1 person' : '1 人', { exact: true }).waitFor();
      await fits(page);
      await at1('call-next');
      await page.getByText(locale ? 'nobody' : '没有人', { exact: true }).waitFor();
      await on(before.id, 'finish', { counter: '1' }, T01);
      await at1('call-next');
      await stage(page, 'called');
      const where = locale ? 'Go to Counter 1' : '请到 1 号窗口';
      await page.getByTestId('where').getByRole('img', { name: where, exact: true }).waitFor();
      await fits(page);
      await on(mine.id, 'start', { counter: '1' }, T01);
      await stage(page, 'serving');
      await fits(page);
      await on(mine.id, 'finish', { counter: '1' }, T01);
      await stage(page, 'rating');
      await fits(page);
      await page.getByTestId('score-5').click();
      await stage(page, 'over');
      await page.getByText(locale ? 'Thank you' : '谢谢您的评价', { exact: true }).waitFor();
      await fits(page);
    },
  );

  it('LINK-3 says why the place has gone back, and no longer once it is made up for', async () => {
    const [before, mine] = [await take(), await take()];
    await at1('call-next');
    const page = await scan(mine.link);
    await page.getByText('没有人', { exact: true }).waitFor();
    const why = page.getByRole('status').getByTestId('set-back');
    expect(await why.count()).toBe(0);
    const back = { counter: '1', lane: 'vip', keepWait: true, first: true };
    await on(before.id, 'transfer', back, T01);
    await why.waitFor();
    await fits(page);
    await at1('call-next');
    await why.waitFor({ state: 'detached' });
    await on(before.id, 'finish', { counter: '1' }, T01);
    await on(mine.id, 'cancel', { reason: 'removed-by-staff' }, LOBBY);
  });

  it('each other language is one touch away and named in itself', async () => {
    const mine = await take();
    const page = await scan(mine.link);
    await stage(page, 'waiting');
    const offered = () => page.locator('header button[lang]').allTextContents();
    expect(await offered()).toEqual(['繁體', 'English']);
    await page.getByRole('button', { name: 'English' }).click();
    expect(await offered()).toEqual(['简体', '繁體']);
    await fits(page);
    await page.getByRole('button', { name: '繁體' }).click();
    expect(await offered()).toEqual(['简体', 'English']);
    await fits(page);
    await on(mine.id, 'cancel', { reason: 'removed-by-staff' }, LOBBY);
  });

  it('MISS-9 a missed one comes back with one touch', async () => {
    const mine = await take();
    const page = await scan(mine.link);
    await at1('call-next');
    await on(mine.id, 'miss-early', { counter: '1', reason: 'looked-for' }, LOBBY);
    await stage(page, 'missed');
    await page.getByTestId('until').waitFor();
    await fits(page);
    await page.getByTestId('here').click();
    await stage(page, 'waiting');
    await on(mine.id, 'cancel', { reason: 'removed-by-staff' }, LOBBY);
    await stage(page, 'over');
  });

  it('END-5, ACC-06 is given up after a question, by the keyboard alone', async () => {
    const mine = await take();
    const page = await scan(mine.link);
    await pressAt(page, '[data-testid="give-up"]');
    await page.getByRole('dialog').waitFor();
    await fits(page);
    await pressAt(page, '[data-testid="give-up-yes"]');
    await stage(page, 'over');
    const detail = await rig.get(`${HALL}/tickets/${mine.id}`, LOBBY);
    expect(detail['ticket']).toMatchObject({ endReason: 'cancelled-by-customer' });
  });

  it('LINK-1 nothing opens but a link of this server', async () => {
    const { link, id } = await take();
    const other = `${link.slice(0, -2)}${link.endsWith('A') ? 'BB' : 'AA'}`;
    for (const wrong of [other, 'nothing']) {
      const page = await rig.open({ path: `/t/#${wrong}`, ...PHONES[0], ready: '[data-stage]' });
      await stage(page, 'bad-link');
      expect(await page.locator('[data-number]').count()).toBe(0);
      await fits(page);
    }
    await on(id, 'cancel', { reason: 'removed-by-staff' }, LOBBY);
  });

  it('PHONE-1, PHONE-2, PHONE-3, ISSUE-5 is taken with the code of the board, and found again', async () => {
    const board = await rig.open({ path: `/board/?hall=${HALL}`, width: 1920, height: 1080 });
    const halves = board.getByTestId('phone-code').locator('strong');
    await halves.first().waitFor();
    const shown = (await halves.allTextContents()).join(' ');
    await board.getByTestId('phone-code').getByRole('img').waitFor();
    const path = `/t/?hall=${HALL}`;
    const page = await rig.open({ path, ...PHONES[0], ready: '[data-stage="take-code"]' });
    const code = page.getByRole('textbox');
    await code.fill('ABCD2345');
    await code.press('Enter');
    await page.getByText('现场码不对或已更换').waitFor();
    await fits(page);
    await code.fill(shown.toLowerCase());
    await code.press('Enter');
    await stage(page, 'take-choose');
    await fits(page);
    await page.getByTestId('take-wealth').click();
    await stage(page, 'take-confirm');
    await page.getByText('身份证').waitFor();
    await fits(page);
    await page.getByTestId('take').click();
    await stage(page, 'waiting');
    const number = await page.locator('[data-number]').first().getAttribute('data-number');
    const again = await rig.open({
      path,
      ...PHONES[0],
      ready: '[data-stage="waiting"]',
      beside: page,
    });
    await again.locator(`[data-number="${number}"]`).waitFor();
  });

  it('HOURS-13 after the closing, the ticket and the page that takes one say when the hall opens', async () => {
    await rig.post('hours/day/open', {}, SUPERVISOR);
    await rig.post('hours/counters/1/open', { staff: 't01' }, T01);
    const { link } = IssueReply.parse(await rig.post('hours/tickets', { service: 'cash' }, KIOSK));
    const page = await scan(link);
    await stage(page, 'waiting');
    await rig.post('hours/day/close', { remaining: 'end-remaining' }, SUPERVISOR);
    await stage(page, 'over');
    await page
      .getByTestId('opens')
      .getByText(/^明天（周.）09:00 开始取号。$/)
      .waitFor();
    await fits(page);
    const { code } = await rig.get('hours/presence', KIOSK);
    const taking = await rig.open({
      path: `/t/?hall=hours#${code}`,
      ...PHONES[0],
      ready: '[data-stage^="take-"]',
    });
    await taking.getByText(/^明天（周.）09:00 开始取号。$/).waitFor();
  });

  it('FEED-4 says when it is cut off, and is right again after the server restarted', async () => {
    const mine = await take();
    const page = await scan(mine.link);
    await stage(page, 'waiting');
    await rig.killAndRestart();
    await at1('call-next');
    await stage(page, 'called');
    await on(mine.id, 'finish', { counter: '1' }, T01);
    await stage(page, 'rating');
  });
});
