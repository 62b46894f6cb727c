/** What a kiosk may ask of the hall. Each is sent with one key until its outcome is known. */
import type { Identification } from '@tingxu/contract/customers';
import type {
  CommandId,
  HallId,
  KioskId,
  LaneId,
  ServiceId,
  TicketId,
  TicketNumber,
} from '@tingxu/contract/ids';
import { IssueReply, KioskHelpReply, type PrintBody, TicketReply } from '@tingxu/contract/rest';
import { type CommandOutcome, sendCommand } from '@tingxu/feed-client/send-command';

/** What a customer asked for; without a lane the hall's default lane is taken. */
export type Wanted = {
  readonly service: ServiceId;
  readonly lane: LaneId | null;
  /** The lane is chosen by the customer's own word. Rules: LANE-3. */
  readonly declared: boolean;
  /** What the agent of this kiosk's reader made of the customer's card. Rules: CARD-4. */
  readonly card?: CardShown;
};

export type CardShown = Omit<Extract<Identification, { readonly kind: 'card' }>, 'kind'>;

export type KioskCommands = {
  /** `key` only to learn the outcome of an earlier try. */
  issue(wanted: Wanted, key?: CommandId): Promise<CommandOutcome<IssueReply>>;
  comeBack(ticket: TicketNumber | TicketId, key?: CommandId): Promise<CommandOutcome<TicketReply>>;
  /** `reference` as it was typed or scanned. Rules: BOOK-6. */
  checkIn(reference: string, key?: CommandId): Promise<CommandOutcome<IssueReply>>;
  /** A person is to come. Rules: HELP-1. */
  askForHelp(kiosk: KioskId): Promise<CommandOutcome<KioskHelpReply>>;
  endHelp(kiosk: KioskId): Promise<CommandOutcome<KioskHelpReply>>;
};

/** `print` tells what paper is wanted, at the moment of the command. Rules: SLIP-1. */
export const kioskCommands = (
  url: string,
  hall: HallId,
  own: KioskId,
  print: () => PrintBody | null = () => null,
): KioskCommands => {
  const paper = (): { readonly print?: PrintBody } => {
    const wanted = print();
    return wanted ? { print: wanted } : {};
  };
  const base = { url, role: 'kiosk', kiosk: own } as const;
  const tickets = `/api/v1/halls/${hall}/tickets`;
  const help = (kiosk: KioskId, verb = ''): Promise<CommandOutcome<KioskHelpReply>> =>
    sendCommand({
      ...base,
      path: `/api/v1/halls/${hall}/kiosks/${kiosk}/help${verb}`,
      body: {},
      replySchema: KioskHelpReply,
    });
  return {
    askForHelp: (kiosk) => help(kiosk),
    endHelp: (kiosk) => help(kiosk, '/end'),
    issue: ({ service, lane, declared, card }, key) =>
      sendCommand({
        ...base,
        path: tickets,
        body: {
          service,
          ...(lane !== null && { lane }),
          ...(declared && { declared }),
          ...(card && { identification: { kind: 'card', ...card } }),
          ...paper(),
        },
        replySchema: IssueReply,
        key,
      }),
    checkIn: (reference, key) =>
      sendCommand({
        ...base,
        path: `/api/v1/halls/${hall}/bookings/${reference}/check-in`,
        body: paper(),
        replySchema: IssueReply,
        key,
      }),
    comeBack: (ticket, key) =>
      sendCommand({
        ...base,
        path: `${tickets}/${ticket}/return`,
        body: {},
        replySchema: TicketReply,
        key,
      }),
  };
};
