/** Who did what to accounts, sessions and devices: searched by person, act and day. Rules: AUTH-15. */
import { useSignal } from '@preact/signals';
import { TrailWhat } from '@tingxu/contract/identity';
import type { StaffRole } from '@tingxu/contract/roles';
import { adminTrail } from '@tingxu/i18n/admin-trail';
import { Button } from '@tingxu/ui/button';
import { DayField } from '@tingxu/ui/day-field';
import { EmptyState } from '@tingxu/ui/empty-state';
import { SelectField, TextField } from '@tingxu/ui/field';
import { cx } from '@tingxu/ui/lib/cx';
import { isDayOrNone } from '@tingxu/ui/lib/read-day';
import { Panel } from '@tingxu/ui/panel';
import { Spinner } from '@tingxu/ui/spinner';
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { useAdmin } from '../admin-context.tsx';
import { useI18n } from '../texts.ts';
import { ANYTHING, createEntriesModel, type EntriesModel } from './entries-model.ts';
import { EntriesTable } from './entries-table.tsx';
import styles from './trail-page.module.css';

export type TrailPageWords = (typeof adminTrail)['zh-CN'];

export function EntriesPanel({ role }: { readonly role: StaffRole }): JSX.Element {
  const { url } = useAdmin();
  const { locale, zone } = useI18n();
  const words = adminTrail[locale.value];
  const model = useMemo(() => createEntriesModel(url, role, zone), [url, role]);
  useEffect(() => void model.search(ANYTHING), [model]);
  return (
    <Panel title={words.title} flush>
      <div class={cx(styles['ask'], styles['inside'])}>
        <p class={cx(styles['hint'])}>{words.text}</p>
        <Search model={model} words={words} />
      </div>
      <Found model={model} words={words} />
    </Panel>
  );
}

type PartProps = { readonly model: EntriesModel; readonly words: TrailPageWords };

const isWhat = (value: string): value is TrailWhat => TrailWhat.safeParse(value).success;

function Search({ model, words }: PartProps): JSX.Element {
  const question = useSignal(ANYTHING);
  const isAll = model.question.value === ANYTHING || sameAs(model.question.value, ANYTHING);
  const search = (next = question.value): void => {
    question.value = next;
    if (!isDayOrNone(next.day)) return;
    void model.search({ ...next, person: next.person.trim().toLowerCase() });
  };
  return (
    <search>
      <form
        class={cx(styles['filters'])}
        onSubmit={(event) => {
          event.preventDefault();
          search();
        }}
      >
        <TextField
          label={words.person}
          name="person"
          value={question.value.person}
          placeholder={words.personHint}
          maxLength={40}
          onInput={(person) => {
            question.value = { ...question.value, person };
          }}
        />
        <SelectField
          label={words.act}
          name="what"
          value={question.value.what}
          options={[
            { value: '', label: words.anyAct },
            ...TrailWhat.options.map((value) => ({ value, label: words.whats[value] })),
          ]}
          onInput={(what) => {
            question.value = { ...question.value, what: isWhat(what) ? what : '' };
          }}
        />
        <DayField
          name="day"
          label={words.day}
          value={question.value.day}
          error={isDayOrNone(question.value.day) ? undefined : words.dayWrong}
          onInput={(day) => {
            question.value = { ...question.value, day };
          }}
        />
        <div class={cx(styles['orders'])}>
          <Button type="submit" variant="primary" data-testid="search-trail">
            {words.search}
          </Button>
          {!isAll && <Button onClick={() => search(ANYTHING)}>{words.all}</Button>}
        </div>
      </form>
    </search>
  );
}

const sameAs = (one: typeof ANYTHING, other: typeof ANYTHING): boolean =>
  one.person === other.person && one.what === other.what && one.day === other.day;

function Found({ model, words }: PartProps): JSX.Element {
  const { t } = useI18n();
  const { value: rows } = model.rows;
  if (model.failed.value) {
    return (
      <EmptyState icon="alert" title={words.loadFailed}>
        <Button onClick={() => void model.search(model.question.value)}>{t.admin.retry}</Button>
      </EmptyState>
    );
  }
  if (!rows) return <Spinner label={t.common.loading} />;
  return (
    <>
      <div class={cx(styles['table'])} aria-busy={model.pending.value ? true : undefined}>
        <EntriesTable rows={rows} names={model.names.value} words={words} />
      </div>
      <div class={cx(styles['foot'])}>
        <span role="status" class={cx(styles['hint'])} data-testid="shown">
          {words.count(rows.length)}
          {!model.more.value && rows.length > 0 && ` · ${words.isAll}`}
        </span>
        {model.more.value && (
          <Button
            pending={model.pending.value}
            data-testid="older"
            onClick={() => void model.older()}
          >
            {words.older}
          </Button>
        )}
      </div>
    </>
  );
}
