/** The branch manager changes the configuration, against the real server. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { tabTo } from './keyboard.ts';
import { axeViolations, type Caller, type Rig, startRig } from './rig.ts';
import { settled } from './settled.ts';

const SUPERVISOR: Caller = { role: 'supervisor', staff: 's02' };
const DESK = { width: 1366, height: 768 } as const;
const TABLET = { width: 820, height: 1180 } as const;
const PAGES = [
  ...['overview', 'services', 'lanes', 'counters', 'hours', 'bookings', 'notices'],
  ...['calling', 'conduct', 'voice', 'texts', 'files', 'review'],
];

/** Those that have something no other page has; the journeys below look at lanes and review. */
const UNLIKE = ['counters', 'hours', 'bookings', 'notices', 'files'];

let rig: Rig;
beforeAll(async () => {
  rig = await startRig('admin', 'supervisor', 'display-board');
  await rig.post('admin/day/open', {}, SUPERVISOR);
});
afterEach(async () => rig.closePages());
afterAll(async () => rig.close());

const admin = (page = 'overview', hall = 'admin') => ({
  ...{ path: `/admin/?hall=${hall}#/${page}`, as: 's01' },
});
const turnTo = async (page: Page, name: string): Promise<void> => {
  await page.evaluate((fragment) => {
    location.hash = fragment;
  }, `#/${name}`);
  await page.locator(`[data-page="${name}"]`).waitFor();
};
const sticksOut = async (page: Page, selector: string): Promise<boolean> => {
  await settled(page);
  return page.locator(selector).evaluate((element) => element.scrollWidth > element.clientWidth);
};

const blocked = (target: Locator) =>
  expect.poll(() => target.getAttribute('aria-disabled')).toBe('true');

it('every page fits at a desk and on a tablet, and is accessible', async () => {
  const overview = admin('overview', 'demo');
  const desk = await rig.open({ ...overview, ...DESK });
  const tablet = await rig.open({ ...overview, locale: 'en', ...TABLET });
  for (const name of PAGES) {
    await turnTo(desk, name);
    await turnTo(tablet, name);
    const place = `[data-page="${name}"]`;
    expect([await sticksOut(desk, place), await sticksOut(tablet, place)]).toEqual([false, false]);
    if (UNLIKE.includes(name)) expect(await axeViolations(desk)).toEqual([]);
  }
});

it('CONF-7 a promise is changed by keyboard, looked at before, and followed by every screen', async () => {
  const monitor = await rig.open({ path: '/supervisor/?hall=admin', as: 's01', ...DESK });
  const board = await rig.open({ path: '/board/?hall=admin', width: 1920, height: 1080 });
  const page = await rig.open({ ...admin(), ...DESK });
  await tabTo(page, 'a[href="#/lanes"]');
  await page.keyboard.press('Enter');
  await tabTo(page, '[data-row="normal"]');
  await page.keyboard.press('Enter');
  await tabTo(page, '[name="lanes.1.name.zh-CN"]');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('个人');
  await page.getByTestId('preview-board').getByText('个人').waitFor();
  await tabTo(page, '[name="lanes.1.promise.targetMs"]');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('0');
  await page.getByText('不小于 10 秒').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('12');
  await page.getByTestId('promise').getByText('80% 的客户在 12 分钟内叫到').waitFor();
  await page.reload();
  await page.getByTestId('draft').getByText('草稿：2 处修改').waitFor();
  await tabTo(page, '[data-testid="to-review"]');
  await page.keyboard.press('Enter');
  const changes = page.getByTestId('changes');
  await changes.getByText('队列“普通”的承诺的目标等候时间：15 分钟 → 12 分钟').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await tabTo(page, '[data-testid="apply"]:not([aria-disabled])');
  await page.keyboard.press('Enter');
  await page.getByText('第 2 版已生效').waitFor();
  await monitor
    .locator('section[data-lane="normal"]')
    .getByText(/12 分钟/)
    .waitFor();
  await board.getByTestId('lanes').getByText('个人').waitFor();
});

it('CONF-2 a change of somebody else is told, the draft is kept and goes on from it', async () => {
  const page = await rig.open({ ...admin('services'), ...DESK });
  await page.locator('[name="services.0.name.en"]').fill('Money');
  await page.getByTestId('draft').getByText('草稿：1 处修改').waitFor();
  const { config, latest } = await rig.get('admin/configuration', SUPERVISOR);
  const other = { ...(config as object), customersCancel: true };
  await rig.post(
    'admin/configuration',
    { config: other, when: 'now', basedOn: latest },
    SUPERVISOR,
  );
  await page.getByTestId('to-review').click();
  await page.getByTestId('outrun').getByText('客户可自行取消').waitFor();
  await blocked(page.getByTestId('apply'));
  await page.getByRole('button', { name: '并入最新版' }).click();
  await page.getByTestId('changes').getByText('Cash → Money').waitFor();
  await expect.poll(() => page.getByTestId('changes').locator('li').count()).toBe(1);
  await page.getByTestId('apply').click();
  await page.getByText(/第 \d+ 版已生效/).waitFor();
  const after = (await rig.get('admin/configuration', SUPERVISOR))['config'];
  expect(after).toMatchObject({ customersCancel: true, services: [{ name: { en: 'Money' } }, {}] });
});

it('CONF-3 a file becomes a draft, is planned for the next day and withdrawn', async () => {
  const page = await rig.open({ ...admin('files'), ...DESK });
  const { config } = await rig.get('admin/configuration', SUPERVISOR);
  const choose = (wanted: object) =>
    page.locator('input[type="file"]').setInputFiles({
      name: 'branch.yaml',
      mimeType: 'application/yaml',
      buffer: Buffer.from(JSON.stringify(wanted)),
    });
  await choose({ ...(config as object), zone: 'Nowhere/Here' });
  // In the language of the page, with the line of the file.
  await page.getByTestId('findings').getByText('没有这个时区').waitFor();
  await page.getByTestId('findings').getByText('第 1 行').waitFor();
  await choose({ ...(config as object), cutOverHour: 3 });
  await page.getByRole('link', { name: '核对与生效' }).click();
  // The cut-over hour is fixed while a day is open.
  await page.getByTestId('conflicts').waitFor();
  await blocked(page.getByTestId('apply'));
  await page.getByLabel('下一营业日开业时').check();
  await page.getByTestId('conflicts').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '下一营业日生效' }).click();
  await page.getByText('将按计划生效').waitFor();
  await turnTo(page, 'overview');
  const plan = page.getByTestId('plan');
  await plan.getByRole('button', { name: '撤回计划' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤回计划' }).click();
  await plan.waitFor({ state: 'detached' });
  await page.getByTestId('history').getByText('撤回计划').waitFor();
});

it('CONF-3 what is exported is what is in force, and comes back without a change', async () => {
  const page = await rig.open({ ...admin('files'), ...DESK });
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出 YAML' }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/^admin-configuration-\d+\.yaml$/);
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(Buffer.from(chunk));
  const buffer = Buffer.concat(chunks);
  const { config } = await rig.get('admin/configuration', SUPERVISOR);
  const [service] = (config as { services: { name: { en: string } }[] }).services;
  expect(buffer.toString()).toContain(`en: ${service?.name.en ?? '?'}`);
  const choose = (bytes: Buffer) =>
    page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'back.yaml', mimeType: 'application/yaml', buffer: bytes });
  await choose(buffer);
  await page.getByText('与生效中的配置相同').waitFor();
  // One word of it changed is found.
  await choose(Buffer.from(buffer.toString().replace('cutOverHour: 4', 'cutOverHour: 3')));
  await page.getByText('有 1 处与生效中的不同').waitFor();
  await page.getByRole('button', { name: '放弃草稿' }).click();
});

it('PHONE-1 one tick lets customers take numbers by phone, and the board shows them how', async () => {
  const board = await rig.open({ path: '/board/?hall=admin', width: 1920, height: 1080 });
  const page = await rig.open({ ...admin('conduct'), ...DESK });
  const codes = () => board.getByTestId('phone-code').count();
  expect(await codes()).toBe(0);
  await page.getByText('客户可用手机取号').click();
  await page.getByTestId('draft').getByText('草稿：1 处修改').waitFor();
  await page.getByTestId('to-review').click();
  await page.getByTestId('changes').getByText('手机取号').waitFor();
  await page.getByTestId('apply').click();
  await page.getByText(/第 \d+ 版已生效/).waitFor();
  await expect.poll(codes).toBe(1);
});
