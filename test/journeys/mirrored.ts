/**
 * Whether a page reads from right to left when its language does: the same page once each way, every text in the place
 * that mirrors the one it had.
 */
import type { Page } from 'playwright-core';
import { settled } from './settled.ts';

type Seen = { readonly text: string; readonly left: number; readonly right: number };

/**
 * Each line of words, as one: the letter and the digits of a number keep their order in every language. What stands for a
 * clock or a wait is another text a second later.
 */
const seen = async (page: Page): Promise<Seen[]> => {
  await settled(page);
  return page.evaluate(() => {
    const isSeen = (from: Element | null): boolean => {
      for (let at = from; at; at = at.parentElement) {
        const { clipPath, visibility } = getComputedStyle(at);
        if (clipPath !== 'none' || visibility === 'hidden') return false;
      }
      return true;
    };
    const blockOf = (from: Element | null): Element | null =>
      from && getComputedStyle(from).display.startsWith('inline') && !isOwnBox(from)
        ? blockOf(from.parentElement)
        : from;
    const isOwnBox = (from: Element): boolean => /inline-/.test(getComputedStyle(from).display);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const lines = new Map<Element, Seen>();
    while (walker.nextNode()) {
      const { currentNode: node } = walker;
      const text = node.textContent?.trim() ?? '';
      const block = blockOf(node.parentElement);
      if (text === '' || !block || !isSeen(node.parentElement)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { left, right, width } = range.getBoundingClientRect();
      if (width === 0) continue;
      const one = lines.get(block);
      lines.set(block, {
        text: `${one?.text ?? ''}${text}`,
        left: Math.min(left, one?.left ?? left),
        right: Math.max(right, one?.right ?? right),
      });
    }
    return [...lines.values()];
  });
};

/** The name of a text, told from others that read the same. */
const named = (texts: readonly Seen[]): Map<string, Seen> => {
  const counted = new Map<string, number>();
  return new Map(
    texts.map((one) => {
      const nth = (counted.get(one.text) ?? 0) + 1;
      counted.set(one.text, nth);
      return [`${one.text} ${nth}`, one];
    }),
  );
};

/** Widths of the same words differ a little where they are set anew. Units: px. */
const SLACK = 24;

/**
 * Texts that stand where they stood, or elsewhere than in the mirror, and what sticks out of the page; it is left as it
 * was.
 */
export const notMirrored = async (page: Page): Promise<string[]> => {
  const before = named(await seen(page));
  const width = await page.evaluate(() => document.documentElement.clientWidth);
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
    dispatchEvent(new Event('resize'));
  });
  const after = named(await seen(page));
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth + 1 ? ['the page scrolls sideways'] : [];
  });
  const turned = await page.evaluate(() =>
    [...document.querySelectorAll('[data-number]')].flatMap((number) => {
      const [first, last] = [number.firstElementChild, number.lastElementChild];
      if (!first || !last || first === last) return [];
      const { left } = first.getBoundingClientRect();
      return left > last.getBoundingClientRect().left ? [`turned: ${number.textContent}`] : [];
    }),
  );
  await page.evaluate(() => {
    document.documentElement.removeAttribute('dir');
  });
  if (before.size === 0) return ['no text was found'];
  const strays = [...before].flatMap(([name, was]) => {
    const is = after.get(name);
    if (!is) return [];
    const off = Math.abs((is.left + is.right) / 2 - (width - (was.left + was.right) / 2));
    return off > SLACK ? [`${name}: ${Math.round(off)} px from its mirror`] : [];
  });
  return [...wide, ...turned, ...strays];
};
