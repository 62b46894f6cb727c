import * as z from 'zod/mini';

/** `zod/mini` says only "Invalid input" until a language is chosen. Safe to call more than once. */
export function useEnglishMessages(): void {
  z.config(z.locales.en());
}
