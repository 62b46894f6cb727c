/** One picture of the gallery, before size and language: a screen, the state it is in, how to get there. */
import type { Page } from 'playwright-core';

export type Size = { readonly width: number; readonly height: number };

/** zh-HK is of the screens that customers read. */
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

/** What a browser is told; Hong Kong is chosen by the address alone. */
export const browserLocale = (locale: Locale): 'zh-CN' | 'en' => (locale === 'en' ? 'en' : 'zh-CN');

export const touch = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.getByTestId(key).click();
};
