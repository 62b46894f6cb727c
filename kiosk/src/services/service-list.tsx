/**
 * Everything fits on one page, or is found in groups, or is turned page by page; above it the hall
 * greets where there is room, and tells what there is to tell. Nothing of that takes a service away.
 */
import { Icon } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import { Words } from '@tingxu/ui/words';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import roomy from '../fit/roomy.module.css';
import { useFit } from '../fit/use-fit.ts';
import { useModel } from '../model/model-context.ts';
import type { GroupOffer, ServiceOffer } from '../model/offers.ts';
import { useI18n } from '../texts.ts';
import { type Fit, fitsOf } from './fits.ts';
import { pageOf, pagesOf } from './pages.ts';
import styles from './service-list.module.css';
import { GroupTile, ServiceTile } from './tiles.tsx';
import { Welcome } from './welcome.tsx';

export type ServiceListProps = {
  readonly offers: readonly ServiceOffer[];
  /** None within a group. */
  readonly groups: readonly GroupOffer[];
  readonly pending: string | null;
};

/** More than this stand in three columns on a wide panel. */
const TWO_COLUMNS = 8;
const LAST: Fit = {
  ...{ of: 'services', perPage: 1, status: 'none', band: 'none' },
  ...{ icons: false, single: false, roomy: false },
};

export function ServiceList({ offers, groups, pending }: ServiceListProps): JSX.Element {
  const model = useModel();
  const large = model.large.value;
  const alone = offers.filter(({ group }) => !groups.some((offer) => offer.group.id === group));
  const groupTiles = groups.length === 0 ? 0 : groups.length + alone.length;
  const icons = offers.some(({ icon }) => icon !== null);
  const told = model.notices.value.length > 0;
  const fits = fitsOf({ services: offers.length, groupTiles, large, told, icons });
  const shape = JSON.stringify([offers, groups, model.notices.value]);
  const { place, level } = useFit(fits.length, shape);
  const fit = fits[level] ?? LAST;
  // Where the pad has led to, or what is on its way, is seen in its group.
  const seen = offers.find(
    ({ service }) => service === pending || model.led.value === `service-${service}`,
  );
  const within = groups.find((offer) => offer.group.id === seen?.group);
  if (fit.of === 'groups' && within) {
    return (
      <ServiceList key={within.group.id} offers={within.services} groups={[]} pending={pending} />
    );
  }
  const tiles =
    fit.of === 'groups'
      ? [
          ...groups.map((offer) => ({ id: offer.group.id as string, offer, group: true as const })),
          ...alone.map((offer) => ({ id: offer.service as string, offer, group: false as const })),
        ]
      : offers.map((offer) => ({ id: offer.service as string, offer, group: false as const }));
  return (
    <div
      ref={place}
      class={cx(styles['list'], fit.roomy && styles['roomy'], fit.roomy && roomy['roomy'])}
    >
      {fit.band !== 'none' && <Welcome brief={fit.band === 'brief'} />}
      <Tiles
        fit={fit}
        ids={tiles.map(({ id }) => id)}
        tiles={tiles.map(({ id, ...tile }) =>
          tile.group ? (
            <GroupTile
              key={id}
              offer={tile.offer}
              icons={fit.icons}
              names={fit.status !== 'none'}
            />
          ) : (
            <ServiceTile key={id} offer={tile.offer} pending={pending} fit={fit} />
          ),
        )}
      />
    </div>
  );
}

function Tiles(props: {
  readonly fit: Fit;
  readonly ids: readonly string[];
  readonly tiles: readonly JSX.Element[];
}): JSX.Element {
  const { fit, ids, tiles } = props;
  const model = useModel();
  const [wanted, setWanted] = useState(0);
  const pages = pagesOf(tiles.length, fit.perPage);
  const led = ids.findIndex((id) => model.led.value === `service-${id}`);
  const page = led < 0 ? Math.min(wanted, pages - 1) : Math.floor(led / fit.perPage);
  const shown = pageOf(tiles, fit.perPage, page);
  const three = pages === 1 && shown.length > TWO_COLUMNS && !fit.single;
  const odd = pages === 1 && !three && !fit.single && shown.length > 3 && shown.length % 2 === 1;
  return (
    <div
      class={cx(
        styles['tiles'],
        (fit.single || (shown.length <= 3 && pages === 1)) && styles['few'],
        three && styles['three'],
        // The hall's name stands above: the last one takes the place that is left.
        odd && fit.band !== 'none' && styles['odd'],
        fit.status === 'beside' && styles['beside'],
        fit.icons && styles['pictured'],
      )}
      data-testid="services"
    >
      {shown}
      {odd && fit.band === 'none' && <Place />}
      {pages > 1 && (
        <TurnKey
          alone={shown.length % 2 === 0}
          last={page === pages - 1}
          onTurn={() => setWanted(page === pages - 1 ? 0 : page + 1)}
        />
      )}
    </div>
  );
}

function TurnKey(props: {
  readonly alone: boolean;
  readonly last: boolean;
  readonly onTurn: () => void;
}): JSX.Element {
  const { alone, last, onTurn } = props;
  const { t } = useI18n();
  return (
    <button
      type="button"
      class={cx(styles['turn'], alone && styles['turn-alone'])}
      data-testid="turn-page"
      onClick={onTurn}
    >
      {last && <Icon name="arrow-left" />}
      <span>
        <Words text={last ? t.kiosk.firstServices : t.kiosk.moreServices} />
      </span>
      {!last && <Icon name="arrow-right" />}
    </button>
  );
}

/** Where an odd number of services leaves room: the hall's own name. */
function Place(): JSX.Element {
  const model = useModel();
  const { pick } = useI18n();
  const profile = model.profile.value;
  return <p class={cx(styles['place'])}>{profile && <Words text={pick(profile.name)} />}</p>;
}
