/** Everything the phone shows and does, for one page. Handed to the components by context. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { HallProfile } from '@tingxu/contract/hall-profile';
import type { HallId, StaffId } from '@tingxu/contract/ids';
import type { IssueReply } from '@tingxu/contract/rest';
import type { TicketRow } from '@tingxu/contract/views';
import { type CommandRunner, createCommandRunner } from '@tingxu/feed-client/command-runner';
import type { HallFeed } from '@tingxu/feed-client/hall-feed';
import {
  type ManagerAction,
  type ManagerReply,
  managerRequest,
} from '@tingxu/feed-client/manager-action';
import { sendCommand } from '@tingxu/feed-client/send-command';
import { type Group, groupsOf } from './people/groups.ts';
import { createSheetModel, type SheetModel } from './ticket/sheet-model.ts';

export const TABS = ['people', 'find', 'issue', 'tasks'] as const;
export type Tab = (typeof TABS)[number];

export type LobbyModel = HallFeed<'supervisor'> & {
  /** Whoever is signed in. */
  readonly staff: StaffId;
  readonly profile: ReadonlySignal<HallProfile | null>;
  readonly tickets: ReadonlySignal<readonly TicketRow[]>;
  readonly groups: ReadonlySignal<Readonly<Record<Group, readonly TicketRow[]>>>;
  readonly tab: ReadonlySignal<Tab>;
  readonly group: ReadonlySignal<Group>;
  /** The ticket that was just issued, until it is put away. */
  readonly issued: ReadonlySignal<IssueReply | null>;
  readonly commands: CommandRunner<ManagerAction, ManagerReply>;
  readonly sheet: SheetModel;
  /** How often the first steps were asked for. */
  readonly guideAsked: ReadonlySignal<number>;
  askGuide(): void;
  showTab(tab: Tab): void;
  showGroup(group: Group): void;
  /** Runs it; the sheet closes when it happened. */
  act(action: ManagerAction): Promise<void>;
  putAway(): void;
};

export type LobbyOptions = {
  readonly url: string;
  readonly hall: HallId;
  readonly feed: HallFeed<'supervisor'>;
  readonly staff: StaffId;
};

export const createLobbyModel = (options: LobbyOptions): LobbyModel => {
  const { url, hall, feed, staff } = options;
  const { view, now, live } = feed;
  const tab = signal<Tab>('people');
  const group = signal<Group>('waiting');
  const issued = signal<IssueReply | null>(null);
  const profile = computed(() => view.value?.profile ?? null);
  const tickets = computed(() => Object.values(view.value?.tickets ?? {}));
  const sheet = createSheetModel({ url, hall, view });
  const commands = createCommandRunner<ManagerAction, ManagerReply>({
    send: (action, key) =>
      sendCommand({
        ...managerRequest(hall, action),
        ...{ url, role: 'lobby', key },
      }),
    isLive: () => live.value,
    seen: (action) => seenOf(view.value, action),
  });
  const act = async (action: ManagerAction): Promise<void> => {
    const outcome = await commands.run(action);
    if (outcome?.kind !== 'done') return;
    // With what is missing known, the ticket is usually taken out of the line at once.
    if (action.type === 'documents') sheet.ask(null);
    // What becomes of the paper is told on the sheet.
    else if (action.type === 'print') return;
    else if ('ticket' in action) sheet.close();
    if (outcome.reply && 'worstPosition' in outcome.reply) issued.value = outcome.reply;
  };
  const guideAsked = signal(0);
  return {
    ...feed,
    ...{ staff, profile, tickets, tab, group, issued, commands, sheet, act, guideAsked },
    groups: computed(() => groupsOf(tickets.value, profile.value, now.value)),
    showTab: (next) => {
      tab.value = next;
    },
    showGroup: (next) => {
      group.value = next;
    },
    askGuide: () => {
      guideAsked.value += 1;
    },
    putAway: () => {
      issued.value = null;
    },
  };
};

/** What the picture shows of the things that the action changes. */
const seenOf = (view: HallFeed<'supervisor'>['view']['value'], action: ManagerAction): string => {
  if ('ticket' in action) return JSON.stringify(view?.tickets[action.ticket]);
  if (action.type === 'answerCare') return JSON.stringify(view?.care);
  if ('kiosk' in action) return JSON.stringify(view?.kioskHelp[action.kiosk]);
  if ('counter' in action) return JSON.stringify(view?.counters[action.counter]);
  // One more ticket in the lane may be the one that nobody answered for.
  return JSON.stringify(action.type === 'issue' ? view?.totals : view?.day);
};
