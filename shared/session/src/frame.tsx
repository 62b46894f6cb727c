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
  const isPhone = document.documentElement.dataset['screen'] === 'phone';
  const Languages = isPhone ? LocaleToggle : LocaleSwitch;
  const title = words.place[place];
  // A phone's line on top has no room for a long name: there it stands above the form.
  const Place = isPhone ? 'h1' : 'p';
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <AppShell
      title={isPhone ? undefined : title}
      // Beside the whole sign there would be no room for the name of the page.
      mark={
        isPhone ? (
          <span class={cx(styles['mark'])}>
            <Seal />
          </span>
        ) : undefined
      }
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
            <Place class={cx(styles['place'])}>{title}</Place>
            {children}
          </div>
        </div>
      </div>
    </AppShell>
  );
}
