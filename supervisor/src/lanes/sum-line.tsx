/**
 * The day as a sum: came = here + ended, each by its kind. It is looked at before the day is closed; on the
 * page it stands only when it is wrong. Rules: END-3.
 */
import { cx } from '@tingxu/ui/lib/cx';
import { StatusPill } from '@tingxu/ui/status-pill';
import type { JSX } from 'preact';
import { equationOf, type Term } from '../figures/equation.ts';
import { useMonitor } from '../monitor-context.tsx';
import { useI18n } from '../texts.ts';
import styles from './sum-line.module.css';

export type SumLineProps = { readonly onlyBroken?: boolean };

export function SumLine({ onlyBroken = false }: SumLineProps): JSX.Element | null {
  const { figures } = useMonitor();
  const { t } = useI18n();
  if (!figures.value) return null;
  const { came, here, ended, holds } = equationOf(figures.value);
  if (onlyBroken && holds) return null;
  return (
    <section class={cx(styles['sum'])} aria-label={t.supervisor.equation} data-testid="sum">
      <Terms terms={came} />
      <span class={cx(styles['sign'])}>=</span>
      <Terms terms={here} />
      <span class={cx(styles['sign'])}>+</span>
      <Terms terms={ended} />
      <StatusPill tone={holds ? 'ok' : 'over'}>
        {holds ? t.supervisor.sumHolds : t.supervisor.sumBroken}
      </StatusPill>
    </section>
  );
}

/** Zeros are left out, but never all of them. */
function Terms({ terms }: { readonly terms: readonly Term[] }): JSX.Element {
  const { t } = useI18n();
  const some = terms.filter(({ count }, index) => count > 0 || index === 0);
  return (
    <span class={cx(styles['terms'])}>
      {some.map(({ name, count }, index) => (
        <span key={name} class={cx(styles['term'])} data-term={name}>
          {index > 0 && <span class={cx(styles['sign'])}>+</span>}
          <span class={cx(styles['name'])}>{t.supervisor.sum[name]}</span>
          <strong>{count}</strong>
        </span>
      ))}
    </span>
  );
}
