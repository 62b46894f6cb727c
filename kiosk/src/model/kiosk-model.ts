/** One customer after another: what is on the screen and what each touch does. */

import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { DeviceId } from '@tingxu/contract/devices';
import type { HallProfile } from '@tingxu/contract/hall-profile';
import type {
  Instant,
  KioskId,
  LaneId,
  ServiceId,
  TicketLink,
  TicketNumber,
} from '@tingxu/contract/ids';
import type { Notice } from '@tingxu/contract/notices';
import type { GroupId } from '@tingxu/contract/service-look';
import type { DayRow, KioskView } from '@tingxu/contract/views';
import type { FeedStatus } from '@tingxu/feed-client/follow';
import type { HallFeed } from '@tingxu/feed-client/hall-feed';
import { type NotIssuing, notIssuing, opensAfter } from '@tingxu/ui/lib/not-issuing';
import { type Arrivals, createArrivals } from './arrivals.ts';
import type { CardShown, KioskCommands, Wanted } from './commands.ts';
import { type Condition, conditionOf } from './condition.ts';
import { createDress, type Dress } from './dress.ts';
import { createHelp, type Help, type HelpState } from './help.ts';
import { createIdle } from './idle.ts';
import { noticesAt } from './notices.ts';
import {
  type GroupOffer,
  groupOffers,
  type LaneOffer,
  laneOffers,
  type ServiceOffer,
  serviceOffers,
} from './offers.ts';
import { type Paper, paperOf } from './paper.ts';
import { type Screen, type Shown, shownOf } from './screen.ts';
import { untilKnown } from './until-known.ts';

/** Large letters and speech take their time. Units: ms. Source: ACC-04. */
const SLOW_IDLE_MS = 90_000;
/** A ticket is read, photographed and taken to somebody before it goes. Units: ms. Source: ACC-04. */
const TICKET_IDLE_MS = 120_000;

export type KioskModel = Dress &
  Arrivals & {
    readonly shown: ReadonlySignal<Shown>;
    readonly connection: ReadonlySignal<FeedStatus>;
    /** Why no number can be had, though the hall is open. */
    readonly notIssuing: ReadonlySignal<NotIssuing | null>;
    /** When a closed hall opens; null where nobody knows. Rules: HOURS-13. */
    readonly opensAt: ReadonlySignal<Instant | null>;
    /** The server's clock in whole seconds. */
    readonly now: ReadonlySignal<Instant>;
    readonly profile: ReadonlySignal<HallProfile | null>;
    readonly services: ReadonlySignal<readonly ServiceOffer[]>;
    readonly lanes: ReadonlySignal<readonly LaneOffer[]>;
    /** Rules: ISSUE-6. */
    readonly groups: ReadonlySignal<readonly GroupOffer[]>;
    /** What the hall tells everybody here. Rules: TELL-1. */
    readonly notices: ReadonlySignal<readonly Notice[]>;
    readonly day: ReadonlySignal<DayRow | null>;
    /** The card that was read in this visit. Rules: CARD-4. */
    readonly card: ReadonlySignal<CardShown | null>;
    /** Its reader has read a card; whoever lays one on it before a ticket of somebody else begins anew. */
    showCard(card: CardShown): void;
    /** Seconds until the screen goes back to its start, while it warns. */
    readonly left: ReadonlySignal<number | null>;
    /** Whether the ticket comes on paper, too; null for a kiosk without a printer. Rules: SLIP-1. */
    paper(number: TicketNumber): Paper | null;
    /** The page of a ticket on its holder's phone. Rules: LINK-1. */
    phonePage(link: TicketLink): string;
    chooseGroup(group: GroupId): void;
    chooseService(service: ServiceId): void;
    /** Null where there is none to choose. */
    chooseLane(lane: LaneId | null): void;
    tryAgain(): void;
    /** Asks for a person. Rules: HELP-1. */
    help(): void;
    /** What has become of that. */
    readonly helpState: ReadonlySignal<HelpState>;
    takeHelpBack(): void;
    back(): void;
    /** The start, as every customer finds it. */
    startOver(): void;
    /** Somebody is there. */
    touch(): void;
    close(): void;
  };

export type KioskModelOptions = {
  readonly feed: HallFeed<'kiosk'>['state'];
  readonly now: HallFeed<'kiosk'>['clock'];
  readonly commands: KioskCommands;
  readonly kiosk: KioskId;
  /** Units: ms. */
  readonly idleMs: number;
  /** The language of the visit differs from the hall's. */
  readonly otherLanguage: () => boolean;
  /** The hall's devices, and which of them prints for this kiosk. */
  readonly devices: HallFeed<'kiosk'>['devices'];
  readonly printer: ReadonlySignal<DeviceId | null>;
  /** Origin of the ticket's page on a phone. */
  readonly phones: string;
  /** A visit is over: the next customer finds the hall's language. */
  readonly onStartOver: () => void;
};

const START: Screen = { kind: 'services' };
/** Screens on which a card belongs to whoever stands there. */
const CHOOSING: readonly string[] = ['services', 'group', 'lanes'];

export const createKioskModel = (options: KioskModelOptions): KioskModel => {
  const { feed, commands } = options;
  const screen = signal<Screen>(START);
  const { dress, dressed, slow, undress } = createDress(() => idle.touch());
  const helping = signal(false);
  const card = signal<CardShown | null>(null);
  const condition = computed(() => conditionOf(feed.value));
  const view = computed(() => feed.value.view);
  const offered = offeredIn(view);
  const show = (next: Screen): void => {
    screen.value = next;
    helping.value = false;
    idle.touch();
  };
  const help = helpOf(options, condition, () => {
    if (helping.peek()) show(screen.peek());
  });
  const startOver = (): void => {
    undress();
    card.value = null;
    help.forget();
    options.onStartOver();
    show(START);
  };
  const idle = createIdle({
    active: () =>
      isVisit(screen.value) ||
      helping.value ||
      card.value !== null ||
      dressed() ||
      options.otherLanguage(),
    limitMs: () => limitOf(helping.value ? 'help' : screen.value.kind, options.idleMs, slow()),
    onEnd: startOver,
  });

  const send = taking(screen, commands, show);
  return {
    paper: (number) => paperOf(options.devices.value, options.printer.value, number),
    phonePage: (link) => `${options.phones}/t/#${link}`,
    shown: computed<Shown>(() =>
      helping.value ? { kind: 'help' } : shownOf(screen.value, condition.value),
    ),
    connection: computed(() => feed.value.status),
    notIssuing: computed(() => (view.value ? notIssuing(view.value) : null)),
    opensAt: computed(() => view.value && opensAfter(view.value.day, options.now.value)),
    now: options.now,
    ...dress,
    ...offered,
    ...{ left: idle.left, touch: idle.touch, startOver, card },
    showCard: (read) => {
      if (screen.value.kind === 'taking') return;
      if (!CHOOSING.includes(screen.value.kind)) startOver();
      card.value = read;
      idle.touch();
    },
    ...choosing({ screen, card, ...offered, show, send }),
    ...createArrivals({ screen, commands, show, startOver, now: () => options.now.peek() }),
    helpState: help.state,
    takeHelpBack: help.takeBack,
    help: () => {
      helping.value = true;
      idle.touch();
      help.ask();
    },
    back: () => show(helping.value ? screen.value : START),
    close: () => {
      idle.close();
      help.close();
    },
  };
};

type Choosing = Pick<KioskModel, 'chooseGroup' | 'chooseService' | 'chooseLane' | 'tryAgain'>;

/** From the first touch to the command. Rules: CARD-4. */
const choosing = (parts: {
  readonly screen: { readonly value: Screen };
  readonly card: ReadonlySignal<CardShown | null>;
  readonly services: KioskModel['services'];
  readonly lanes: KioskModel['lanes'];
  readonly show: (next: Screen) => void;
  readonly send: (wanted: Wanted) => Promise<void>;
}): Choosing => {
  const { screen, card, services, lanes, show, send } = parts;
  const take = (wanted: Wanted): Promise<void> =>
    send(card.value ? { ...wanted, card: card.value } : wanted);
  return {
    chooseGroup: (group) => screen.value.kind === 'services' && show({ kind: 'group', group }),
    chooseService: (service) => {
      if (screen.value.kind !== 'services' && screen.value.kind !== 'group') return;
      const [only] = lanes.value;
      const { documents = [] } = services.value.find((row) => row.service === service) ?? {};
      // What must be brought is told before the number is taken. Rules: ISSUE-5.
      if (lanes.value.length > 1 || documents.length > 0) show({ kind: 'lanes', service });
      else if (card.value) void take({ service, lane: null, declared: false });
      else void take({ service, lane: only?.lane ?? null, declared: only?.declared ?? false });
    },
    chooseLane: (lane) => {
      if (screen.value.kind !== 'lanes') return;
      const declared = lanes.value.some((offer) => offer.lane === lane && offer.declared);
      // Instead of everybody's lane the card may open another one. Rules: LANE-5.
      const byCard = card.value !== null && lane === lanes.value[0]?.lane;
      void take({ service: screen.value.service, lane: byCard ? null : lane, declared });
    },
    tryAgain: () => {
      if (screen.value.kind === 'failed') void send(screen.value.wanted);
    },
  };
};

/** What the hall offers and tells. */
const offeredIn = (view: ReadonlySignal<KioskView | null>) => {
  const services = computed(() => (view.value ? serviceOffers(view.value) : []));
  const profile = computed(() => view.value?.profile ?? null);
  return {
    services,
    profile,
    lanes: computed(() => (view.value ? laneOffers(view.value) : [])),
    groups: computed(() => groupOffers(profile.value, services.value)),
    notices: computed(() => noticesAt(profile.value)),
    day: computed(() => view.value?.day ?? null),
  };
};

/** A call for a person is asked of an open hall alone. Rules: HELP-1. */
const helpOf = (
  { kiosk, commands, feed }: KioskModelOptions,
  condition: ReadonlySignal<Condition>,
  onEnd: () => void,
): Help => {
  const reachable = (): boolean => condition.value === 'open';
  const row = computed(() => (reachable() && feed.value.view?.kioskHelp[kiosk]) || null);
  return createHelp({ kiosk, commands, row, reachable, onEnd });
};

/** Whoever waits for a person or reads a ticket stands still. */
const LONG: readonly string[] = ['ticket', 'help'];

const limitOf = (kind: Screen['kind'] | 'help', idleMs: number, slow: boolean): number => {
  const limitMs = slow ? Math.max(SLOW_IDLE_MS, idleMs * 2) : idleMs;
  return LONG.includes(kind) ? Math.max(TICKET_IDLE_MS, limitMs) : limitMs;
};

const taking =
  (screen: { value: Screen }, commands: KioskCommands, show: (next: Screen) => void) =>
  async (wanted: Wanted): Promise<void> => {
    const outcome = await untilKnown(
      (key) => commands.issue(wanted, key),
      screen,
      (sending) => ({ kind: 'taking', ...{ wanted, sending } }),
    );
    if (!outcome) return;
    if (outcome.ok) show({ kind: 'ticket', issued: outcome.reply });
    else if (outcome.reason === 'unreadable') show({ kind: 'untold' });
    else show({ kind: 'failed', wanted, code: outcome.problem.code });
  };

/** A start screen in the hall's own dress needs no end. */
const isVisit = (screen: Screen): boolean =>
  screen.kind !== 'services' && !(screen.kind === 'taking' && screen.sending !== 'unsure');
