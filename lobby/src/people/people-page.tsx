/** Who is in the hall: by risk, missed, or set aside. The choice stands where the thumb rests. */
import { EmptyState } from '@tingxu/ui/empty-state';
import { cx } from '@tingxu/ui/lib/cx';
import { useKeptFocus } from '@tingxu/ui/lib/keep-focus';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { useLobby } from '../lobby-context.tsx';
import { useI18n } from '../texts.ts';
import { TicketCard } from '../ticket/ticket-card.tsx';
import { GROUPS } from './groups.ts';
import styles from './people-page.module.css';

export function PeoplePage(): JSX.Element {
  const { groups, group } = useLobby();
  const { t } = useI18n();
  const list = useRef<HTMLUListElement>(null);
  useKeptFocus(list);
  const rows = groups.value[group.value];
  return (
    <div class={cx(styles['page'])}>
      <div class={cx(styles['rows'])}>
        {rows.length === 0 && (
          <div class={cx(styles['empty'])}>
            <EmptyState icon="people" title={t.lobby.nobody[group.value]} />
          </div>
        )}
        <ul ref={list} tabIndex={-1} aria-label={t.lobby.group[group.value]}>
          {rows.map((row) => (
            <TicketCard key={row.ticket} row={row} />
          ))}
        </ul>
      </div>
      <GroupChoice />
    </div>
  );
}

function GroupChoice(): JSX.Element {
  const { groups, group, showGroup } = useLobby();
  const { t } = useI18n();
  return (
    <fieldset class={cx(styles['groups'])} aria-label={t.lobby.groups}>
      {GROUPS.map((name) => (
        <button
          key={name}
          type="button"
          class={cx(styles['group'])}
          aria-pressed={group.value === name}
          data-testid={`group-${name}`}
          onClick={() => showGroup(name)}
        >
          <span>{t.lobby.group[name]}</span>
          <strong class={cx(styles['count'])}>{groups.value[name].length}</strong>
        </button>
      ))}
    </fieldset>
  );
}
