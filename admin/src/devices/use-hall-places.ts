/** The places of the hall whose pages these are, as its configuration has them; those of others are typed. */
import type { HallId } from '@tingxu/contract/ids';
import { useAdmin } from '../admin-context.tsx';
import { useI18n } from '../texts.ts';

type Option = { readonly value: string; readonly label: string };

export type HallPlaces = {
  /** Null where nobody knows them here. */
  counters(hall: HallId): readonly Option[] | null;
  kiosks(hall: HallId): readonly Option[] | null;
  /** How a counter is called. */
  labelOf(hall: HallId, counter: string): string;
};

export const useHallPlaces = (): HallPlaces => {
  const { hall: here, reply } = useAdmin();
  const { pick } = useI18n();
  const config = reply.value?.config;
  const of = (hall: HallId) => (hall === here ? config : undefined);
  return {
    counters: (hall) => of(hall)?.counters.map(({ id, label }) => ({ value: id, label })) ?? null,
    kiosks: (hall) => {
      const places = of(hall)?.kiosks?.places ?? [];
      if (places.length === 0) return null;
      return places.map(({ id, name }) => ({ value: id, label: `${id} · ${pick(name)}` }));
    },
    labelOf: (hall, counter) =>
      of(hall)?.counters.find(({ id }) => id === counter)?.label ?? counter,
  };
};
