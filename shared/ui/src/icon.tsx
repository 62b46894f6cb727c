/** The product's own line icons: 24-unit grid, one stroke weight, round joins. */
import type { JSX } from 'preact';
import styles from './icon.module.css';
import { cx } from './lib/cx.ts';
import { ICON_PATHS, type IconName } from './lib/icon-paths.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

export type { IconName };

export type IconProps = {
  readonly name: IconName;
  /** Spoken name; without it the icon is decoration beside a text. */
  readonly label?: string | undefined;
  readonly class?: string | undefined;
};

export function Icon({ name, label, class: extra }: IconProps): JSX.Element {
  return (
    <>
      <svg class={cx(styles['icon'], extra)} viewBox="0 0 24 24" aria-hidden="true">
        {ICON_PATHS[name]}
      </svg>
      {label && <VisuallyHidden>{label}</VisuallyHidden>}
    </>
  );
}
