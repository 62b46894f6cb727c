/** Lanes and services that are offered only part of the time. Rules: HOURS-7. */

import { SelectField } from '@tingxu/ui/field';
import { cx } from '@tingxu/ui/lib/cx';
import { Panel } from '@tingxu/ui/panel';
import type { JSX } from 'preact';
import { useDraft } from '../admin-context.tsx';
import type { DraftWeek } from '../draft/draft-config.ts';
import { Act } from '../fields/act.tsx';
import { FaultAt } from '../fields/choices.tsx';
import styles from '../fields/fields.module.css';
import { useI18n } from '../texts.ts';
import type { HoursPartProps } from './hours-page.tsx';
import { WeekEditor } from './week-editor.tsx';

const PARTS = ['lanes', 'services'] as const;
type Part = (typeof PARTS)[number];

export function OwnHours({ hours, put }: HoursPartProps): JSX.Element {
  const { draft } = useDraft();
  const { t, pick } = useI18n();
  const words = t.adminFields;
  const titleOf = (part: Part, id: string): string => {
    const row = draft[part].find((one) => one.id === id);
    const kind = part === 'lanes' ? words.lane : words.service;
    return `${kind} · ${row ? pick(row.name) : id}`;
  };
  const change = (part: Part, id: string, week: DraftWeek | undefined): void => {
    const others = Object.entries(hours[part] ?? {}).filter(([name]) => name !== id);
    const all = week ? [...others, [id, week] as const] : others;
    put({ [part]: all.length > 0 ? Object.fromEntries(all) : undefined });
  };
  const own = PARTS.flatMap((part) =>
    Object.entries(hours[part] ?? {}).map(([id, week]) => ({ part, id, week })),
  );
  const free = PARTS.flatMap((part) =>
    draft[part]
      .filter(({ id }) => !own.some((one) => one.part === part && one.id === id))
      .map(({ id }) => ({ value: `${part}/${id}`, label: titleOf(part, id) })),
  );
  const add = (value: string): void => {
    const [part, id] = value.split('/');
    const known = PARTS.find((one) => one === part);
    if (known && id) change(known, id, hours.week);
  };
  return (
    <Panel title={words.ownHours}>
      <div class={cx(styles['stack'])}>
        <p class={cx(styles['hint'])}>{words.ownHoursText}</p>
        {own.map(({ part, id, week }) => (
          <section key={`${part}/${id}`} class={cx(styles['stack'])}>
            <h3>{titleOf(part, id)}</h3>
            <WeekEditor
              path={`hours.${part}.${id}`}
              week={week}
              onChange={(next) => change(part, id, next)}
            />
            <div>
              <Act size="s" icon="cross" onClick={() => change(part, id, undefined)}>
                {words.remove}
              </Act>
            </div>
          </section>
        ))}
        <div class={cx(styles['grid'])}>
          <SelectField label={words.addOwn} value="" placeholder="—" options={free} onInput={add} />
        </div>
        <FaultAt path="hours.lanes" />
        <FaultAt path="hours.services" />
      </div>
    </Panel>
  );
}
