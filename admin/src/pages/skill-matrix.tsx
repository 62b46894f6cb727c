/**
 * Counters × services. One cell is in the order of the Tab key; arrow keys lead to the others, the
 * space bar changes the cell.
 */
import { useSignal } from '@preact/signals';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { useDraft } from '../admin-context.tsx';
import { replaceAt, SKILLS, skillOf, withSkill } from '../draft/rows.ts';
import { useI18n } from '../texts.ts';
import styles from './skill-matrix.module.css';

type Cell = { readonly row: number; readonly column: number };

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const within = (value: number, count: number): number => Math.min(Math.max(value, 0), count - 1);

export function SkillMatrix(): JSX.Element {
  const { draft } = useDraft();
  const { t, pick } = useI18n();
  const words = t.adminFields;
  const { counters, services } = draft;
  const at = useSignal<Cell>({ row: 0, column: 0 });
  const table = useRef<HTMLTableElement>(null);
  const move = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const row = within(at.value.row + step[0], counters.length);
    const column = within(at.value.column + step[1], services.length);
    at.value = { row, column };
    table.current?.querySelector<HTMLElement>(`[data-cell="${row} ${column}"]`)?.focus();
  };
  return (
    <div class={cx(styles['place'])}>
      <p class={cx(styles['hint'])}>{words.matrixText}</p>
      <table class={cx(styles['matrix'])} ref={table} aria-label={words.matrix} onKeyDown={move}>
        <thead>
          <tr>
            <th scope="col">{words.counter}</th>
            {services.map(({ id, name }) => (
              <th key={id} scope="col">
                {pick(name) || id}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counters.map((counter, row) => (
            <tr key={row}>
              <th scope="row">{counter.label || '—'}</th>
              {services.map((service, column) => (
                <td key={service.id}>
                  <SkillCell
                    {...{ row, column }}
                    reached={at.value.row === row && at.value.column === column}
                    onReach={() => {
                      at.value = { row, column };
                    }}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SkillCell(props: {
  readonly row: number;
  readonly column: number;
  readonly reached: boolean;
  readonly onReach: () => void;
}): JSX.Element | null {
  const { row, column } = props;
  const { draft, edit } = useDraft();
  const { t, pick } = useI18n();
  const words = t.adminFields;
  const [counter, service] = [draft.counters[row], draft.services[column]];
  if (!counter || !service) return null;
  const skill = skillOf(counter, service.id);
  const next = SKILLS[(SKILLS.indexOf(skill) + 1) % SKILLS.length] ?? 'none';
  const change = (): void => {
    props.onReach();
    edit((now) => ({
      ...now,
      counters: replaceAt(now.counters, row, withSkill(counter, service.id, next, now.services)),
    }));
  };
  return (
    <button
      type="button"
      class={cx(styles['cell'], styles[skill])}
      tabIndex={props.reached ? 0 : -1}
      data-cell={`${row} ${column}`}
      data-skill={skill}
      aria-label={words.skillAt(counter.label, pick(service.name), words.skill[skill])}
      onFocus={props.onReach}
      onClick={change}
    >
      {skill === 'none' ? '—' : words.skill[skill]}
    </button>
  );
}
