/** Everything the desk shows and does, for one page. Handed to the components by context. */

import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { HallId } from '@tingxu/contract/ids';
import type { TicketRow } from '@tingxu/contract/views';
import type { HallFeed } from '@tingxu/feed-client/hall-feed';
import { sendCommand } from '@tingxu/feed-client/send-command';
import { requestOf } from '../commands/request.ts';
import { createRunner, type Runner } from '../commands/runner.ts';
import { shownAfter } from '../commands/shown.ts';
import type { Station } from '../station.ts';
import { missedTickets, type WaitingList, waitingList } from '../waiting/waiting-list.ts';
import { type Action, type Intent, mainActions, type Named, otherActions } from './action.ts';
import { arrivalOf } from './arrival.ts';
import { type Desk, deskOf } from './desk.ts';

export type OpenDialog =
  | { readonly kind: 'pause' | 'close' | 'keys' }
  | { readonly kind: 'cancel'; readonly ticket: Named };

export type DeskModel = Pick<HallFeed<'counter'>, 'view' | 'live' | 'now'> & {
  readonly station: Station;
  readonly desk: ReadonlySignal<Desk | null>;
  readonly waiting: ReadonlySignal<WaitingList>;
  readonly missed: ReadonlySignal<readonly TicketRow[]>;
  /** Somebody who came while the desk had nobody to call. */
  readonly arrival: ReadonlySignal<TicketRow | null>;
  readonly autoNext: ReadonlySignal<boolean>;
  readonly dialog: ReadonlySignal<OpenDialog | null>;
  readonly runner: Pick<Runner, 'pending' | 'outcomes'>;
  setAutoNext(on: boolean): void;
  open(dialog: OpenDialog | null): void;
  press(intent: Intent): void;
  run(...actions: readonly Action[]): void;
  /** True while nothing that an unconfirmed action would change has moved. */
  mayResend(action: Action, seen: string): boolean;
};

export type DeskOptions = {
  readonly url: string;
  readonly hall: HallId;
  readonly feed: HallFeed<'counter'>;
  readonly station: Station;
  readonly autoNext: boolean;
  readonly onAutoNext: (on: boolean) => void;
};

const NOBODY: WaitingList = { own: [], others: [] };

export const createDeskModel = (options: DeskOptions): DeskModel => {
  const { url, hall, feed, station } = options;
  const { view, live, now } = feed;
  const { counter, staff } = station;
  const desk = computed(() => view.value && deskOf(view.value, station));
  const waiting = computed(() =>
    view.value ? waitingList(view.value, counter, now.value) : NOBODY,
  );
  const autoNext = signal(options.autoNext);
  const dialog = signal<OpenDialog | null>(null);

  const seen = (action: Action): string => {
    const ticket = 'ticket' in action ? view.value?.tickets[action.ticket] : undefined;
    return JSON.stringify([view.value?.counters[counter], ticket]);
  };
  const runner = createRunner({
    isLive: () => live.value,
    now: () => feed.clock.value,
    seen,
    send: (action, key) => ({
      shown: shownAfter(() => seen(action)),
      reply: sendCommand({
        ...requestOf(hall, station, action),
        url,
        role: 'teller',
        staff,
        key,
      }),
    }),
  });
  const run = (...actions: readonly Action[]): void => {
    dialog.value = null;
    if (actions.length > 0) void runner.run(actions);
  };
  const press = (intent: Intent): void => {
    if (!desk.value) return;
    const actions =
      intent === 'main'
        ? mainActions(desk.value, autoNext.value)
        : otherActions(intent, desk.value, now.value);
    if (actions === 'ask') dialog.value = askFor(intent);
    else if (actions) run(...actions);
  };

  return {
    ...{ view, live, now, station, desk, waiting, autoNext, dialog, run, press },
    runner,
    missed: computed(() => (view.value ? missedTickets(view.value) : [])),
    arrival: computed(() => arrivalOf(desk.value, waiting.value.own)),
    setAutoNext: (on) => {
      autoNext.value = on;
      options.onAutoNext(on);
    },
    open: (next) => {
      dialog.value = next;
    },
    mayResend: (action, before) => live.value && seen(action) === before,
  };
};

const askFor = (intent: Intent): OpenDialog | null =>
  intent === 'pause' || intent === 'close' || intent === 'keys' ? { kind: intent } : null;
