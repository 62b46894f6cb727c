/** One customer after another at one counter: what is asked, and what comes of the touch. */
import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { HallProfile } from '@tingxu/contract/hall-profile';
import type { CounterId, HallId, Instant } from '@tingxu/contract/ids';
import type { RatingScore } from '@tingxu/contract/rating';
import { RatingReply } from '@tingxu/contract/rest';
import {
  type CommandRunner,
  type CommandRunnerOptions,
  createCommandRunner,
} from '@tingxu/feed-client/command-runner';
import type { FeedStatus } from '@tingxu/feed-client/follow';
import type { HallFeed } from '@tingxu/feed-client/hall-feed';
import { sendCommand } from '@tingxu/feed-client/send-command';
import { type Shown, shownOf, type Told } from './shown.ts';

/** Long enough to be read, short enough for whoever comes next. Units: ms. */
const TOLD_MS = 5_000;

export type Vote = { readonly askedAt: Instant; readonly score: RatingScore };

export type PadModel = {
  readonly shown: ReadonlySignal<Shown>;
  readonly connection: ReadonlySignal<FeedStatus>;
  readonly profile: ReadonlySignal<HallProfile | null>;
  readonly counter: CounterId | null;
  /** The choice that is on its way. */
  readonly pending: ReadonlySignal<RatingScore | null>;
  /** The last try did not reach the hall, or nobody knows whether it did. */
  readonly unsent: ReadonlySignal<boolean>;
  rate(score: RatingScore): Promise<void>;
};

export type PadOptions = {
  readonly feed: HallFeed<'pad'>;
  readonly counter: CounterId | null;
  readonly send: CommandRunnerOptions<Vote, RatingReply>['send'];
  /** Told when the customer has gone. */
  readonly onLeft: () => void;
};

export const sendVote =
  (url: string, hall: HallId, counter: CounterId | null): PadOptions['send'] =>
  (body, key) =>
    sendCommand({
      ...{ url, key, role: 'pad', body, replySchema: RatingReply },
      path: `/api/v1/halls/${hall}/counters/${counter}/rating`,
    });

/** Whether the customer of a question is still before the pad. */
const isSomebody = ({ kind }: Shown): boolean =>
  kind === 'asking' || kind === 'thanks' || kind === 'gone';

export const createPadModel = ({ feed, counter, send, onLeft }: PadOptions): PadModel => {
  const told = signal<Told | null>(null);
  const sending = signal<Instant | null>(null);
  const shown = computed(() =>
    shownOf({
      ...{ state: feed.state.value, now: feed.clock.value },
      ...{ counter, told: told.value, sending: sending.value },
    }),
  );
  const question = computed(() => (shown.value.kind === 'asking' ? shown.value.askedAt : null));
  const commands: CommandRunner<Vote, RatingReply> = createCommandRunner({
    send,
    isLive: () => feed.live.value,
    seen: ({ askedAt }) => String(askedAt),
  });
  // Another question begins with nothing of the one before.
  effect(() => {
    if (question.value !== null) commands.dismiss();
  });
  let here = false;
  effect(() => {
    const now = isSomebody(shown.value);
    if (here && !now) onLeft();
    here = now;
  });
  const tell = (kind: Told['kind'], askedAt: Instant): void => {
    told.value = { kind, askedAt, untilAt: feed.clock.peek() + TOLD_MS };
  };
  return {
    ...{ shown, counter },
    connection: computed(() => feed.state.value.status),
    profile: computed(() => feed.view.value?.profile ?? null),
    pending: computed(() => commands.pending.value?.score ?? null),
    unsent: computed(() => {
      const { kind } = commands.outcome.value ?? {};
      return kind === 'unknown' || kind === 'not-sent';
    }),
    async rate(score) {
      const askedAt = question.peek();
      if (askedAt === null || sending.peek() !== null) return;
      // After a try without an answer a refusal means that the try had come.
      const maybeGiven = commands.outcome.peek()?.kind === 'unknown';
      sending.value = askedAt;
      const became = await commands.run({ askedAt, score });
      batch(() => {
        sending.value = null;
        if (became?.kind === 'done') tell('thanks', askedAt);
        if (became?.kind === 'refused') tell(maybeGiven ? 'thanks' : 'gone', askedAt);
      });
    },
  };
};
