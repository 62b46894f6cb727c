/** Finds the first of several layouts that its place holds without scrolling or cutting. */
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useModel } from '../model/model-context.ts';
import { useI18n } from '../texts.ts';

export type Fitting = {
  readonly place: RefObject<HTMLDivElement | null>;
  /** Index of the layout to draw. */
  readonly level: number;
};

type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

/** Rounding of a browser. Units: px. */
const SLACK = 1;

/**
 * `shape` names what changes the size of the content beside language and letters; another one starts at the
 * first layout.
 */
export const useFit = (levels: number, shape = ''): Fitting => {
  const large = useModel().large.value;
  const locale = useI18n().locale.value;
  const place = useRef<HTMLDivElement>(null);
  const [tried, setTried] = useState({ shape, level: 0 });
  const [room, setRoom] = useState('');
  const key = `${room} ${locale} ${large} ${shape}`;
  const level = tried.shape === key ? tried.level : 0;
  useLayoutEffect(() => {
    const element = place.current;
    if (!element || level >= levels - 1 || !overflows(element)) return;
    setTried({ shape: key, level: level + 1 });
  }, [key, level, levels]);
  useEffect(() => {
    const measure = (): void => setRoom(roomNow());
    measure();
    addEventListener('resize', measure);
    void document.fonts.ready.then(() => setRoom(`${roomNow()} fonts`));
    return () => removeEventListener('resize', measure);
  }, []);
  return { place, level };
};

/** The window, and how much of it is used. */
const roomNow = (): string =>
  `${innerWidth}x${innerHeight} ${document.documentElement.hasAttribute('data-low')}`;

const isWide = ({ scrollWidth, clientWidth }: HTMLElement): boolean =>
  scrollWidth > clientWidth + SLACK;

/** Content beyond the place, beside a part of it that says `data-fit`, or a text beyond its own button. */
const overflows = (place: HTMLElement): boolean => {
  if (isWide(place) || place.scrollHeight > place.clientHeight + SLACK) return true;
  if ([...place.querySelectorAll<HTMLElement>('[data-fit]')].some(isWide)) return true;
  return [...place.querySelectorAll('button')].some((button) => {
    const around = within(button);
    return [...button.querySelectorAll('span')].some((span) => isOutside(span, around));
  });
};

/** A text may stand in half of the room at the sides, not beyond: it would touch the edge. */
const within = (button: HTMLElement): Box => {
  const { left, right, top, bottom } = button.getBoundingClientRect();
  const { paddingLeft, paddingRight } = getComputedStyle(button);
  const [before, behind] = [Number.parseFloat(paddingLeft), Number.parseFloat(paddingRight)];
  return { left: left + before / 2, right: right - behind / 2, top, bottom };
};

/** What is only read out is a dot somewhere; what holds other spans speaks through them. */
const isOutside = (span: HTMLElement, around: Box): boolean => {
  const { left, right, top, bottom, width } = span.getBoundingClientRect();
  if (width <= 1 || span.querySelector('span')) return false;
  const across = left < around.left - SLACK || right > around.right + SLACK;
  return across || top < around.top - SLACK || bottom > around.bottom + SLACK;
};
