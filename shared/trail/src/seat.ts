/**
 * What the views of a ticket's life need of the page that shows them: what is looked up, whose hall it is, the
 * time, the language. Words of the life itself are looked up here, so that a page may load them with the views.
 */
import type { ReadonlySignal } from '@preact/signals';
import type { HallProfile } from '@tingxu/contract/hall-profile';
import type { Instant } from '@tingxu/contract/ids';
import type { common } from '@tingxu/i18n/common';
import type { I18n } from '@tingxu/i18n/create-i18n';
import type { problems } from '@tingxu/i18n/problems';
import type { staff } from '@tingxu/i18n/staff';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { TrailModel } from './trail-model.ts';

type Areas = {
  readonly common: typeof common;
  readonly problems: typeof problems;
  readonly staff: typeof staff;
};
export type TrailI18n = I18n<Areas>;

export type TrailSeat = {
  readonly trail: TrailModel;
  readonly profile: ReadonlySignal<HallProfile | null>;
  readonly now: ReadonlySignal<Instant>;
  readonly i18n: TrailI18n;
};

export const TrailContext = createContext<TrailSeat | null>(null);

export const useTrail = (): TrailSeat => {
  const seat = useContext(TrailContext);
  if (!seat) throw new Error('useTrail needs a TrailContext above it');
  return seat;
};
