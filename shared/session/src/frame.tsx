/** The frame of what stands before a page: the house, the page's name, the language; a sheet in two halves. */
import { AppShell } from '@tingxu/ui/app-shell';
import { cx } from '@tingxu/ui/lib/cx';
import { LocaleSwitch, LocaleToggle } from '@tingxu/ui/locale-switch';
import { Seal } from '@tingxu/ui/wordmark';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { DemoMark } from './demo-mark.tsx';
import styles from './screens.module.css';
import { useSessionWords } from './words.ts';

export function Frame({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const { session, place, words, language } = useSessionWords();
  const { locale, locales, setLocale } = language;
  // A thumb needs a larger target than there is room for two of.
  const Languages =
    document.documentElement.dataset['screen'] === 'phone' ? LocaleToggle : LocaleSwitch;
  const title = words.place[place];
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <AppShell
      title={title}
      end={
        <>
          <DemoMark />
          <Languages
            {...{ locales }}
            value={locale.value}
            onChange={setLocale}
            label={words.language}
          />
        </>
      }
    >
      <div class={cx(styles['page'])} data-session={session.standing.value.kind}>
        <div class={cx(styles['sheet'])}>
          <div class={cx(styles['cover'])} data-theme="board" aria-hidden="true">
            <span class={cx(styles['seal'])}>
              <Seal />
            </span>
            <span class={cx(styles['where'])}>{title}</span>
            <span class={cx(styles['about'])}>{words.about[place]}</span>
          </div>
          <div class={cx(styles['work'])}>
            <p class={cx(styles['place'])}>{title}</p>
            {children}
          </div>
        </div>
      </div>
    </AppShell>
  );
}
