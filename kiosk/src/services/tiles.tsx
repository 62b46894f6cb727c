/** What is touched: a service, or a group of services. */
import { ChoiceTile } from '@tingxu/ui/choice-tile';
import { cx } from '@tingxu/ui/lib/cx';
import { ServicePicture } from '@tingxu/ui/service-picture';
import { Words } from '@tingxu/ui/words';
import type { JSX } from 'preact';
import { useModel } from '../model/model-context.ts';
import { type GroupOffer, isToBeHad, type ServiceOffer } from '../model/offers.ts';
import { useI18n } from '../texts.ts';
import type { Fit } from './fits.ts';
import styles from './service-list.module.css';
import { ServiceStatus } from './service-status.tsx';

export function ServiceTile(props: {
  readonly offer: ServiceOffer;
  readonly pending: string | null;
  readonly fit: Pick<Fit, 'status' | 'icons'>;
}): JSX.Element {
  const { offer, pending, fit } = props;
  const model = useModel();
  const { pick } = useI18n();
  const look = fit.status;
  const busy = pending !== null;
  const below = look !== 'beside' && (look !== 'none' || offer.availability !== 'open');
  return (
    <ChoiceTile
      picture={
        fit.icons && offer.icon ? (
          <ServicePicture icon={offer.icon} class={styles['picture']} />
        ) : undefined
      }
      title={
        <span class={cx(styles['name'])}>
          <Words text={pick(offer.name)} />
        </span>
      }
      note={below ? <ServiceStatus offer={offer} look={look} /> : undefined}
      meta={look === 'beside' ? <ServiceStatus offer={offer} look={look} /> : undefined}
      pending={pending === offer.service}
      disabled={!isToBeHad(offer) || (busy && pending !== offer.service)}
      onClick={() => model.chooseService(offer.service)}
      data-testid={`service-${offer.service}`}
    />
  );
}

export function GroupTile(props: {
  readonly offer: GroupOffer;
  readonly icons: boolean;
  /** What is in it is named, too. */
  readonly names: boolean;
}): JSX.Element {
  const { offer, icons, names } = props;
  const { group, services } = offer;
  const model = useModel();
  const { t, pick } = useI18n();
  const within = services.map(({ name }) => pick(name)).reduce(t.common.listed);
  return (
    <ChoiceTile
      picture={
        icons && group.icon ? (
          <ServicePicture icon={group.icon} class={styles['picture']} />
        ) : undefined
      }
      title={
        <span class={cx(styles['name'])}>
          <Words text={pick(group.name)} />
        </span>
      }
      note={names ? <span class={cx(styles['within'])}>{within}</span> : undefined}
      onClick={() => model.chooseGroup(group.id)}
      data-testid={`group-${group.id}`}
    />
  );
}
