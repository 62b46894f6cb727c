/** Hands are on the keys: the first field that is empty takes them, and what was refused is typed anew. */
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

export const useFirstField = (
  form: RefObject<HTMLFormElement | null>,
  refused: string | undefined,
): void => {
  useLayoutEffect(() => {
    const fields = [...(form.current?.querySelectorAll<HTMLInputElement>('input[name]') ?? [])];
    (fields.find(({ value }) => value === '') ?? fields[0])?.focus();
  }, [form]);
  const isRefused = refused !== undefined;
  useLayoutEffect(() => {
    if (!isRefused) return;
    const field = form.current?.querySelector<HTMLInputElement>('input[name="passphrase"]');
    field?.focus();
    field?.select();
  }, [form, isRefused]);
};
