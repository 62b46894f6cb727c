/** Everything the pages show and do, for one page. Handed to the components by context. */
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ConfigurationHistory, ConfigurationReply } from '@tingxu/contract/configuration-rest';
import type { HallId, StaffId } from '@tingxu/contract/ids';
import type { Role } from '@tingxu/contract/roles';
import type { HallFeed } from '@tingxu/feed-client/hall-feed';
import type { Person } from '@tingxu/session/standing';
import { createDraftModel, type DraftModel } from './draft/draft-model.ts';
import type { Memory } from './draft/kept.ts';
import { type PageName, pageOf } from './places.ts';
import { type Applying, createApplying } from './review/applying.ts';
import { createForesight, type Foresight } from './review/foresight.ts';
import {
  type ConfigurationClient,
  createConfigurationClient,
  type When,
} from './server/configuration-client.ts';

export type AdminModel = Pick<
  HallFeed<'supervisor'>,
  'state' | 'view' | 'live' | 'now' | 'clock' | 'devices' | 'voice'
> & {
  readonly hall: HallId;
  readonly client: ConfigurationClient;
  /** Whoever is signed in. */
  readonly who: Person;
  readonly staff: StaffId;
  /** Origin of the server. */
  readonly url: string;
  /** What is in force and planned; null until it was read. */
  readonly reply: ReadonlySignal<ConfigurationReply | null>;
  readonly history: ReadonlySignal<ConfigurationHistory | null>;
  /** The last reading got no answer. */
  readonly unread: ReadonlySignal<boolean>;
  /** Before the first day the config file is in force and nothing can be changed here. Rules: CONF-1. */
  readonly inFile: ReadonlySignal<boolean>;
  /** Whoever is here reads, and changes nothing of a configuration. Rules: AUTH-13. */
  readonly readOnly: boolean;
  readonly page: ReadonlySignal<PageName>;
  readonly when: Signal<When>;
  readonly draft: DraftModel;
  readonly foresight: Foresight;
  readonly applying: Applying;
  refresh(): Promise<void>;
  /** Listens to nothing any more. */
  close(): void;
};

export type AdminOptions = {
  readonly url: string;
  readonly hall: HallId;
  readonly feed: HallFeed<'supervisor'>;
  readonly who: Person;
  /** In which of their roles they change the configuration. */
  readonly role: Role;
  readonly memory: Memory;
};

/** Until it is closed. */
const hashPage = () => {
  const page = signal(pageOf(location.hash));
  const follow = (): void => {
    page.value = pageOf(location.hash);
  };
  addEventListener('hashchange', follow);
  return { page, close: () => removeEventListener('hashchange', follow) };
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
  const { url, hall, feed, who, role, memory } = options;
  const { staff } = who;
  const client = createConfigurationClient({ url, hall, role });
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
  const following = effect(() => {
    const heard = [profile.value, feed.live.value];
    if (heard[1]) void refresh();
  });
  const look = (): void => void refresh();
  addEventListener('focus', look);
  const shown = hashPage();
  return {
    ...{ state: feed.state, live: feed.live, clock: feed.clock },
    ...{ devices: feed.devices, voice: feed.voice },
    ...{ hall, client, who, staff, url, ...reading, inFile, page: shown.page },
    ...{ readOnly: role === 'auditor', view: feed.view, now: feed.now },
    ...{ when, draft, foresight, applying },
    close: () => {
      following();
      removeEventListener('focus', look);
      shown.close();
    },
  };
};
