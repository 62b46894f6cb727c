/** On which days, and where, a notice or a table stands. Rules: TELL-1. */
import { NoticePlace } from '@tingxu/contract/notices';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import type { Draft } from '../draft/draft-config.ts';
import { Ticks } from '../fields/choices.tsx';
import { DateEntry } from '../fields/date-entry.tsx';
import styles from '../fields/fields.module.css';
import { useI18n } from '../texts.ts';

type Days = Pick<NonNullable<Draft['notices']>[number], 'from' | 'to' | 'places'>;

export function Standing(props: {
  readonly row: Days;
  readonly path: string;
  readonly put: (changes: { [K in keyof Days]?: Days[K] | undefined }) => void;
}): JSX.Element {
  const { row, path, put } = props;
  const { t } = useI18n();
  const words = t.adminNotices;
  return (
    <div class={cx(styles['grid'])}>
      <DateEntry
        label={words.firstDay}
        hint={words.firstDayHint}
        path={`${path}.from`}
        value={row.from}
        onChange={(from) => put({ from })}
      />
      <DateEntry
        label={words.lastDay}
        hint={words.lastDayHint}
        path={`${path}.to`}
        value={row.to}
        onChange={(to) => put({ to })}
      />
      <Ticks
        label={words.places}
        path={`${path}.places`}
        value={row.places ?? NoticePlace.options}
        options={NoticePlace.options.map((value) => ({ value, label: words.place[value] }))}
        onChange={(places) =>
          put({ places: places.length === NoticePlace.options.length ? undefined : places })
        }
      />
    </div>
  );
}
