/** Measures text and targets as they are rendered. Runs inside the page: closes over nothing. */

export type TextSize = {
  readonly text: string;
  /** Height of a capital H in the text's own font. Units: px. */
  readonly capital: number;
  /** Height of a Chinese character in it; 0 when the text has none. Units: px. */
  readonly character: number;
  /** Figure of a ticket or counter that is being called. */
  readonly call: boolean;
};

/** Every text that can be seen, with the height of its letters. */
export function measureTexts(): TextSize[] {
  const canvas = document.createElement('canvas').getContext('2d');
  if (!canvas) throw new Error('no canvas');
  const heightOf = (element: Element, sample: string): number => {
    const style = getComputedStyle(element);
    canvas.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const box = canvas.measureText(sample);
    return box.actualBoundingBoxAscent + box.actualBoundingBoxDescent;
  };
  const sizes: TextSize[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent?.trim() ?? '';
    if (!element || text === '' || element.closest('script, style, [class*="hidden"]')) continue;
    if (element.getClientRects().length === 0) continue;
    sizes.push({
      text,
      capital: heightOf(element, 'H'),
      character: /[\u4e00-\u9fff]/.test(text) ? heightOf(element, '国') : 0,
      call:
        element.closest('[data-number], [data-counter]') !== null &&
        element.closest('[data-missed]') === null &&
        /\d/.test(text),
    });
  }
  return sizes;
}

export type Target = {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** Everything that can be touched. Units: px. */
export function measureTargets(): Target[] {
  return [...document.querySelectorAll('button, a[href], input, select')]
    .filter((element) => element.getClientRects().length > 0)
    .map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { name: element.textContent?.trim() ?? '', x, y, width, height };
    });
}

/** The least distance between two targets. Units: px. */
export function leastGap(targets: readonly Target[]): number {
  const distances = targets.flatMap((a, at) =>
    targets.slice(at + 1).map((b) => {
      const dx = Math.max(a.x, b.x) - Math.min(a.x + a.width, b.x + b.width);
      const dy = Math.max(a.y, b.y) - Math.min(a.y + a.height, b.y + b.height);
      return Math.max(dx, dy);
    }),
  );
  return Math.min(...distances);
}
