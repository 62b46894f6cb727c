/** The picture of a service, beside its name. */
import type { ServiceIcon } from '@tingxu/contract/service-look';
import type { JSX } from 'preact';
import styles from './icon.module.css';
import { cx } from './lib/cx.ts';
import { SERVICE_ICON_PATHS } from './lib/service-icon-paths.tsx';

export type ServicePictureProps = {
  readonly icon: ServiceIcon;
  readonly class?: string | undefined;
};

export function ServicePicture({ icon, class: extra }: ServicePictureProps): JSX.Element {
  return (
    <svg class={cx(styles['icon'], extra)} viewBox="0 0 24 24" aria-hidden="true">
      {SERVICE_ICON_PATHS[icon]}
    </svg>
  );
}
