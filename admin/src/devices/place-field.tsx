/** Where a device stands: what is asked depends on what it is. Rules: AUTH-14. */
import type { DevicePlace } from '@tingxu/contract/identity';
import { CounterId, type HallId, KioskId } from '@tingxu/contract/ids';
import type { DeviceRole } from '@tingxu/contract/roles';
import { SelectField, TextField } from '@tingxu/ui/field';
import type { JSX } from 'preact';
import type { DeviceWords } from './device-looks.ts';
import { useHallPlaces } from './use-hall-places.ts';

/** As it is typed or chosen; empty: nowhere. */
export const placeOf = (role: DeviceRole, typed: string): DevicePlace | null => {
  if (role === 'gateway') return {};
  if (role === 'kiosk') {
    const kiosk = KioskId.safeParse(typed.trim()).data;
    return kiosk === undefined ? null : { kiosk };
  }
  if (role === 'board' && typed === '') return {};
  const counter = CounterId.safeParse(typed.trim()).data;
  return counter === undefined ? null : { counter };
};

export const typedOf = ({ kiosk, counter }: DevicePlace): string => kiosk ?? counter ?? '';

type PlaceFieldProps = {
  readonly words: DeviceWords;
  readonly role: DeviceRole;
  readonly hall: HallId;
  readonly value: string;
  readonly tried: boolean;
  readonly onChange: (value: string) => void;
};

export function PlaceField(props: PlaceFieldProps): JSX.Element | null {
  const { words, role, hall, value, tried, onChange } = props;
  const places = useHallPlaces();
  if (role === 'gateway') return null;
  const error = tried && placeOf(role, value) === null ? words.placeMissing : undefined;
  const shared = { name: 'place', value, error, onInput: onChange };
  if (role === 'kiosk') {
    const kiosks = places.kiosks(hall);
    if (kiosks === null) {
      return <TextField {...shared} label={words.kiosk} hint={words.kioskHint} maxLength={32} />;
    }
    return <SelectField {...shared} label={words.kiosk} options={kiosks} placeholder="—" />;
  }
  const counters = places.counters(hall);
  const label = role === 'board' ? words.boardAt : words.counter;
  if (counters === null) return <TextField {...shared} label={label} maxLength={32} />;
  const named = role === 'board' ? words.onlyCounter : words.counterLabel;
  const options = counters.map((one) => ({ ...one, label: named(one.label) }));
  return (
    <SelectField
      {...shared}
      label={label}
      options={options}
      placeholder={role === 'board' ? words.wholeHall : '—'}
    />
  );
}
