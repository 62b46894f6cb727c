/** One picture of the gallery, before size and language: a screen, the state it is in, how to get there. */
import type { Page } from 'playwright-core';

export type Size = { readonly width: number; readonly height: number };

export type Locale = 'zh-CN' | 'zh-HK' | 'en';

export type Scene = {
  /** Folder of the pictures. */
  readonly screen:
    | 'kiosk'
    | 'board'
    | 'phone'
    | 'rating'
    | 'counter'
    | 'lobby'
    | 'supervisor'
    | 'admin';
  readonly state: string;
  /** `{lang}` is the language, where the address says it. */
  readonly path: string;
  /** Who is signed in, by personnel number. */
  readonly as?: string;
  readonly sizes: readonly Size[];
  readonly locales: readonly Locale[];
  /** Where a page comes up without being live. */
  readonly ready?: string;
  /** In a bank's own look and wording. */
  readonly branded?: boolean;
  /** Somebody who is new at the screen. */
  readonly firstTime?: boolean;
  prepare?(page: Page): Promise<void>;
};

export const CUSTOMERS: readonly Locale[] = ['zh-CN', 'zh-HK', 'en'];
export const STAFF: readonly Locale[] = ['zh-CN', 'en'];

/** One state of each page of staff: zh-HK is made from the Chinese and takes no more room. */
const ALSO_IN_HONG_KONG: ReadonlySet<string> = new Set([
  ...['counter/serving-full', 'counter/first-steps', 'counter/sign-in', 'counter/transfer'],
  ...['lobby/people-full', 'lobby/ticket', 'lobby/sign-in', 'lobby/tasks'],
  ...['supervisor/demo', 'supervisor/trail', 'supervisor/bookings'],
  ...['admin/services', 'admin/calling', 'admin/review', 'admin/devices', 'admin/sign-in'],
]);

/** What the pictures of a state for staff are taken in. */
export const staffLocales = (screen: Scene['screen'], state: string): readonly Locale[] =>
  ALSO_IN_HONG_KONG.has(`${screen}/${state}`) ? CUSTOMERS : STAFF;

export const touch = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.getByTestId(key).click();
};
