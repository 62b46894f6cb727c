/** Where the kiosks stand, what is beside each, and how often they may ask for a person. Rules: HELP-1, HELP-2. */
import { HELP_EVERY_MS } from '@tingxu/contract/kiosk';
import { cx } from '@tingxu/ui/lib/cx';
import { Panel } from '@tingxu/ui/panel';
import type { JSX } from 'preact';
import { useDraft } from '../admin-context.tsx';
import { type Draft, withMembers } from '../draft/draft-config.ts';
import { freeId, replaceAt } from '../draft/rows.ts';
import { Act } from '../fields/act.tsx';
import { FaultAt, Tick } from '../fields/choices.tsx';
import styles from '../fields/fields.module.css';
import { NumberEntry } from '../fields/number-entry.tsx';
import { TextEntry, TextsEntry } from '../fields/text-entry.tsx';
import { useI18n } from '../texts.ts';

type Rule = NonNullable<Draft['kiosks']>;
type Place = NonNullable<Rule['places']>[number];
const NONE: readonly Place[] = [];

export function KiosksPanel(): JSX.Element {
  const { draft, edit } = useDraft();
  const { t } = useI18n();
  const words = t.adminFields;
  const rule: Rule = draft.kiosks ?? {};
  const places = rule.places ?? NONE;
  const put = (changes: Parameters<typeof withMembers<Rule>>[1]): void =>
    edit((now) => {
      const next = withMembers(now.kiosks ?? {}, changes);
      return withMembers(now, { kiosks: Object.keys(next).length > 0 ? next : undefined });
    });
  const putPlaces = (next: readonly Place[]): void =>
    put({ places: next.length > 0 ? next : undefined });
  return (
    <Panel title={words.kiosks}>
      <div class={cx(styles['stack'])}>
        {places.map((place, index) => (
          <KioskFields
            key={index}
            place={place}
            path={`kiosks.places.${index}`}
            put={(changes) => putPlaces(replaceAt(places, index, withMembers(place, changes)))}
            onRemove={() => putPlaces(places.filter((_row, other) => other !== index))}
          />
        ))}
        <FaultAt path="kiosks.places" />
        <div class={cx(styles['grid'])}>
          <NumberEntry
            label={words.helpEvery}
            path="kiosks.helpEveryMs"
            unit="second"
            value={rule.helpEveryMs ?? HELP_EVERY_MS}
            onChange={(value) => put({ helpEveryMs: value ?? Number.NaN })}
          />
        </div>
        <div>
          <Act
            onClick={() =>
              putPlaces([...places, { id: freeId(places, 'K'), name: { 'zh-CN': '', en: '' } }])
            }
          >
            {words.newKiosk}
          </Act>
        </div>
      </div>
    </Panel>
  );
}

function KioskFields(props: {
  readonly place: Place;
  readonly path: string;
  readonly put: (changes: Parameters<typeof withMembers<Place>>[1]) => void;
  readonly onRemove: () => void;
}): JSX.Element {
  const { place, path, put, onRemove } = props;
  const { t } = useI18n();
  const words = t.adminFields;
  return (
    <div class={cx(styles['stack'])}>
      <TextsEntry
        label={words.kioskPlace}
        path={`${path}.name`}
        value={place.name}
        onChange={(name) => name && put({ name })}
      />
      <div class={cx(styles['grid'])}>
        <TextEntry
          label={words.id}
          path={`${path}.id`}
          value={place.id}
          maxLength={32}
          hint={words.kioskId(place.id)}
          onChange={(id) => put({ id })}
        />
        <TextEntry
          label={words.kioskPrinter}
          path={`${path}.printer`}
          value={place.printer ?? ''}
          maxLength={32}
          hint={words.kioskPrinterHint}
          onChange={(printer) => put({ printer: printer === '' ? undefined : printer })}
        />
      </div>
      <Tick
        label={words.largeSlips}
        value={place.largeSlips ?? false}
        onChange={(on) => put({ largeSlips: on || undefined })}
      />
      <div>
        <Act size="s" icon="cross" onClick={onRemove}>
          {words.remove}
        </Act>
      </div>
    </div>
  );
}
