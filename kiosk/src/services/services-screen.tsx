/** The first touch: what the customer wants. Everything fits on one page, or is turned page by page. */
import { ChoiceTile } from '@tingxu/ui/choice-tile';
import { Icon } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import type { NotIssuing } from '@tingxu/ui/lib/not-issuing';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useFit } from '../fit/use-fit.ts';
import { Frame } from '../frame/frame.tsx';
import { Key } from '../frame/key.tsx';
import { Message } from '../frame/message.tsx';
import { useModel } from '../model/model-context.ts';
import { isToBeHad, type ServiceOffer } from '../model/offers.ts';
import { useI18n } from '../texts.ts';
import { fitsOf, type StatusLook } from './fits.ts';
import { pageOf, pagesOf } from './pages.ts';
import { ServiceStatus } from './service-status.tsx';
import styles from './services-screen.module.css';

/** The service that is being asked for, while its ticket is on the way. */
export type ServicesScreenProps = { readonly pending: string | null };

export function ServicesScreen({ pending }: ServicesScreenProps): JSX.Element {
  const model = useModel();
  const { t } = useI18n();
  const stopped = model.notIssuing.value;
  return (
    <Frame
      name="services"
      title={stopped ? undefined : t.kiosk.chooseService}
      wayOn={
        <Key data-testid="entry" onClick={model.openEntry}>
          {t.kiosk.missed}
        </Key>
      }
    >
      {stopped ? (
        <NoNumbers stopped={stopped} />
      ) : (
        <Services offers={model.services.value} pending={pending} />
      )}
    </Frame>
  );
}

/** Whoever missed a call can still come back, so the keys stay. */
function NoNumbers({ stopped }: { readonly stopped: NotIssuing }): JSX.Element {
  const model = useModel();
  const { t, format } = useI18n();
  const { state, untilAt, reason } = stopped;
  return (
    <Message key={`${state} ${reason} ${untilAt}`} icon="clock" title={t.common.issuing[state]}>
      {reason !== null && <p data-testid="reason">{t.common.issuingReason[reason]}</p>}
      {untilAt !== null && (
        <p data-testid="until">{t.kiosk.numbersFrom(format.when(untilAt, model.now.value))}</p>
      )}
      <p>{t.kiosk.seeStaff}</p>
    </Message>
  );
}

function Services(props: {
  readonly offers: readonly ServiceOffer[];
  readonly pending: string | null;
}): JSX.Element {
  const { offers, pending } = props;
  const model = useModel();
  const { t, locale } = useI18n();
  const large = model.large.value;
  const fits = fitsOf(offers.length, large);
  const shape = `${locale.value} ${large} ${JSON.stringify(offers)}`;
  const { place, level } = useFit(fits.length, shape);
  const fit = fits[level] ?? { perPage: 1, status: 'none' };
  const [wanted, setWanted] = useState(0);
  const pages = pagesOf(offers.length, fit.perPage);
  const led = offers.findIndex(({ service }) => model.led.value === `service-${service}`);
  const page = led < 0 ? Math.min(wanted, pages - 1) : Math.floor(led / fit.perPage);
  const shown = pageOf(offers, fit.perPage, page);
  const last = page === pages - 1;
  return (
    <div
      ref={place}
      class={cx(
        styles['tiles'],
        shown.length <= 3 && pages === 1 && styles['few'],
        fit.status === 'beside' && styles['beside'],
      )}
      data-testid="services"
    >
      {shown.map((offer) => (
        <ServiceTile key={offer.service} offer={offer} pending={pending} look={fit.status} />
      ))}
      {pages === 1 && shown.length > 3 && shown.length % 2 === 1 && <Place />}
      {pages > 1 && (
        <button
          type="button"
          class={cx(styles['turn'], shown.length % 2 === 0 && styles['turn-alone'])}
          data-testid="turn-page"
          onClick={() => setWanted(last ? 0 : page + 1)}
        >
          {last && <Icon name="arrow-left" />}
          <span>{last ? t.kiosk.firstServices : t.kiosk.moreServices}</span>
          {!last && <Icon name="arrow-right" />}
        </button>
      )}
    </div>
  );
}

/** Where an odd number of services leaves room: the hall's own name. */
function Place(): JSX.Element {
  const model = useModel();
  const { pick } = useI18n();
  const profile = model.profile.value;
  return <p class={cx(styles['place'])}>{profile && pick(profile.name)}</p>;
}

function ServiceTile(props: {
  readonly offer: ServiceOffer;
  readonly pending: string | null;
  readonly look: StatusLook;
}): JSX.Element {
  const { offer, pending, look } = props;
  const model = useModel();
  const { pick } = useI18n();
  const busy = pending !== null;
  const below = look !== 'beside' && (look !== 'none' || offer.availability !== 'open');
  return (
    <ChoiceTile
      title={<span class={cx(styles['name'])}>{pick(offer.name)}</span>}
      note={below ? <ServiceStatus offer={offer} look={look} /> : undefined}
      meta={look === 'beside' ? <ServiceStatus offer={offer} look={look} /> : undefined}
      pending={pending === offer.service}
      disabled={!isToBeHad(offer) || (busy && pending !== offer.service)}
      onClick={() => model.chooseService(offer.service)}
      data-testid={`service-${offer.service}`}
    />
  );
}
