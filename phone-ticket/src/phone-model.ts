/** Everything the page shows and does. Handed to the components by context. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { RatingScore } from '@tingxu/contract/rating';
import { TicketReply, VisitRatingReply } from '@tingxu/contract/rest';
import type { PhoneRow } from '@tingxu/contract/views';
import { type CommandRunner, createCommandRunner } from '@tingxu/feed-client/command-runner';
import type { HallFeed } from '@tingxu/feed-client/hall-feed';
import { sendCommand } from '@tingxu/feed-client/send-command';
import { type End, endOf, stillEnded } from './ended.ts';
import type { Linked } from './link.ts';
import { isSetBack, type Standing, standingAfter } from './set-back.ts';
import { callKey, type Stage, stageOf } from './stage.ts';

export type PhoneAction = 'return' | 'cancel';

export type PhoneModel = HallFeed<'phone'> & {
  readonly stage: ReadonlySignal<Stage>;
  /** How the visit has ended; null until it has. */
  readonly end: ReadonlySignal<End | null>;
  /** Whether more people are ahead than this page has told before. Rules: LINK-3. */
  readonly setBack: ReadonlySignal<boolean>;
  readonly commands: CommandRunner<PhoneAction, TicketReply>;
  /** The vote of the visit. Rules: RATE-6. */
  readonly votes: CommandRunner<RatingScore, VisitRatingReply>;
  /** Whether the holder is asked if they are sure. */
  readonly leaving: ReadonlySignal<boolean>;
  askToLeave(): void;
  stay(): void;
  act(action: PhoneAction): Promise<void>;
};

export type PhoneOptions = {
  readonly url: string;
  readonly linked: Linked;
  readonly feed: HallFeed<'phone'>;
  /** Told once of each call and recall. */
  readonly onCall: (row: PhoneRow) => void;
};

const BODIES = { return: {}, cancel: { reason: 'cancelled-by-customer' } } as const;

export const createPhoneModel = ({ url, linked, feed, onCall }: PhoneOptions): PhoneModel => {
  const { hall, ticket, link } = linked;
  const last = signal<PhoneRow | null>(null);
  const leaving = signal(false);
  const stage = computed(() => stageOf(feed.state.value, last.value));
  effect(() => {
    const row = feed.view.value?.ticket;
    if (row) last.value = row;
  });
  const standing = signal<Standing | null>(null);
  effect(() => {
    const { view } = feed;
    if (view.value) standing.value = standingAfter(standing.peek(), view.value.ticket);
  });
  const end = signal<End | null>(null);
  effect(() => {
    end.value = endOfStage(stage.value, feed.view.value?.day.open ?? false, end.peek());
  });
  let told: string | null = null;
  effect(() => {
    const key = callKey(stage.value);
    if (key !== null && key !== told && stage.value.kind === 'called') onCall(stage.value.row);
    told = key;
  });
  const commands = createCommandRunner<PhoneAction, TicketReply>({
    send: (action, key) =>
      sendCommand({
        ...{ url, key, role: 'phone', ticketLink: link, body: BODIES[action] },
        path: `/api/v1/halls/${hall}/tickets/${ticket}/${action}`,
        replySchema: TicketReply,
      }),
    isLive: () => feed.live.value,
    seen: () => JSON.stringify(feed.view.value?.ticket?.state ?? null),
  });
  const votes = createCommandRunner<RatingScore, VisitRatingReply>({
    send: (score, key) =>
      sendCommand({
        ...{ url, key, role: 'phone', ticketLink: link, body: { score } },
        path: `/api/v1/halls/${hall}/tickets/${ticket}/rating`,
        replySchema: VisitRatingReply,
      }),
    isLive: () => feed.live.value,
    seen: () => JSON.stringify(feed.view.value?.rating ?? null),
  });
  return {
    ...feed,
    ...{ stage, end, commands, votes, leaving },
    setBack: computed(() => isSetBack(standing.value)),
    askToLeave: () => {
      leaving.value = true;
    },
    stay: () => {
      leaving.value = false;
    },
    act: async (action) => {
      leaving.value = false;
      await commands.run(action);
    },
  };
};

const endOfStage = (stage: Stage, open: boolean, before: End | null): End | null => {
  if (stage.kind === 'rating') return 'served';
  if (stage.kind === 'over') return stillEnded(endOf(stage.row, stage.rating, open), before);
  return stage.kind === 'connecting' ? before : null;
};
