/** Everything the monitor shows and does, for one page. Handed to the components by context. */

import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { HallProfile } from '@tingxu/contract/hall-profile';
import type { HallId, LaneId, StaffId } from '@tingxu/contract/ids';
import type { TicketRow } from '@tingxu/contract/views';
import type { Asker } from '@tingxu/feed-client/ask-hall';
import type { HallFeed } from '@tingxu/feed-client/hall-feed';
import { type ManagerAction, managerRequest } from '@tingxu/feed-client/manager-action';
import { sendCommand } from '@tingxu/feed-client/send-command';
import { createTrailModel, type TrailModel } from '@tingxu/trail/trail-model';
import { byRisk } from '@tingxu/ui/lib/risk';
import { type ActionModel, createActionModel } from './actions/action-model.ts';
import { type Alarm, alarmsOf } from './alarms/alarms.ts';
import { type WatchSettings, watchSettings } from './alarms/watch-settings.ts';
import { type CourseModel, createCourseModel } from './course/course-model.ts';
import { type HallFigures, hallFigures } from './figures/hall-figures.ts';
import type { WatchRole } from './person.ts';
import { followPlace, type Place } from './place.ts';

export type MonitorModel = HallFeed<'supervisor'> & {
  readonly role: WatchRole;
  readonly asker: Asker;
  readonly place: ReadonlySignal<Place>;
  readonly profile: ReadonlySignal<HallProfile | null>;
  readonly figures: ReadonlySignal<HallFigures | null>;
  /** The lane that the waiting list shows; null for all. */
  readonly lane: ReadonlySignal<LaneId | null>;
  readonly waiting: ReadonlySignal<readonly TicketRow[]>;
  readonly missed: ReadonlySignal<readonly TicketRow[]>;
  readonly aside: ReadonlySignal<readonly TicketRow[]>;
  readonly alarms: ReadonlySignal<readonly Alarm[]>;
  readonly settings: WatchSettings;
  /** A narrow screen. */
  readonly phone: ReadonlySignal<boolean>;
  readonly actions: ActionModel;
  readonly trail: TrailModel;
  readonly course: CourseModel;
  showLane(lane: LaneId | null): void;
};

export type MonitorOptions = {
  readonly url: string;
  readonly hall: HallId;
  readonly feed: HallFeed<'supervisor'>;
  readonly role: WatchRole;
  /** Whoever is signed in. */
  readonly staff: StaffId;
  readonly phone: ReadonlySignal<boolean>;
  /** The address's query. */
  readonly search: string;
};

export const createMonitorModel = (options: MonitorOptions): MonitorModel => {
  const { url, hall, feed, role, staff, phone, search } = options;
  const { view, now, live } = feed;
  const settings = watchSettings(search);
  const profile = computed(() => view.value?.profile ?? null);
  const tickets = computed(() => Object.values(view.value?.tickets ?? {}));
  const lane = signal<LaneId | null>(null);
  return {
    ...feed,
    ...{ role, phone, profile, lane },
    asker: { url, hall, role },
    place: followPlace(),
    figures: computed(() => view.value && hallFigures(view.value, now.value)),
    waiting: computed(() => byRisk(tickets.value, profile.value, now.value, lane.value)),
    missed: computed(() => missedFirst(tickets.value)),
    aside: computed(() => asideFirst(tickets.value)),
    settings,
    alarms: computed(() =>
      view.value
        ? alarmsOf(view.value, now.value, settings, feed.devices.value, feed.voice.value)
        : [],
    ),
    showLane: (next) => {
      lane.value = next;
    },
    course: createCourseModel({ url, hall, role, feed }),
    trail: createTrailModel({ url, hall, role, feed }),
    actions: createActionModel({
      send: (action, key) => sendCommand({ ...managerRequest(hall, action), url, role, key }),
      isLive: () => live.value,
      seen: (action) => JSON.stringify(seenOf(feed, action)),
      staff,
    }),
  };
};

/** What the picture shows of the things that the action changes. */
const seenOf = (feed: HallFeed<'supervisor'>, action: ManagerAction): unknown => {
  const view = feed.view.value;
  if (action.type === 'turnQuiet') return feed.voice.value?.quiet;
  if (action.type === 'announce') return feed.voice.value?.asked?.order;
  if (action.type === 'answerCare') return view?.care;
  if ('ticket' in action) return view?.tickets[action.ticket];
  if ('kiosk' in action) return view?.kioskHelp[action.kiosk];
  return 'counter' in action ? view?.counters[action.counter] : view?.day;
};

/** Set aside or at the forms, whose time runs out first on top; no limit is the most. */
const asideFirst = (tickets: readonly TicketRow[]): TicketRow[] =>
  tickets
    .filter(({ state }) => state === 'parked' || state === 'preparing')
    .sort(
      (a, b) =>
        (a.validUntilAt ?? Number.MAX_SAFE_INTEGER) - (b.validUntilAt ?? Number.MAX_SAFE_INTEGER) ||
        a.place - b.place,
    );

/** Missed tickets, those whose time runs out first on top. */
const missedFirst = (tickets: readonly TicketRow[]): TicketRow[] =>
  tickets
    .filter(({ state }) => state === 'missed')
    .sort((a, b) => (a.validUntilAt ?? 0) - (b.validUntilAt ?? 0) || a.place - b.place);
