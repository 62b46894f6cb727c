/** The ticket in hand: live rows follow the feed, ended ones are asked for. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { KnownCustomer } from '@tingxu/contract/customers';
import type { HallId, TicketId, TicketNumber } from '@tingxu/contract/ids';
import { Problem } from '@tingxu/contract/problem';
import type { ProblemCode } from '@tingxu/contract/problems';
import { TicketDetail, type TicketSummary } from '@tingxu/contract/rest';
import type { SupervisorView, TicketRow } from '@tingxu/contract/views';
import { askCustomer, followCustomer } from '@tingxu/feed-client/customer';

/** What the sheet asks before it acts. */
export type Question = 'missing' | 'prepare' | 'lane' | 'call' | 'readmit' | 'cancel';

export type Sheet =
  | { readonly kind: 'live'; readonly row: TicketRow; readonly question: Question | null }
  /** It has left the hall while the sheet was open. */
  | { readonly kind: 'gone'; readonly row: TicketRow }
  | { readonly kind: 'asking'; readonly number: TicketNumber }
  /** `code` is null when no answer came. */
  | { readonly kind: 'failed'; readonly number: TicketNumber; readonly code: ProblemCode | null }
  | { readonly kind: 'ended'; readonly summary: TicketSummary };

export type Outlook = NonNullable<TicketDetail['outlook']>;

export type SheetModel = {
  readonly sheet: ReadonlySignal<Sheet | null>;
  /** Of a live ticket, as far as the directory knows. Rules: DIR-6. */
  readonly customer: ReadonlySignal<KnownCustomer | null>;
  /** Of a ticket in line: what its holder is told; asked again as the hall moves. Source: H39. */
  readonly outlook: ReadonlySignal<Outlook | null>;
  open(row: TicketRow): void;
  /** The same, by its id; nothing when it has left. */
  openTicket(ticket: TicketId): void;
  /** Looks among the tickets that have ended. */
  lookUp(number: TicketNumber): Promise<void>;
  ask(question: Question | null): void;
  close(): void;
};

export type SheetOptions = {
  readonly url: string;
  readonly hall: HallId;
  readonly view: ReadonlySignal<SupervisorView | null>;
};

type Held =
  | { readonly kind: 'row'; readonly row: TicketRow }
  | Exclude<Sheet, { kind: 'live' | 'gone' }>;

export const createSheetModel = ({ url, hall, view }: SheetOptions): SheetModel => {
  const held = signal<Held | null>(null);
  const question = signal<Question | null>(null);
  const hold = (next: Held | null): void => {
    held.value = next;
    question.value = null;
  };
  const sheet = computed((): Sheet | null => {
    const shown = held.value;
    if (shown?.kind !== 'row') return shown;
    const live = view.value?.tickets[shown.row.ticket];
    return live
      ? { kind: 'live', row: live, question: question.value }
      : { kind: 'gone', row: shown.row };
  });
  const inHand = computed(() => {
    const shown = sheet.value;
    return shown?.kind === 'live' ? shown.row.ticket : null;
  });
  const customer = followCustomer(inHand, askCustomer({ url, hall, role: 'lobby' }));
  const outlook = followOutlook({ url, hall, view }, sheet);
  const lookUp = async (number: TicketNumber): Promise<void> => {
    const asking: Held = { kind: 'asking', number };
    hold(asking);
    const found = await askFor(url, hall, number);
    // The sheet may have been closed, or show another ticket, meanwhile.
    if (held.peek() !== asking) return;
    if ('id' in found) hold({ kind: 'ended', summary: found });
    else hold({ kind: 'failed', number, code: found.code });
  };
  return {
    ...{ sheet, customer, outlook },
    open: (row) => hold({ kind: 'row', row }),
    openTicket: (ticket) => {
      const row = view.peek()?.tickets[ticket];
      if (row) hold({ kind: 'row', row });
    },
    lookUp,
    ask: (next) => {
      question.value = next;
    },
    close: () => hold(null),
  };
};

/** Asked anew whenever somebody is called, comes or goes. */
const followOutlook = (
  { url, hall, view }: SheetOptions,
  sheet: ReadonlySignal<Sheet | null>,
): ReadonlySignal<Outlook | null> => {
  const outlook = signal<Outlook | null>(null);
  const number = computed(() => {
    const shown = sheet.value;
    return shown?.kind === 'live' && shown.row.state === 'waiting' ? shown.row.number : null;
  });
  const line = computed(() =>
    Object.values(view.value?.tickets ?? {})
      .filter(({ state }) => state === 'waiting')
      .map(({ ticket }) => ticket)
      .join(),
  );
  effect(() => {
    const wanted = number.value;
    if (line.value === '' || wanted === null) {
      outlook.value = null;
      return;
    }
    void askDetail(url, hall, wanted).then((detail) => {
      if (number.peek() === wanted) outlook.value = ('ticket' in detail && detail.outlook) || null;
    });
  });
  return outlook;
};

type Refused = { readonly code: ProblemCode | null };

const askFor = async (
  url: string,
  hall: HallId,
  number: TicketNumber,
): Promise<TicketSummary | Refused> => {
  const detail = await askDetail(url, hall, number);
  return 'ticket' in detail ? detail.ticket : detail;
};

const askDetail = async (
  url: string,
  hall: HallId,
  number: TicketNumber,
): Promise<TicketDetail | Refused> => {
  try {
    const response = await fetch(new URL(`/api/v1/halls/${hall}/tickets/${number}`, url), {
      headers: { 'Tingxu-Role': 'lobby' },
    });
    const body: unknown = await response.json();
    const detail = TicketDetail.safeParse(body).data;
    return detail ?? { code: Problem.safeParse(body).data?.code ?? null };
  } catch {
    return { code: null };
  }
};
