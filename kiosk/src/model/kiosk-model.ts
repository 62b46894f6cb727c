/** One customer after another: what is on the screen and what each touch does. */

import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { CommandId, Instant, LaneId, ServiceId, TicketLink } from '@tingxu/contract/ids';
import type { HallProfile } from '@tingxu/contract/views';
import type { FeedStatus } from '@tingxu/feed-client/follow';
import type { HallFeed } from '@tingxu/feed-client/hall-feed';
import type { CommandOutcome } from '@tingxu/feed-client/send-command';
import { type NotIssuing, notIssuing } from '@tingxu/ui/lib/not-issuing';
import type { KioskCommands, Wanted } from './commands.ts';
import { conditionOf } from './condition.ts';
import { createDress, type Dress } from './dress.ts';
import { eraseKey, numberOf, refusalOf, typeKey } from './entry.ts';
import { createIdle } from './idle.ts';
import { type LaneOffer, laneOffers, type ServiceOffer, serviceOffers } from './offers.ts';
import { type Screen, type Sending, type Shown, shownOf } from './screen.ts';

/** A wait that a person notices. Units: ms. */
const SLOW_MS = 900;
/** Large letters and speech take their time. Units: ms. Source: ACC-04. */
const SLOW_IDLE_MS = 90_000;
/** A ticket is read, photographed and taken to somebody before it goes. Units: ms. Source: ACC-04. */
const TICKET_IDLE_MS = 120_000;

export type KioskModel = Dress & {
  readonly shown: ReadonlySignal<Shown>;
  readonly connection: ReadonlySignal<FeedStatus>;
  /** Why no number can be had, though the hall is open. */
  readonly notIssuing: ReadonlySignal<NotIssuing | null>;
  /** The server's clock in whole seconds. */
  readonly now: ReadonlySignal<Instant>;
  readonly profile: ReadonlySignal<HallProfile | null>;
  readonly services: ReadonlySignal<readonly ServiceOffer[]>;
  readonly lanes: ReadonlySignal<readonly LaneOffer[]>;
  /** Seconds until the screen goes back to its start, while it warns. */
  readonly left: ReadonlySignal<number | null>;
  /** The page of a ticket on its holder's phone. Rules: LINK-1. */
  phonePage(link: TicketLink): string;
  chooseService(service: ServiceId): void;
  chooseLane(lane: LaneId): void;
  tryAgain(): void;
  openEntry(): void;
  press(key: string): void;
  erase(): void;
  submit(): void;
  help(): void;
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
  /** Units: ms. */
  readonly idleMs: number;
  /** The language of the visit differs from the hall's. */
  readonly otherLanguage: () => boolean;
  /** Origin of the ticket's page on a phone. */
  readonly phones: string;
  /** A visit is over: the next customer finds the hall's language. */
  readonly onStartOver: () => void;
};

const START: Screen = { kind: 'services' };

export const createKioskModel = (options: KioskModelOptions): KioskModel => {
  const { feed, commands } = options;
  const screen = signal<Screen>(START);
  const { dress, dressed, slow, undress } = createDress(() => idle.touch());
  const helping = signal(false);
  const condition = computed(() => conditionOf(feed.value));
  const view = computed(() => feed.value.view);
  const services = computed(() => (view.value ? serviceOffers(view.value) : []));
  const lanes = computed(() => (view.value ? laneOffers(view.value) : []));
  const show = (next: Screen): void => {
    screen.value = next;
    helping.value = false;
    idle.touch();
  };
  const startOver = (): void => {
    undress();
    options.onStartOver();
    show(START);
  };
  const idle = createIdle({
    active: () => isVisit(screen.value) || helping.value || dressed() || options.otherLanguage(),
    limitMs: () => limitOf(screen.value, options.idleMs, slow()),
    onEnd: startOver,
  });

  const take = taking(screen, commands, show);
  return {
    phonePage: (link) => `${options.phones}/t/#${link}`,
    shown: computed<Shown>(() =>
      helping.value ? { kind: 'help' } : shownOf(screen.value, condition.value),
    ),
    connection: computed(() => feed.value.status),
    notIssuing: computed(() => (view.value ? notIssuing(view.value) : null)),
    now: options.now,
    profile: computed(() => view.value?.profile ?? null),
    ...dress,
    ...{ services, lanes, left: idle.left, touch: idle.touch, startOver },
    chooseService: (service) => {
      if (screen.value.kind !== 'services') return;
      const [only] = lanes.value;
      if (lanes.value.length > 1) show({ kind: 'lanes', service });
      else void take({ service, lane: only?.lane ?? null, declared: only?.declared ?? false });
    },
    chooseLane: (lane) => {
      if (screen.value.kind !== 'lanes') return;
      const declared = lanes.value.some((offer) => offer.lane === lane && offer.declared);
      void take({ service: screen.value.service, lane, declared });
    },
    tryAgain: () => {
      if (screen.value.kind === 'failed') void take(screen.value.wanted);
    },
    ...entryActions(screen, commands, show),
    help: () => {
      helping.value = true;
      idle.touch();
    },
    back: () => show(helping.value ? screen.value : START),
    close: idle.close,
  };
};

const limitOf = ({ kind }: Screen, idleMs: number, slow: boolean): number => {
  const limitMs = slow ? Math.max(SLOW_IDLE_MS, idleMs * 2) : idleMs;
  return kind === 'ticket' || kind === 'returned' ? Math.max(TICKET_IDLE_MS, limitMs) : limitMs;
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

type EntryActions = Pick<KioskModel, 'openEntry' | 'press' | 'erase' | 'submit'>;

const entryActions = (
  screen: { value: Screen },
  commands: KioskCommands,
  show: (next: Screen) => void,
): EntryActions => {
  const edit = (change: (typed: string) => string): void => {
    if (screen.value.kind !== 'entry') return;
    show({ kind: 'entry', typed: change(screen.value.typed) });
  };
  const comeBack = async (typed: string): Promise<void> => {
    const number = numberOf(typed);
    if (!number) return;
    const outcome = await untilKnown(
      (key) => commands.comeBack(number, key),
      screen,
      (sending) => ({
        kind: 'returning',
        ...{ number, sending },
      }),
    );
    if (!outcome) return;
    if (outcome.ok) show({ kind: 'returned', ticket: outcome.reply.ticket });
    else if (outcome.reason === 'unreadable') show({ kind: 'untold' });
    else show({ kind: 'refusal', number, refusal: refusalOf(outcome.problem) });
  };
  return {
    openEntry: () => show({ kind: 'entry', typed: '' }),
    press: (key) => edit((typed) => typeKey(typed, key)),
    erase: () => edit(eraseKey),
    submit: () => {
      if (screen.value.kind === 'entry') void comeBack(screen.value.typed);
    },
  };
};

type Known<T> = Exclude<CommandOutcome<T>, { reason: 'unreachable' }>;

/**
 * Asks with one key until the outcome is known, however long the line is cut; null when the customer
 * has gone meanwhile. So two touches or a lost answer never make two tickets. Rules: JRN-4.
 */
const untilKnown = async <T>(
  send: (key?: CommandId) => Promise<CommandOutcome<T>>,
  screen: { value: Screen },
  waiting: (sending: Sending) => Screen,
): Promise<Known<T> | null> => {
  let mine = waiting('sent');
  screen.value = mine;
  const say = (sending: Sending): void => {
    if (screen.value !== mine) return;
    mine = waiting(sending);
    screen.value = mine;
  };
  const slow = setTimeout(() => say('slow'), SLOW_MS);
  let outcome = await send();
  clearTimeout(slow);
  while (!outcome.ok && outcome.reason === 'unreachable' && screen.value === mine) {
    say('unsure');
    outcome = await send(outcome.key);
  }
  const gone = screen.value !== mine;
  return gone || (!outcome.ok && outcome.reason === 'unreachable') ? null : outcome;
};
