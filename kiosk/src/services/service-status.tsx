/** How many are ahead and about how long it takes, or why not; read out in words. Rules: WAIT-1. */
import { Icon } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import { VisuallyHidden } from '@tingxu/ui/visually-hidden';
import type { JSX } from 'preact';
import type { ServiceOffer } from '../model/offers.ts';
import { useI18n } from '../texts.ts';
import type { StatusLook } from './fits.ts';
import styles from './service-status.module.css';

export type ServiceStatusProps = { readonly offer: ServiceOffer; readonly look: StatusLook };

export function ServiceStatus({ offer, look }: ServiceStatusProps): JSX.Element {
  const { t, format } = useI18n();
  if (offer.availability === 'not-offered') return <span>{t.kiosk.notOffered}</span>;
  if (offer.availability === 'queue-only') return <span>{t.kiosk.noCounterOpen}</span>;
  return (
    <span class={cx(styles['status'], look !== 'full' && styles['narrow'])}>
      {look === 'full' && (
        <span class={cx(styles['people'])} aria-hidden="true">
          {t.kiosk.aheadShort(offer.ahead)}
        </span>
      )}
      {look === 'narrow' && (
        <span class={cx(styles['people'])} aria-hidden="true">
          <Icon name="people" class={styles['icon']} />
          {offer.ahead}
        </span>
      )}
      <span class={cx(styles['wait'])} aria-hidden="true">
        {format.waitShort(offer.wait)}
      </span>
      <VisuallyHidden>
        {t.kiosk.aheadShort(offer.ahead)} {format.wait(offer.wait)}
      </VisuallyHidden>
    </span>
  );
}
