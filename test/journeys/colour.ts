/**
 * What a page tells by colour alone, and what of it is lost on an eye that sees few colours or none.
 * Source: quality.md ACC-10; WCAG 2.2, 1.4.1.
 */
import type { Page } from 'playwright-core';
import { paleTexts } from './contrast.ts';

/** As Chromium can draw a page. */
const EYES = ['protanopia', 'deuteranopia', 'tritanopia', 'achromatopsia'] as const;

/** Marks a state with its colour and nothing else: no shape, no mark of that state inside. */
export const colourOnly = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const states = [...document.querySelectorAll<HTMLElement>('[data-tone]')].filter(
      (state) => state.dataset['tone'] !== 'quiet' && state.checkVisibility(),
    );
    if (states.length === 0) return ['no state was found'];
    const isShape = (shape: Element): boolean => shape.getBoundingClientRect().width > 0;
    return states
      .filter((state) => ![...state.querySelectorAll('svg')].some(isShape))
      .map(({ dataset, textContent }) => `${dataset['tone']}: ${textContent}`);
  });

/** Texts that some eye sees with less contrast than wanted, and which eye that is. */
export const paleToSomeEye = async (page: Page, least: number): Promise<string[]> => {
  const session = await page.context().newCDPSession(page);
  const pale: string[] = [];
  for (const type of EYES) {
    await session.send('Emulation.setEmulatedVisionDeficiency', { type });
    for (const text of await paleTexts(page, least)) pale.push(`${type}: ${text}`);
  }
  await session.send('Emulation.setEmulatedVisionDeficiency', { type: 'none' });
  await session.detach();
  return pale;
};
