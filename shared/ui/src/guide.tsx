/**
 * First steps at a screen: a small sheet beside the thing it speaks of. It is no dialog: it takes no key
 * and no focus from whoever works, and goes away at the first touch of anything but itself.
 */
import { useSignal } from '@preact/signals';
import type { JSX, RefObject } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from './button.tsx';
import styles from './guide.module.css';
import { cx } from './lib/cx.ts';
import type { GuideModel } from './lib/guide-model.ts';

export type GuideStep = { readonly key: string; readonly title: string; readonly text: string };

export type GuideProps = {
  readonly model: GuideModel;
  readonly steps: readonly GuideStep[];
  readonly words: {
    readonly label: string;
    readonly step: (step: number, of: number) => string;
    readonly next: string;
    readonly back: string;
    readonly done: string;
    readonly skip: string;
  };
};

export function Guide({ model, steps, words }: GuideProps): JSX.Element | null {
  const at = model.at.value;
  const step = at === null ? undefined : steps[at];
  const place = usePlace(step?.key);
  const sheet = useRef<HTMLElement>(null);
  useWorkFirst(model, sheet, step?.key);
  const id = useId();
  if (at === null || !step) return null;
  const last = at === steps.length - 1;
  return (
    <>
      {place && (
        <div class={cx(styles['ring'])} style={place.ring} data-theme="slip" aria-hidden="true" />
      )}
      <section
        ref={sheet}
        class={cx(styles['sheet'])}
        style={place?.sheet}
        aria-label={words.label}
        aria-describedby={`${id}-text`}
        data-theme="slip"
        data-testid="guide"
        data-step={step.key}
      >
        <p class={cx(styles['count'])}>{words.step(at + 1, steps.length)}</p>
        <div aria-live="polite" id={`${id}-text`}>
          <h2 class={cx(styles['title'])}>{step.title}</h2>
          <p class={cx(styles['text'])}>{step.text}</p>
        </div>
        <div class={cx(styles['buttons'])}>
          {!last && (
            <Button size="s" variant="quiet" data-testid="guide-skip" onClick={model.finish}>
              {words.skip}
            </Button>
          )}
          <span class={cx(styles['gap'])} />
          {at > 0 && (
            <Button size="s" onClick={() => model.move(-1)}>
              {words.back}
            </Button>
          )}
          <Button size="s" variant="primary" data-testid="guide-next" onClick={() => model.move(1)}>
            {last ? words.done : words.next}
          </Button>
        </div>
      </section>
    </>
  );
}

const thingOf = (key: string): Element | null =>
  document.querySelector(`[data-guide~="${key}"], [data-testid="${key}"]`);

/** Whoever touches the thing itself tries what was just said. */
function useWorkFirst(
  model: GuideModel,
  sheet: RefObject<HTMLElement | null>,
  key: string | undefined,
): void {
  useLayoutEffect(() => {
    if (key === undefined) return;
    const look = ({ target }: Event): void => {
      const within = (part: Element | null): boolean =>
        target instanceof Node && (part?.contains(target) ?? false);
      if (!within(sheet.current) && !within(thingOf(key))) model.putAway();
    };
    document.addEventListener('pointerdown', look, true);
    return () => document.removeEventListener('pointerdown', look, true);
  }, [model, sheet, key]);
}

type Box = Readonly<Record<string, string>>;
type Place = { readonly ring: Box; readonly sheet: Box };

/** The thing moves when the page does. Units: ms. */
const LOOK_MS = 250;

function usePlace(key: string | undefined): Place | null {
  const place = useSignal<Place | null>(null);
  useLayoutEffect(() => {
    if (key === undefined) return;
    const look = (): void => {
      const found = placeOf(thingOf(key));
      if (JSON.stringify(found) !== JSON.stringify(place.value)) place.value = found;
    };
    thingOf(key)?.scrollIntoView({ block: 'nearest' });
    look();
    const looking = setInterval(look, LOOK_MS);
    return () => clearInterval(looking);
  }, [key, place]);
  return key === undefined ? null : place.value;
}

/** Units: px. */
const GAP = 12;
const EDGE = 8;
/** What the ring takes around the thing. */
const RING = 7;
const WIDTH = 336;
const HEIGHT = 190;

const px = (length: number): string => `${Math.round(length)}px`;

/** Below the thing, else above it, else within its lower edge; always on the page. */
const placeOf = (thing: Element | null): Place | null => {
  const box = thing?.getBoundingClientRect();
  if (!box || box.width === 0) return null;
  const below = box.bottom + GAP + HEIGHT <= innerHeight;
  const above = box.top - GAP - HEIGHT >= 0;
  const left = Math.min(Math.max(EDGE, box.left), Math.max(EDGE, innerWidth - WIDTH - EDGE));
  const sheet: Box = below
    ? { top: px(box.bottom + GAP) }
    : {
        bottom: px(
          above ? innerHeight - box.top + GAP : Math.max(EDGE, innerHeight - box.bottom + GAP),
        ),
      };
  return { ring: ringOf(box), sheet: { left: px(left), ...sheet } };
};

/** Around the thing; within it where it is a part of the frame, which the ring would lie across. */
const ringOf = ({ top, left, width, height }: DOMRect): Box => {
  const inside = left < RING || height > innerHeight / 2 ? RING : 0;
  return {
    ...{ top: px(top + inside), left: px(left + inside) },
    ...{ width: px(width - 2 * inside), height: px(height - 2 * inside) },
  };
};
