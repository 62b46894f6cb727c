/** The sections, where a thumb rests; what cannot wait is counted on its section. */
import { Icon, type IconName } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import { VisuallyHidden } from '@tingxu/ui/visually-hidden';
import type { JSX } from 'preact';
import { useLobby } from '../lobby-context.tsx';
import { TABS, type Tab } from '../lobby-model.ts';
import { urgentTasks } from '../tasks/tasks.ts';
import { useI18n } from '../texts.ts';
import styles from './tab-bar.module.css';

const ICONS: Readonly<Record<Tab, IconName>> = {
  people: 'people',
  find: 'search',
  issue: 'ticket',
  tasks: 'bell',
};

export function TabBar(): JSX.Element {
  const { tab, showTab, view, now } = useLobby();
  const { t } = useI18n();
  const urgent = view.value ? urgentTasks(view.value, now.value) : 0;
  return (
    <nav class={cx(styles['bar'])} aria-label={t.lobby.tabs}>
      {TABS.map((name) => (
        <button
          key={name}
          type="button"
          class={cx(styles['tab'])}
          aria-current={tab.value === name ? 'page' : undefined}
          data-testid={`tab-${name}`}
          data-guide={name}
          onClick={() => showTab(name)}
        >
          <span class={cx(styles['icon'])}>
            <Icon name={ICONS[name]} />
            {name === 'tasks' && urgent > 0 && (
              <span class={cx(styles['badge'])} aria-hidden="true">
                {urgent}
              </span>
            )}
          </span>
          <span>{t.lobby.tab[name]}</span>
          {name === 'tasks' && urgent > 0 && (
            <VisuallyHidden>{t.lobby.open(urgent)}</VisuallyHidden>
          )}
        </button>
      ))}
    </nav>
  );
}
