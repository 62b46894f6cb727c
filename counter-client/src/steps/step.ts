/**
 * Questions that are answered one digit at a time: a tree of steps whose leaves are commands. It is
 * built anew from each picture, and the digits given so far are walked again. Pure.
 */
import type { Action } from '../desk/action.ts';

export type Option = {
  /** The same for the same choice in the next picture. */
  readonly key: string;
  readonly title: string;
  readonly note?: string | undefined;
  /** The letter that does the same at the desk. */
  readonly cap?: string | undefined;
  /** Why it cannot be chosen now. */
  readonly refused?: string | undefined;
  readonly leadsTo: () => Step | readonly Action[];
};

export type Step = { readonly prompt: string; readonly options: readonly Option[] };

const isStep = (next: Step | readonly Action[]): next is Step => 'options' in next;

/** Where one more choice leads; null when there is none such or it cannot be chosen. */
export const choose = (step: Step, key: string): Step | readonly Action[] | null => {
  const option = step.options.find((one) => one.key === key);
  return option && option.refused === undefined ? option.leadsTo() : null;
};

/** The step that the choices so far lead to, and how many of them still hold. */
export const stepAt = (
  first: Step,
  path: readonly string[],
): { readonly step: Step; readonly depth: number } => {
  let step = first;
  for (const [depth, key] of path.entries()) {
    const next = choose(step, key);
    if (next === null || !isStep(next)) return { step, depth };
    step = next;
  }
  return { step, depth: path.length };
};

export type Entry =
  | { readonly kind: 'chosen'; readonly index: number }
  | { readonly kind: 'more'; readonly digits: string }
  | { readonly kind: 'none' };

/**
 * One more digit for a list counted from 1: chosen as soon as no further digit could go on, so lists
 * of up to nine take one press and longer ones two.
 */
export const enterDigit = (digits: string, digit: number, count: number): Entry => {
  const entered = Number(`${digits}${digit}`);
  if (entered < 1 || entered > count)
    return digits === '' ? { kind: 'none' } : enterDigit('', digit, count);
  return entered * 10 > count
    ? { kind: 'chosen', index: entered - 1 }
    : { kind: 'more', digits: String(entered) };
};
