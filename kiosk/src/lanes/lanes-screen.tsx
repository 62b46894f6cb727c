/** The second touch, where one may choose: which lane. Rules: ISSUE-2. */
import { ChoiceTile } from '@tingxu/ui/choice-tile';
import type { IconName } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import { Words } from '@tingxu/ui/words';
import type { JSX } from 'preact';
import roomy from '../fit/roomy.module.css';
import { useFit } from '../fit/use-fit.ts';
import { BackKey } from '../frame/back-key.tsx';
import { Frame } from '../frame/frame.tsx';
import { useModel } from '../model/model-context.ts';
import type { LaneOffer, ServiceOffer } from '../model/offers.ts';
import { NotNow, ServiceStatus } from '../services/service-status.tsx';
import { useI18n } from '../texts.ts';
import styles from './lanes-screen.module.css';
import { LANES_LOOKS, LAST_LOOK, type LanesLook } from './looks.ts';

export type LanesScreenProps = {
  readonly service: string;
  /** The lane that is being asked for, while its ticket is on the way. */
  readonly pending: string | null;
};

const ICONS: Readonly<Record<string, IconName>> = { vip: 'star', elderly: 'cane' };

export function LanesScreen({ service, pending }: LanesScreenProps): JSX.Element {
  const model = useModel();
  const { t } = useI18n();
  const chosen = model.services.value.find((offer) => offer.service === service);
  const lanes = model.lanes.value;
  const { place, level } = useFit(LANES_LOOKS.length, JSON.stringify([chosen, lanes]));
  const look = LANES_LOOKS[level] ?? LAST_LOOK;
  return (
    <Frame
      name="lanes"
      title={lanes.length > 1 ? t.kiosk.chooseLane : t.kiosk.bringTitle}
      wayOn={<BackKey />}
    >
      <div
        class={cx(styles['lanes'], look.side && styles['side'], look.roomy && roomy['roomy'])}
        ref={place}
      >
        {chosen && (
          <div class={cx(styles['told'])}>
            {look.service !== 'none' && <Chosen offer={chosen} told={look.service} />}
            <Bring offer={chosen} />
          </div>
        )}
        {lanes.length === 0 && (
          <ChoiceTile
            icon={look.icons ? 'ticket' : undefined}
            title={<span class={cx(styles['name'])}>{t.kiosk.takeNumber}</span>}
            onClick={() => model.chooseLane(null)}
            data-testid="lane-default"
          />
        )}
        {lanes.map((offer) => (
          <LaneTile
            key={offer.lane}
            offer={offer}
            alone={lanes.length === 1}
            pending={pending}
            look={look}
          />
        ))}
      </div>
    </Frame>
  );
}

function Chosen(props: {
  readonly offer: ServiceOffer;
  readonly told: LanesLook['service'];
}): JSX.Element {
  const { offer, told } = props;
  const { pick } = useI18n();
  return (
    <p class={cx(styles['service'])}>
      {told !== 'figures' && <strong>{pick(offer.name)}</strong>}
      <ServiceStatus offer={offer} look="full" />
      {told === 'all' && offer.hint && <span class={cx(styles['hint'])}>{pick(offer.hint)}</span>}
    </p>
  );
}

/** All that must be brought, before the number is taken. Rules: ISSUE-5. */
function Bring({ offer }: { readonly offer: ServiceOffer }): JSX.Element | null {
  const { t, pick } = useI18n();
  const { documents } = offer;
  if (documents.length === 0) return null;
  return (
    <p class={cx(styles['bring'])} data-testid="bring">
      <Words text={t.common.bring(documents.map(pick).reduce(t.common.listed))} />
    </p>
  );
}

function LaneTile(props: {
  readonly offer: LaneOffer;
  /** There is nothing to choose from: it only confirms. */
  readonly alone: boolean;
  readonly pending: string | null;
  readonly look: LanesLook;
}): JSX.Element {
  const { offer, alone, pending, look } = props;
  const model = useModel();
  const { t, pick } = useI18n();
  const name = alone ? t.kiosk.takeNumber : pick(offer.name);
  const who = offer.hint ? pick(offer.hint) : offer.declared ? t.kiosk.declares : undefined;
  return (
    <ChoiceTile
      icon={look.icons ? (ICONS[offer.lane] ?? 'ticket') : undefined}
      title={<span class={cx(styles['name'])}>{name}</span>}
      note={
        offer.issuing ? <NotNow issuing={offer.issuing} /> : look.hint && !alone ? who : undefined
      }
      pending={pending === offer.lane}
      disabled={offer.issuing !== null || (pending !== null && pending !== offer.lane)}
      onClick={() => model.chooseLane(offer.lane)}
      data-testid={`lane-${offer.lane}`}
    />
  );
}
