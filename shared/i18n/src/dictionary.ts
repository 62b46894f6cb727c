/**
 * Typed dictionaries. The Chinese object is the type: a key missing from another language, or one too
 * many, does not compile. A text with parts that vary is a plain function with typed parameters.
 */
import { inHongKong } from './hong-kong.ts';
import type { Locale, PublicLocale, SourceLocale, WrittenLocale } from './locale.ts';

/** The shape of a dictionary with its literal texts widened: what every other language must fill. */
export type Texts<T> = {
  readonly [K in keyof T]: T[K] extends (...args: infer A) => string
    ? (...args: A) => string
    : T[K] extends string
      ? string
      : Texts<T[K]>;
};

/** One area of the product in every language. Each area is its own module, so that a kiosk ships no staff texts. */
export type Area<T> = { readonly [L in Locale]: T };

/** An area that customers read, in every language that they may choose. */
export type PublicArea<T> = { readonly [L in PublicLocale]: T };

/** Made when it is first read: before that nobody needs its words. */
const derivedFrom = <T extends object>(source: T): (() => T) => {
  let derived: T | null = null;
  return () => {
    derived ??= inHongKong(source);
    return derived;
  };
};

/** An area that staff read: zh-HK follows from the Chinese texts. */
export function defineArea<T extends object>(
  source: T,
  others: { readonly [L in Exclude<WrittenLocale, SourceLocale>]: Texts<NoInfer<T>> },
): Area<Texts<T>> {
  const hongKong = derivedFrom(source as Texts<T>);
  return {
    'zh-CN': source as Texts<T>,
    get 'zh-HK'() {
      return hongKong();
    },
    ...others,
  };
}

export function definePublicArea<T extends object>(
  source: T,
  others: { readonly [L in Exclude<PublicLocale, SourceLocale>]: Texts<NoInfer<T>> },
): PublicArea<Texts<T>> {
  return { 'zh-CN': source as Texts<T>, ...others };
}
