/** Everything the desk shows and does, for one page. Handed to the components by context. */

import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { KnownCustomer } from '@tingxu/contract/customers';
import type { HallId, Instant, StaffId } from '@tingxu/contract/ids';
import { askCustomer, followCustomer } from '@tingxu/feed-client/customer';
import type { HallFeed } from '@tingxu/feed-client/hall-feed';
import { sendCommand } from '@tingxu/feed-client/send-command';
import { requestOf } from '../commands/request.ts';
import { createRunner, type Outcome, type Runner } from '../commands/runner.ts';
import { shownAfter } from '../commands/shown.ts';
import type { Station } from '../station.ts';
import { type Action, type Intent, named } from './action.ts';
import { type Answer, answerTo, type Refusal } from './answer.ts';
import { ticketAt } from './desk.ts';
import { dialogFor, type OpenDialog } from './open-dialog.ts';
import { createPicture, type Picture } from './picture.ts';

/** A key that could do nothing, as long as nothing has changed since. */
export type Hint = { readonly why: Refusal; readonly at: Instant; readonly seen: string };

export type DeskModel = Picture &
  Pick<HallFeed<'counter'>, 'view' | 'live' | 'now'> & {
    readonly station: Station;
    readonly hint: ReadonlySignal<Hint | null>;
    readonly autoNext: ReadonlySignal<boolean>;
    readonly dialog: ReadonlySignal<OpenDialog | null>;
    /** Whom the ticket at the counter belongs to, as far as the directory knows. */
    readonly customer: ReadonlySignal<KnownCustomer | null>;
    /** How often the teller has asked for the first steps. */
    readonly guideAsked: ReadonlySignal<number>;
    askGuide(): void;
    readonly runner: Pick<Runner, 'pending' | 'outcomes'>;
    setAutoNext(on: boolean): void;
    open(dialog: OpenDialog | null): void;
    press(intent: Intent): void;
    /** What the key would do now; null until the first picture. */
    answer(intent: Intent): Answer | null;
    run(...actions: readonly Action[]): void;
    /** The teller wants to sign out: at once, or asked first while a customer is at the counter. Rules: CTR-15. */
    leave(): void;
    /** Signs out, whatever stands at the counter. */
    signOut(): void;
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
  /** Another teller sits here from now on. */
  readonly onHandOver: (staff: StaffId) => void;
  readonly onSignOut: () => void;
};

/** After the command with which the teller leaves. */
const goOutAfter = (
  last: Outcome | undefined,
  { station, onHandOver, onSignOut }: DeskOptions,
): void => {
  if (last?.kind !== 'done') return;
  const { action } = last;
  if (action.type === 'handOver' && action.staff !== station.staff) onHandOver(action.staff);
  if (action.type === 'finish' && action.afterwards === 'close') onSignOut();
};

/** `seen` is what the picture shows of the things that an action changes. */
const runnerOf = (
  { url, hall, feed, station }: DeskOptions,
  seen: (action: Action) => string,
): Runner =>
  createRunner({
    isLive: () => feed.live.value,
    now: () => feed.clock.value,
    seen,
    send: (action, key) => ({
      shown: shownAfter(() => seen(action)),
      reply: sendCommand({ ...requestOf(hall, station, action), url, role: 'teller', key }),
    }),
  });

/** To be typed again. A customer who was to stay is set aside by then. */
const notHandedOver = (last: Outcome | undefined): OpenDialog | null =>
  last && last.kind !== 'done' && last.action.type === 'handOver'
    ? { kind: 'handOver', refused: last }
    : null;

export const createDeskModel = (options: DeskOptions): DeskModel => {
  const { url, hall, feed, station } = options;
  const { view, live, now } = feed;
  const { counter } = station;
  const autoNext = signal(options.autoNext);
  const picture = createPicture(feed, station, autoNext);
  const { desk, situation } = picture;
  const dialog = signal<OpenDialog | null>(null);
  const guideAsked = signal(0);
  const customer = followCustomer(
    computed(() => ticketAt(desk.value)?.ticket ?? null),
    askCustomer({ url, hall, role: 'teller' }),
  );

  const seen = (action: Action): string => {
    const ticket = 'ticket' in action ? view.value?.tickets[action.ticket] : undefined;
    return JSON.stringify([view.value?.counters[counter], ticket]);
  };
  const runner = runnerOf(options, seen);
  const held = signal<Hint | null>(null);
  const scene = (): string => `${desk.value?.kind} ${ticketAt(desk.value)?.ticket}`;
  const hint = computed(() => (held.value?.seen === scene() ? held.value : null));

  const run = (...actions: readonly Action[]): void => {
    // A hand-over is answered where the number was typed: the dialog stays until the hall has spoken.
    const typed = dialog.value?.kind === 'handOver' && actions.at(-1)?.type === 'handOver';
    if (!typed) dialog.value = null;
    held.value = null;
    if (actions.length === 0) return;
    void runner.run(actions).then(() => {
      const last = runner.outcomes.value.at(-1);
      if (typed) dialog.value = notHandedOver(last);
      goOutAfter(last, options);
    });
  };
  const leave = (): void => {
    const ticket = ticketAt(desk.value);
    held.value = null;
    if (ticket) dialog.value = { kind: 'leave', ticket: named(ticket) };
    else options.onSignOut();
  };
  const answer = (intent: Intent): Answer | null =>
    situation.value && answerTo(intent, situation.value);
  const press = (intent: Intent): void => {
    const said = answer(intent);
    if (!said || runner.pending.value) return;
    if (said.kind === 'do') run(...said.actions);
    else if (said.kind === 'ask') {
      held.value = null;
      dialog.value = dialogFor(intent, ticketAt(desk.value));
    } else held.value = { why: said.why, at: feed.clock.value, seen: scene() };
  };

  return {
    ...picture,
    ...{ view, live, now, station, autoNext, dialog, customer, runner, hint, answer, run, press },
    ...{ guideAsked, leave, signOut: options.onSignOut },
    askGuide: () => {
      dialog.value = null;
      guideAsked.value += 1;
    },
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
