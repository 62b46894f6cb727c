/** The frame of the page: whose branch it is, the language, and whether the picture is true. */
import { AppShell } from '@tingxu/ui/app-shell';
import { LocaleToggle } from '@tingxu/ui/locale-switch';
import { Seal } from '@tingxu/ui/wordmark';
import { Words } from '@tingxu/ui/words';
import type { ComponentChildren, JSX } from 'preact';
import { useI18n } from './texts.ts';

export type ShellProps = {
  /** For tests and styles: which stage the page is in. */
  readonly name: string;
  readonly branch: string | null;
  readonly banner?: ComponentChildren;
  readonly stale?: boolean | undefined;
  readonly children: ComponentChildren;
};

export function Shell({ name, branch, banner, stale, children }: ShellProps): JSX.Element {
  const { t, locale, locales, setLocale } = useI18n();
  return (
    <div data-stage={name}>
      <AppShell
        stale={stale}
        title={<Words text={branch ?? t.common.product} />}
        mark={<Seal />}
        banner={banner}
        end={
          <LocaleToggle
            locales={locales}
            value={locale.value}
            onChange={setLocale}
            label={t.common.language}
          />
        }
      >
        {children}
      </AppShell>
    </div>
  );
}
