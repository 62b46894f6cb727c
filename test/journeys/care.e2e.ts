/** Who waits long is seen to: the lobby manager on foot and the supervisor at the monitor, side by side. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { badTargets, sticksOut } from './geometry.ts';
import { axeViolations, type Caller, type Rig, startRig } from './rig.ts';

const LOBBY: Caller = { role: 'lobby', staff: 'l01' };
const SUPERVISOR: Caller = { role: 'supervisor', staff: 's01' };
const PHONE = { width: 390, height: 844 } as const;
const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;

let rig: Rig;
beforeAll(async () => {
  rig = await startRig('supervisor', 'lobby');
  for (const hall of ['care', 'care-usual']) {
    await rig.post(`${hall}/day/open`, {}, SUPERVISOR);
    for (const service of ['cash', 'accounts']) {
      await rig.post(`${hall}/tickets`, { service, lane: 'normal' }, LOBBY);
    }
  }
});
afterEach(async () => rig.closePages());
afterAll(async () => rig.close());

const onFoot = async (hall: string): Promise<Page> => {
  const page = await rig.open({ path: `/lobby/?hall=${hall}`, as: 'l01', ...PHONE });
  await page.getByTestId('tab-tasks').click();
  return page;
};
const atDesk = (hall: string, size: (typeof SIZES)[number] = SIZES[0]) =>
  rig.open({ path: `/supervisor/?hall=${hall}`, as: 's01', ...size });
const alarm = (page: Page) => page.getByTestId('alarms').locator('li', { hasText: '等候超过' });
const card = (page: Page) => page.getByTestId('care');
const answerKey = (page: Page) => page.getByRole('button', { name: '我去安抚' });
const seemly = async (page: Page): Promise<void> => {
  expect(await axeViolations(page)).toEqual([]);
  await expect.poll(() => sticksOut(page)).toBe(false);
};

describe('somebody waits long', () => {
  it('CARE-1, CARE-2, CARE-3 both screens alarm, one tap quiets both and says who went, and both alarm again', async () => {
    const phone = await onFoot('care');
    const desk = await atDesk('care');
    await alarm(desk).getByText('请去安抚').waitFor();
    await expect.poll(() => alarm(desk).getAttribute('data-tone')).toBe('over');
    await expect.poll(() => card(phone).getAttribute('data-rings')).toBe('true');
    await card(phone).locator('[data-ticket]').first().waitFor();
    expect(await badTargets(phone, { size: 48, gap: 0 })).toEqual([]);
    await seemly(phone);
    await seemly(desk);

    await answerKey(phone).click();
    await card(phone)
      .getByText(/^l01 \d{2}:\d{2} 去了$/)
      .waitFor();
    await expect.poll(() => card(phone).getAttribute('data-rings')).toBe('false');
    await alarm(desk)
      .getByText(/^l01 \d{2}:\d{2} 去了$/)
      .waitFor();
    await expect.poll(() => alarm(desk).getAttribute('data-tone')).toBe('info');
    expect(await answerKey(desk).count()).toBe(0);
    expect(await answerKey(phone).count()).toBe(0);
    await seemly(phone);

    // Nobody has been called meanwhile: it comes again, and this time the supervisor goes.
    await answerKey(desk).click();
    await alarm(desk)
      .getByText(/^s01 \d{2}:\d{2} 去了$/)
      .waitFor();
    await card(phone)
      .getByText(/^s01 \d{2}:\d{2} 去了$/)
      .waitFor();

    const trail = await rig.get('care/tickets/A001/explanation', SUPERVISOR);
    const told = (trail['text'] as Record<string, string[]>)['zh-CN']?.join() ?? '';
    expect(told.split('前往安抚')).toHaveLength(3);
  });

  it('CARE-1 names as many as the phone has room for, and counts the others', async () => {
    for (let count = 0; count < 7; count += 1) {
      await rig.post('care/tickets', { service: 'cash', lane: 'normal' }, LOBBY);
    }
    const phone = await onFoot('care');
    await card(phone)
      .getByTestId('unnamed')
      .getByText(/^还有 [3-5] 位$/)
      .waitFor();
    expect(await card(phone).locator('[data-ticket]').count()).toBe(4);
    await seemly(phone);
  });

  it('CARE-1 control: where the limit is the usual one the same people raise no alarm', async () => {
    const desk = await atDesk('care-usual', SIZES[1]);
    const phone = await onFoot('care-usual');
    await desk.locator('[data-number="A001"]').first().waitFor();
    await phone.getByText('没有人呼叫').waitFor();
    expect(await alarm(desk).count()).toBe(0);
    expect(await card(phone).count()).toBe(0);
  });
});

describe('a call for help at a kiosk', () => {
  it('HELP-4 that nobody answers gets louder on both screens, and is quiet when somebody comes', async () => {
    await rig.post('care/kiosks/K1/help', {}, { role: 'kiosk' });
    const phone = await onFoot('care');
    const desk = await atDesk('care', SIZES[1]);
    const onDesk = desk.getByTestId('alarms').locator('li', { hasText: '取号机 K1' });
    const onPhone = phone.locator('[data-place="K1"]');
    await onDesk.getByText('仍无人应答').waitFor();
    expect(await onDesk.getAttribute('data-tone')).toBe('late');
    await expect.poll(() => onPhone.getAttribute('data-late')).toBe('true');
    await seemly(desk);
    await seemly(phone);
    await onPhone.getByRole('button', { name: '我去处理' }).click();
    await expect.poll(() => onDesk.getAttribute('data-tone')).toBe('info');
    expect(await onPhone.getAttribute('data-late')).toBe('false');
  });
});
