/** Everything the pages show and do, for one page. Handed to the components by context. */
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ConfigurationHistory, ConfigurationReply } from '@tingxu/contract/configuration-rest';
import type { HallId, StaffId } from '@tingxu/contract/ids';
import type { HallFeed } from '@tingxu/feed-client/hall-feed';
import { createDraftModel, type DraftModel } from './draft/draft-model.ts';
import { type Memory, rememberStaff, staffOf } from './person.ts';
import { type PageName, pageOf } from './places.ts';
import { type Applying, createApplying } from './review/applying.ts';
import { createForesight, type Foresight } from './review/foresight.ts';
import {
  type ConfigurationClient,
  createConfigurationClient,
  type When,
} from './server/configuration-client.ts';

export type AdminModel = Pick<HallFeed<'supervisor'>, 'state' | 'live' | 'clock'> & {
  readonly hall: HallId;
  readonly client: ConfigurationClient;
  readonly staff: ReadonlySignal<StaffId | null>;
  /** What is in force and planned; null until it was read. */
  readonly reply: ReadonlySignal<ConfigurationReply | null>;
  readonly history: ReadonlySignal<ConfigurationHistory | null>;
  /** The last reading got no answer. */
  readonly unread: ReadonlySignal<boolean>;
  /** Before the first day the config file is in force and nothing can be changed here. Rules: CONF-1. */
  readonly inFile: ReadonlySignal<boolean>;
  readonly page: ReadonlySignal<PageName>;
  readonly when: Signal<When>;
  readonly draft: DraftModel;
  readonly foresight: Foresight;
  readonly applying: Applying;
  signIn(staff: StaffId): void;
  signOut(): void;
  refresh(): Promise<void>;
};

export type AdminOptions = {
  readonly url: string;
  readonly hall: HallId;
  readonly feed: HallFeed<'supervisor'>;
  /** The address's query. */
  readonly search: string;
  readonly memory: Memory;
};

const hashPage = (): ReadonlySignal<PageName> => {
  const page = signal(pageOf(location.hash));
  addEventListener('hashchange', () => {
    page.value = pageOf(location.hash);
  });
  return page;
};

/** What is in force and planned, and how it came to be. */
const createReading = (client: ConfigurationClient) => {
  const reply = signal<ConfigurationReply | null>(null);
  const history = signal<ConfigurationHistory | null>(null);
  const unread = signal(false);
  const refresh = async (): Promise<void> => {
    const [now, past] = await Promise.all([client.read(), client.history()]);
    unread.value = !now.ok;
    // A draft that is begun from it stays the same as long as it does.
    if (now.ok && now.value.latest !== reply.value?.latest) reply.value = now.value;
    else if (now.ok && now.value.version !== reply.value?.version) reply.value = now.value;
    if (past.ok) history.value = past.value;
  };
  return { reply, history, unread, refresh };
};

export const createAdminModel = (options: AdminOptions): AdminModel => {
  const { url, hall, feed, search, memory } = options;
  const staff = signal(staffOf(search, memory));
  const client = createConfigurationClient({ url, hall, staff: () => staff.value });
  const reading = createReading(client);
  const { reply, refresh } = reading;
  const inFile = computed(() => reply.value?.version === 0);
  const draft = createDraftModel({ hall, memory, known: reply });
  const when = signal<When>('now');
  const config = computed(() => (inFile.value ? null : draft.config.value));
  const latest = computed(() => reply.value?.latest ?? null);
  const foresight = createForesight({ client, config, when, latest, live: feed.live });
  const applying = createApplying({ client, draft, when, refresh });
  // Another profile is another configuration in force; a new connection may bring one, too.
  const profile = computed(() => feed.view.value?.profile ?? null);
  effect(() => {
    const heard = [profile.value, staff.value, feed.live.value];
    if (heard[1] !== null && heard[2]) void refresh();
  });
  addEventListener('focus', () => void refresh());
  const sign = (next: StaffId | null): void => {
    staff.value = next;
    rememberStaff(next, memory);
  };
  return {
    ...{ state: feed.state, live: feed.live, clock: feed.clock },
    ...{ hall, client, staff, ...reading, inFile, page: hashPage() },
    ...{ when, draft, foresight, applying },
    signIn: sign,
    signOut: () => sign(null),
  };
};
