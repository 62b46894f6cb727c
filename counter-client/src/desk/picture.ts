/** What the desk makes of the view of the hall: signals that follow it. */
import { computed, type ReadonlySignal } from '@preact/signals';
import type { TicketRow } from '@tingxu/contract/views';
import type { HallFeed } from '@tingxu/feed-client/hall-feed';
import type { Station } from '../station.ts';
import { type Away, awayTickets } from '../waiting/away-list.ts';
import { type WaitingList, waitingList } from '../waiting/waiting-list.ts';
import { type WhyNext, whyNext } from '../waiting/why-next.ts';
import { arrivalOf } from './arrival.ts';
import { type Desk, deskOf } from './desk.ts';
import { ownProfile, type Situation } from './situation.ts';

export type Picture = {
  readonly desk: ReadonlySignal<Desk | null>;
  readonly waiting: ReadonlySignal<WaitingList>;
  readonly away: ReadonlySignal<readonly Away[]>;
  /** Why the first of the list is next; null when nobody is. */
  readonly why: ReadonlySignal<WhyNext | null>;
  /** Somebody who came while the desk had nobody to call. */
  readonly arrival: ReadonlySignal<TicketRow | null>;
  /** Null until the first view. */
  readonly situation: ReadonlySignal<Situation | null>;
};

const NOBODY: WaitingList = { own: [], others: [] };

export const createPicture = (
  { view, live, now }: Pick<HallFeed<'counter'>, 'view' | 'live' | 'now'>,
  station: Station,
  autoNext: ReadonlySignal<boolean>,
): Picture => {
  const desk = computed(() => view.value && deskOf(view.value, station));
  const waiting = computed(() =>
    view.value ? waitingList(view.value, station.counter, now.value) : NOBODY,
  );
  const situation = computed((): Situation | null => {
    if (!view.value || !desk.value) return null;
    return {
      ...{ desk: desk.value, view: view.value, station },
      ...{ at: now.value, live: live.value, autoNext: autoNext.value },
    };
  });
  const why = computed(() => {
    const counter = situation.value && ownProfile(situation.value);
    if (!counter || !view.value) return null;
    return whyNext({ view: view.value, counter, at: now.value }, waiting.value.own);
  });
  return {
    ...{ desk, waiting, situation, why },
    away: computed(() => (view.value ? awayTickets({ view: view.value, station }) : [])),
    arrival: computed(() => arrivalOf(desk.value, waiting.value.own)),
  };
};
