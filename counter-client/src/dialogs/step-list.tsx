/**
 * One question at a time, its answers counted from 1: a digit chooses, arrows and Enter as well,
 * Backspace goes back. The answers come from the newest picture, whatever was chosen before.
 */
import { useSignal } from '@preact/signals';
import { Keycap } from '@tingxu/ui/keycap';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Action } from '../desk/action.ts';
import { choose, enterDigit, type Option, type Step, stepAt } from '../steps/step.ts';
import styles from './step-list.module.css';
import { useDigits } from './use-digits.ts';

export type StepListProps = {
  readonly first: Step;
  /** `key` is that of the last answer. */
  readonly onDone: (actions: readonly Action[], key: string) => void;
  /** Back from the first question. */
  readonly onBack: () => void;
};

/** More than these stand in two columns. */
export const MANY = 6;

export function StepList({ first, onDone, onBack }: StepListProps): JSX.Element {
  const path = useSignal<readonly string[]>([]);
  const digits = useSignal('');
  const refused = useSignal<string | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const { step, depth } = stepAt(first, path.value);
  const take = (option: Option | undefined): void => {
    if (!option) return;
    digits.value = '';
    refused.value = option.refused ?? null;
    const next = choose(step, option.key);
    if (next === null) return;
    if ('options' in next) path.value = [...path.value.slice(0, depth), option.key];
    else onDone(next, option.key);
  };
  const back = (): void => {
    digits.value = '';
    refused.value = null;
    if (depth === 0) onBack();
    else path.value = path.value.slice(0, depth - 1);
  };
  useDigits(true, (digit) => {
    const entry = enterDigit(digits.value, digit, step.options.length);
    if (entry.kind === 'chosen') take(step.options[entry.index]);
    else digits.value = entry.kind === 'more' ? entry.digits : '';
  });
  // A new question begins at its first answer.
  useLayoutEffect(() => {
    list.current?.querySelector('button')?.focus();
  }, [depth, step.prompt]);
  useSteering(list, back);
  const shown = digits.value === '' ? null : Number(digits.value) - 1;
  return (
    <div class={cx(styles['steps'])}>
      <p class={cx(styles['prompt'])}>{step.prompt}</p>
      <ol
        ref={list}
        class={cx(styles['options'], step.options.length > MANY && styles['many'])}
        style={{ '--rows': Math.ceil(step.options.length / 2) }}
        // The answers have the keyboard, the list that scrolls has not.
        tabIndex={-1}
      >
        {step.options.map((option, index) => (
          <li key={option.key}>
            <button
              type="button"
              class={cx(styles['option'], index === shown && styles['begun'])}
              aria-disabled={option.refused === undefined ? undefined : true}
              data-option={option.key}
              onClick={() => take(option)}
            >
              <Keycap>{String(index + 1)}</Keycap>
              <span class={cx(styles['words'])}>
                <span class={cx(styles['title'])}>{option.title}</span>
                <Note text={option.refused ?? option.note} />
              </span>
              {option.cap && <Keycap>{option.cap}</Keycap>}
            </button>
          </li>
        ))}
      </ol>
      <p class={cx(styles['refused'])} role="status">
        {refused.value}
      </p>
    </div>
  );
}

function Note({ text }: { readonly text: string | undefined }): JSX.Element | null {
  return text === undefined ? null : <span class={cx(styles['note'])}>{text}</span>;
}

/** Arrows move between the answers, Backspace goes back; a held Enter chooses once. */
function useSteering(list: RefObject<HTMLElement | null>, back: () => void): void {
  const latest = useRef(back);
  latest.current = back;
  useLayoutEffect(() => {
    const down = (event: KeyboardEvent): void => {
      const move = MOVES[event.key];
      if (event.key === 'Enter' && event.repeat) event.preventDefault();
      if (event.key !== 'Backspace' && move === undefined) return;
      event.preventDefault();
      if (move === undefined) latest.current();
      else moveFocus(list.current, move);
    };
    addEventListener('keydown', down);
    return () => removeEventListener('keydown', down);
  }, [list]);
}

const MOVES: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

const moveFocus = (list: HTMLElement | null, move: number): void => {
  const buttons = [...(list?.querySelectorAll<HTMLElement>('button') ?? [])];
  const at = buttons.findIndex((button) => button.matches(':focus'));
  buttons.at((at + move) % buttons.length)?.focus();
};
