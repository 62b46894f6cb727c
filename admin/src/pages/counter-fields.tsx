/** What belongs to one counter: its label, the lanes it is kept for, its secondary services. */
import { HELPS_AFTER_MS } from '@tingxu/contract/config';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useDraft } from '../admin-context.tsx';
import { type DraftCounter, withMembers } from '../draft/draft-config.ts';
import { replaceAt } from '../draft/rows.ts';
import { FaultAt, OneOf, Ticks } from '../fields/choices.tsx';
import styles from '../fields/fields.module.css';
import { NumberEntry } from '../fields/number-entry.tsx';
import { TextEntry } from '../fields/text-entry.tsx';
import { useI18n } from '../texts.ts';
import { RowId } from './services-page.tsx';

type PartProps = {
  readonly counter: DraftCounter;
  readonly path: string;
  readonly put: (changes: Parameters<typeof withMembers<DraftCounter>>[1]) => void;
};

export function CounterFields(props: {
  readonly counter: DraftCounter;
  readonly index: number;
}): JSX.Element {
  const { counter, index } = props;
  const { edit } = useDraft();
  const { t } = useI18n();
  const words = t.adminFields;
  const path = `counters.${index}`;
  const put: PartProps['put'] = (changes) =>
    edit((now) => ({
      ...now,
      counters: replaceAt(now.counters, index, withMembers(counter, changes)),
    }));
  return (
    <div class={cx(styles['stack'])}>
      <div class={cx(styles['grid'])}>
        <TextEntry
          label={words.label}
          path={`${path}.label`}
          value={counter.label}
          maxLength={12}
          hint={words.labelHint}
          onChange={(label) => put({ label })}
        />
        <RowId path={path} id={counter.id} onChange={(id) => put({ id })} member="counters" />
      </div>
      <FaultAt path={`${path}.skills`} />
      <FaultAt path={path} />
      <Secondary counter={counter} path={path} put={put} />
      <Dedicated counter={counter} path={path} put={put} />
      <OneOf
        label={words.autoCall}
        value={counter.autoCall === undefined ? 'as-hall' : counter.autoCall ? 'yes' : 'no'}
        options={[
          { value: 'as-hall', label: words.asHall },
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ]}
        onChange={(value) => put({ autoCall: value === 'as-hall' ? undefined : value === 'yes' })}
      />
    </div>
  );
}

function Secondary({ counter, path, put }: PartProps): JSX.Element | null {
  const { draft } = useDraft();
  const { t, pick } = useI18n();
  const words = t.adminFields;
  const rows = counter.secondary ?? [];
  if (rows.length === 0) return null;
  const nameOf = (service: string): string => {
    const known = draft.services.find(({ id }) => id === service);
    return known ? pick(known.name) : service;
  };
  return (
    <section class={cx(styles['stack'])}>
      <h3>{words.secondaryIs}</h3>
      <div class={cx(styles['grid'])}>
        {rows.map((row, i) => (
          <NumberEntry
            key={row.service}
            label={words.secondaryLimit(nameOf(row.service))}
            path={`${path}.secondary.${i}.limitMs`}
            unit="minute"
            value={row.limitMs}
            onChange={(value) =>
              put({ secondary: replaceAt(rows, i, { ...row, limitMs: value ?? Number.NaN }) })
            }
          />
        ))}
      </div>
    </section>
  );
}

function Dedicated({ counter, path, put }: PartProps): JSX.Element {
  const { draft } = useDraft();
  const { t, pick } = useI18n();
  const words = t.adminFields;
  const { dedicated } = counter;
  return (
    <>
      <Ticks
        label={words.dedicated}
        path={`${path}.dedicated.lanes`}
        value={dedicated?.lanes ?? []}
        hint={words.dedicatedHint}
        options={draft.lanes.map(({ id, name }) => ({ value: id, label: pick(name) || id }))}
        onChange={(lanes) =>
          put({ dedicated: lanes.length > 0 ? { ...dedicated, lanes } : undefined })
        }
      />
      {dedicated && (
        <div class={cx(styles['grid'])}>
          <NumberEntry
            label={words.helpsAfter}
            path={`${path}.dedicated.helpsAfterMs`}
            unit="minute"
            value={dedicated.helpsAfterMs ?? HELPS_AFTER_MS}
            onChange={(value) =>
              put({ dedicated: { ...dedicated, helpsAfterMs: value ?? Number.NaN } })
            }
          />
        </div>
      )}
    </>
  );
}
