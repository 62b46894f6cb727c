/** What a person sees and hits, measured in a page: touch targets, letters, what is cut off. */
import type { Page } from 'playwright-core';
import { settled } from './settled.ts';

export type Box = {
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** Everything that can be touched; a choice with its label, which takes the touch as well. Units: CSS px. */
export const targetsOf = async (page: Page): Promise<Box[]> => {
  await settled(page);
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a, input, select, [role="button"]')]
      .map((element) => element.closest('label') ?? element)
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && box.height > 0)
      .map(({ element, box }) => ({
        name: element.dataset['testid'] ?? element.textContent,
        ...{ left: box.left, top: box.top, right: box.right, bottom: box.bottom },
      })),
  );
};

/** Rounding of a browser. Units: px. */
const SLACK = 0.6;

/** Distance of two boxes; zero when they touch or overlap. Units: px. */
const gap = (a: Box, b: Box): number => {
  const across = Math.max(a.left - b.right, b.left - a.right, 0);
  const down = Math.max(a.top - b.bottom, b.top - a.bottom, 0);
  return Math.hypot(across, down);
};

/** Targets that are too small, too near to another, or not wholly on the screen. Units: px. */
export const badTargets = async (
  page: Page,
  least: { readonly size: number; readonly gap: number },
): Promise<string[]> => {
  const targets = await targetsOf(page);
  const view = page.viewportSize();
  const faults = targets.flatMap((target, index) => {
    const { name, left, top, right, bottom } = target;
    const found: string[] = [];
    const size = Math.min(right - left, bottom - top);
    if (size < least.size - SLACK) found.push(`${name}: ${size.toFixed(1)} px`);
    if (left < -SLACK || top < -SLACK) found.push(`${name}: off the screen`);
    if (view && (right > view.width + SLACK || bottom > view.height + SLACK)) {
      found.push(`${name}: off the screen`);
    }
    for (const other of targets.slice(index + 1)) {
      const distance = gap(target, other);
      if (distance < least.gap - SLACK) {
        found.push(`${name} and ${other.name}: ${distance.toFixed(1)} px apart`);
      }
    }
    return found;
  });
  return targets.length === 0 ? ['no target was found'] : faults;
};

export type Letters = {
  readonly text: string;
  readonly box: Box;
  /** The button that it stands in. */
  readonly button: Box | null;
  /** Height of a capital of its face as the browser draws it. Units: CSS px. */
  readonly capital: number;
  /** Size of the face. Units: CSS px. */
  readonly size: number;
  /** It is part of a ticket number, or of the counter to go to. */
  readonly figure: boolean;
  /** The nearest place that has a name. */
  readonly place: string;
};

/** Every text that can be seen. */
export const lettersOf = async (page: Page): Promise<Letters[]> => {
  await settled(page);
  return page.evaluate(() => {
    const pen = document.createElement('canvas').getContext('2d');
    if (!pen) throw new Error('no canvas to measure letters on');
    const boxOf = (name: string, of: Element | Range) => {
      const { left, top, right, bottom } = of.getBoundingClientRect();
      return { name, left, top, right, bottom };
    };
    /** Where the ink is: a line box also holds room for accents and descenders. */
    const inkOf = (text: string, range: Range) => {
      const box = boxOf(text, range);
      const ink = pen.measureText(text);
      return {
        ...box,
        top: box.top + ink.fontBoundingBoxAscent - ink.actualBoundingBoxAscent,
        bottom: box.bottom - ink.fontBoundingBoxDescent + ink.actualBoundingBoxDescent,
      };
    };
    const seen = (element: Element): boolean => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const { clipPath, visibility } = getComputedStyle(at);
        if (clipPath !== 'none' || visibility === 'hidden') return false;
      }
      return true;
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const nodes: Node[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes.flatMap((node) => {
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (!element || text === '' || !seen(element)) return [];
      const range = document.createRange();
      range.selectNodeContents(node);
      const style = getComputedStyle(element);
      const button = element.closest('button');
      pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      return [
        {
          text,
          box: inkOf(text, range),
          button: button && boxOf(button.dataset['testid'] ?? '', button),
          capital: pen.measureText('H').actualBoundingBoxAscent,
          size: Number.parseFloat(style.fontSize),
          figure: element.closest('[data-number], [data-counter]') !== null,
          place: element.closest<HTMLElement>('[data-testid]')?.dataset['testid'] ?? '',
        },
      ];
    });
  });
};

const isInside = (box: Box, around: Omit<Box, 'name'>): boolean =>
  box.left >= around.left - 1 &&
  box.right <= around.right + 1 &&
  box.top >= around.top - 1 &&
  box.bottom <= around.bottom + 1;

/** Whether something sticks out of the screen sideways. */
export const sticksOut = async (page: Page): Promise<boolean> => {
  await settled(page);
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth;
  });
};

/** Texts that run out of their button or of the screen, and pages that scroll. */
export const cutTexts = async (page: Page): Promise<string[]> => {
  const letters = await lettersOf(page);
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const screen = { left: 0, top: 0, right: width, bottom: height };
  const cut = letters.flatMap(({ text, box, button }) => {
    if (!isInside(box, screen)) return [`off the screen: ${text}`];
    return button && !isInside(box, button) ? [`out of ${button.name}: ${text}`] : [];
  });
  const scrolls = await page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    return scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1;
  });
  if (letters.length === 0) return ['no text was found'];
  return scrolls ? [...cut, 'the page scrolls'] : cut;
};

/** Texts whose beginning or end lies on another ground than they are made for, as what is too wide does. */
export const strayTexts = async (page: Page): Promise<string[]> => {
  await settled(page);
  // What takes no touch yet is found by none.
  await page.locator('[data-settling]').first().waitFor({ state: 'detached' });
  return page.evaluate(() => {
    const INSIDE_PX = 2;
    const up = (from: Element | null): Element[] => (from ? [from, ...up(from.parentElement)] : []);
    const groundOf = (from: Element | null): Element | undefined =>
      up(from).find((at) => getComputedStyle(at).backgroundColor !== 'rgba(0, 0, 0, 0)');
    const isSeen = (from: Element): boolean =>
      from.checkVisibility() && up(from).every((at) => getComputedStyle(at).clipPath === 'none');
    const isStray = (text: Node, around: Element): boolean => {
      const range = document.createRange();
      range.selectNodeContents(text);
      return [...range.getClientRects()]
        .filter(({ width }) => width > 2 * INSIDE_PX)
        .flatMap(({ left, right, top, bottom }) =>
          [left + INSIDE_PX, right - INSIDE_PX].map((x) =>
            document.elementFromPoint(x, (top + bottom) / 2),
          ),
        )
        .some((on) => on !== null && groundOf(on) !== groundOf(around));
    };
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { currentNode: text } = walker;
      const around = text.parentElement;
      if (around && isSeen(around) && isStray(text, around))
        found.push(`stray: ${text.textContent}`);
    }
    return found;
  });
};

/** Texts that a place on the way to the screen cuts off, and texts that lie on one another. */
export const hiddenTexts = async (page: Page): Promise<string[]> => {
  const letters = await lettersOf(page);
  return [...(await clippedTexts(page)), ...overlaps(letters)];
};

/** What is meant to be read out alone has a clip of its own, and does not count. */
const clippedTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const SLACK_PX = 1.5;
    const above = (from: Element | null): Element[] =>
      from ? [from, ...above(from.parentElement)] : [];
    const isCut = (box: DOMRect, by: Element): boolean => {
      if (!/hidden|clip/.test(getComputedStyle(by).overflow)) return false;
      const frame = by.getBoundingClientRect();
      return box.right > frame.right + SLACK_PX || box.left < frame.left - SLACK_PX;
    };
    const isUnseen = (element: Element): boolean => {
      const { clipPath, visibility } = getComputedStyle(element);
      return clipPath !== 'none' || visibility === 'hidden';
    };
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      const box = range.getBoundingClientRect();
      const around = above(walker.currentNode.parentElement);
      if (box.width === 0 || around.some(isUnseen)) continue;
      if (around.some((element) => isCut(box, element))) {
        found.push(`cut off: ${walker.currentNode.textContent}`);
      }
    }
    return found;
  });

/** A letter's ink may reach a little beyond its box. Units: px. */
const INK_SLACK = 2;

const overlaps = (letters: readonly Letters[]): string[] =>
  letters.flatMap(({ text, box }, index) =>
    letters.slice(index + 1).flatMap((other) => {
      const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      const over = across > INK_SLACK && down > INK_SLACK;
      return over ? [`on one another: ${text} and ${other.text}`] : [];
    }),
  );
