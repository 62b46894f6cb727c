/**
 * The lane of a ticket: name, shape and colour together. The three lanes that every hall has bring
 * their own shape; any other lane of the configuration shows the ticket shape.
 */
import type { JSX } from 'preact';
import { Icon, type IconName } from './icon.tsx';
import styles from './lane-tag.module.css';
import { cx } from './lib/cx.ts';

export type LaneTagProps = {
  /** Lane id of the configuration. */
  readonly lane: string;
  /** Name in the current language. */
  readonly label: string;
  /** Shape and spoken name only, for narrow rows. */
  readonly compact?: boolean | undefined;
};

const SHAPES: Readonly<Record<string, { readonly icon: IconName; readonly kind: string }>> = {
  vip: { icon: 'star', kind: 'vip' },
  elderly: { icon: 'cane', kind: 'elderly' },
};
const ANY = { icon: 'ticket', kind: 'normal' } as const;

export function LaneTag({ lane, label, compact = false }: LaneTagProps): JSX.Element {
  const shape = SHAPES[lane] ?? ANY;
  return (
    <span
      class={cx(styles['tag'], styles[shape.kind], compact && styles['compact'])}
      data-lane={lane}
      title={compact ? label : undefined}
    >
      <Icon name={shape.icon} label={compact ? label : undefined} />
      {!compact && <span>{label}</span>}
    </span>
  );
}
