/** The size of a place and of the letters that stand in it, kept up to date. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Room } from '../model/plan.ts';

export type Measured = {
  readonly place: RefObject<HTMLDivElement | null>;
  readonly room: Room | null;
};

export const useRoom = (): Measured => {
  const place = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<Room | null>(null);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = (): void => {
      const next = roomOf(element);
      setRoom((known) => (known && same(known, next) ? known : next));
    };
    measure();
    const watching = new ResizeObserver(measure);
    watching.observe(element);
    return () => watching.disconnect();
  }, []);
  return { place, room };
};

const roomOf = (element: HTMLElement): Room => ({
  width: element.clientWidth,
  height: element.clientHeight,
  text: sizeOf(element, '--text-min'),
  call: sizeOf(element, '--call-min'),
  unit: sizeOf(element, '--unit'),
});

/** The tokens are calculations: only a drawn letter tells what they come to. */
const sizeOf = (element: HTMLElement, token: string): number => {
  const probe = document.createElement('span');
  probe.style.fontSize = `var(${token})`;
  element.append(probe);
  const size = Number.parseFloat(getComputedStyle(probe).fontSize);
  probe.remove();
  return size;
};

const SIZES = ['width', 'height', 'text', 'call', 'unit'] as const;
const same = (a: Room, b: Room): boolean => SIZES.every((size) => a[size] === b[size]);
