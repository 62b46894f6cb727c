/** Where a called number goes: the counter in words, or an arrow before its label where they are too long. */
import { CounterName } from '@tingxu/ui/counter-name';
import { Icon } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import type { BoardI18n } from '../texts.ts';
import styles from './called-counter.module.css';

export type CalledCounterProps = {
  readonly label: string;
  readonly i18n: BoardI18n;
  readonly words: boolean;
  readonly tone?: 'strong' | 'muted';
};

export function CalledCounter(props: CalledCounterProps): JSX.Element {
  const { label, i18n, words, tone = 'strong' } = props;
  const text = i18n.t.board.counter(label);
  if (words) return <CounterName text={text} label={label} size="m" tone={tone} />;
  return (
    <span class={cx(styles['short'])}>
      <Icon name="arrow-right" class={styles['arrow']} />
      <CounterName text={label} label={label} size="m" tone={tone} />
    </span>
  );
}
