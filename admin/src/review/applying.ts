/** Puts the draft in force, or withdraws a plan: one command at a time, pending, then the outcome. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ConfigurationReply } from '@tingxu/contract/configuration-rest';
import type { CommandId } from '@tingxu/contract/ids';
import type { Problem } from '@tingxu/contract/problem';
import { same } from '../draft/draft-config.ts';
import type { DraftModel } from '../draft/draft-model.ts';
import type { Changed, ConfigurationClient, When } from '../server/configuration-client.ts';

type Done =
  | { readonly kind: 'applied' | 'planned'; readonly version: number }
  | { readonly kind: 'withdrawn' };
export type Became = { readonly id: number } & (
  | Done
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** Nobody knows whether it happened; the same try again tells. */
  | { readonly kind: 'unconfirmed' }
  | { readonly kind: 'unreadable' }
);

export type Applying = {
  readonly pending: ReadonlySignal<boolean>;
  readonly became: ReadonlySignal<Became | null>;
  apply(): Promise<void>;
  withdraw(basedOn: number): Promise<void>;
  dismiss(): void;
};

export type ApplyingOptions = {
  readonly client: Pick<ConfigurationClient, 'change' | 'withdraw'>;
  readonly draft: DraftModel;
  readonly when: Signal<When>;
  readonly refresh: () => Promise<void>;
};

/** What was tried without an answer: the same try keeps its key, so that it happens once. Rules: JRN-4. */
type Unanswered = { readonly wanted: unknown; readonly key: CommandId };

export const createApplying = ({ client, draft, when, refresh }: ApplyingOptions): Applying => {
  const pending = signal(false);
  const became = signal<Became | null>(null);
  let told = 0;
  let unanswered: Unanswered | null = null;

  const run = async (
    send: () => Promise<Changed>,
    done: (reply: ConfigurationReply) => Done,
  ): Promise<Changed | null> => {
    if (pending.value) return null;
    pending.value = true;
    const outcome = await send();
    told += 1;
    const id = told;
    if (outcome.ok) became.value = { id, ...done(outcome.reply) };
    else if (outcome.reason === 'refused') {
      became.value = { id, kind: 'refused', problem: outcome.problem };
    } else {
      const kind = outcome.reason === 'unreachable' ? 'unconfirmed' : 'unreadable';
      became.value = { id, kind };
    }
    await refresh();
    pending.value = false;
    return outcome;
  };

  const apply = async (): Promise<void> => {
    const [config, work] = [draft.config.value, draft.work.value];
    if (!config || !work) return;
    const wanted = { config, when: when.value, basedOn: work.basedOn };
    const again = unanswered && same(unanswered.wanted, wanted) ? unanswered.key : undefined;
    const outcome = await run(
      () => client.change(config, wanted.when, wanted.basedOn, again),
      (reply) =>
        wanted.when === 'now'
          ? { kind: 'applied', version: reply.version }
          : { kind: 'planned', version: reply.latest },
    );
    if (!outcome) return;
    unanswered =
      !outcome.ok && outcome.reason === 'unreachable' ? { wanted, key: outcome.key } : null;
    const happened = outcome.ok || outcome.reason === 'unreadable';
    if (!happened) return;
    draft.discard();
    when.value = 'now';
  };

  return {
    ...{ pending, became, apply },
    withdraw: async (basedOn) => {
      await run(
        () => client.withdraw(basedOn),
        () => ({ kind: 'withdrawn' }),
      );
    },
    dismiss: () => {
      became.value = null;
    },
  };
};
