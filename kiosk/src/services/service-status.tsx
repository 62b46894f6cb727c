/** How many are ahead and about how long it takes, or why not; read out in words. Rules: WAIT-1. */
import type { IssuingRow } from '@tingxu/contract/hours';
import { Icon } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import { VisuallyHidden } from '@tingxu/ui/visually-hidden';
import type { JSX } from 'preact';
import { useModel } from '../model/model-context.ts';
import type { ServiceOffer } from '../model/offers.ts';
import { useI18n } from '../texts.ts';
import type { StatusLook } from './fits.ts';
import styles from './service-status.module.css';

export type ServiceStatusProps = { readonly offer: ServiceOffer; readonly look: StatusLook };

/** Outside hours of its own: from when numbers are given again. Rules: HOURS-12. */
export function NotNow({ issuing }: { readonly issuing: IssuingRow }): JSX.Element {
  const { t, format } = useI18n();
  const { now } = useModel();
  const { untilAt } = issuing;
  if (untilAt === null) return <span>{t.common.issuing.over}</span>;
  return <span>{t.common.issuingUntil['not-yet'](format.when(untilAt, now.value))}</span>;
}

export function ServiceStatus({ offer, look }: ServiceStatusProps): JSX.Element {
  const { t, format } = useI18n();
  if (offer.availability === 'not-offered') return <span>{t.kiosk.notOffered}</span>;
  if (offer.issuing && offer.availability === 'not-now') return <NotNow issuing={offer.issuing} />;
  if (offer.availability === 'queue-only') return <span>{t.kiosk.noCounterOpen}</span>;
  return (
    <span class={cx(styles['status'], look !== 'full' && styles['narrow'])}>
      {look === 'full' && (
        <span class={cx(styles['people'])} aria-hidden="true">
          {t.kiosk.aheadShort(offer.ahead)}
        </span>
      )}
      {/* A nought beside the minutes reads as one figure with them. */}
      {look === 'narrow' && offer.ahead > 0 && (
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
