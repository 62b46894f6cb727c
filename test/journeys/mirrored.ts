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

const turn = (page: Page, dir: 'rtl' | null): Promise<void> =>
  page.evaluate((to) => {
    if (to === null) document.documentElement.removeAttribute('dir');
    else document.documentElement.dir = to;
    dispatchEvent(new Event('resize'));
  }, dir);

const middle = ({ left, right }: Seen): number => (left + right) / 2;

/** Whether what both show stands where it stood. */
const isStill = (before: ReadonlyMap<string, Seen>, again: ReadonlyMap<string, Seen>): boolean =>
  [...before].every(([name, was]) => {
    const is = again.get(name);
    return !is || Math.abs(middle(is) - middle(was)) <= SLACK;
  });

/** What sticks out of the page, and numbers whose signs changed their order. */
const faultsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const wide = scrollWidth > clientWidth + 1 ? ['the page scrolls sideways'] : [];
    const turned = [...document.querySelectorAll('[data-number]')].flatMap((number) => {
      const [first, last] = [number.firstElementChild, number.lastElementChild];
      if (!first || !last || first === last) return [];
      const { left } = first.getBoundingClientRect();
      return left > last.getBoundingClientRect().left ? [`turned: ${number.textContent}`] : [];
    });
    return [...wide, ...turned];
  });

/** A board turns its pages by itself: so often is it looked at until it stands still meanwhile. */
const LOOKS = 8;

/**
 * Texts that stand where they stood, or elsewhere than in the mirror, and what sticks out of the page; it is left as it
 * was.
 */
export const notMirrored = async (page: Page): Promise<string[]> => {
  const width = await page.evaluate(() => document.documentElement.clientWidth);
  for (let look = 0; look < LOOKS; look += 1) {
    const before = named(await seen(page));
    await turn(page, 'rtl');
    const after = named(await seen(page));
    const faults = await faultsOf(page);
    await turn(page, null);
    const again = named(await seen(page));
    if (before.size === 0) return ['no text was found'];
    if (!isStill(before, again)) continue;
    const strays = [...before].flatMap(([name, was]) => {
      const is = after.get(name);
      // What is gone again was of another page.
      if (!is || !again.has(name)) return [];
      const off = Math.abs(middle(is) - (width - middle(was)));
      return off > SLACK ? [`${name}: ${Math.round(off)} px from its mirror`] : [];
    });
    return [...faults, ...strays];
  }
  return ['the page does not stand still'];
};
