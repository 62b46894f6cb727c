/**
 * A hall of a real server, over its REST API. Now and then a command is sent twice with its key, as
 * a client does whose answer was lost: it must have one effect and the same answer.
 */
import type { HallConfig } from '@tingxu/contract/config';
import type { Instant, TicketId } from '@tingxu/contract/ids';
import { Problem } from '@tingxu/contract/problem';
import {
  CounterReply,
  DayReply,
  IssueReply,
  TicketDetail,
  TicketReply,
} from '@tingxu/contract/rest';
import type { ResentEvidence } from '../evidence/evidence.ts';
import type { Answer, HallClient, WireCommand } from './hall-client.ts';
import { type HttpAnswer, httpLink } from './http-link.ts';
import { headersOf, SUPERVISOR } from './people.ts';
import { type HallRequest, OPEN_DAY, requestOf } from './requests.ts';

/** Every so many commands one is sent twice. */
const RESEND_EVERY = 40;

export type HttpHall = HallClient & {
  openDay(): Promise<void>;
  detail(ticket: TicketId): Promise<TicketDetail | null>;
  sent(): number;
  resent(): readonly ResentEvidence[];
  close(): void;
};

export type HttpHallOptions = {
  readonly origin: string;
  readonly hall: HallConfig;
  /** Begins the keys of this replay's commands. */
  readonly keyPrefix: string;
  readonly advance: (to: Instant) => Promise<void>;
};

const readAnswer = (command: WireCommand, { status, body }: HttpAnswer): Answer => {
  const json: unknown = JSON.parse(body);
  if (status >= 500) throw new Error(`${command.type} was answered ${status}: ${body}`);
  if (status >= 400) return { ok: false, code: Problem.parse(json).code };
  const nothing = { ok: true, ticket: null, counter: null, told: null } as const;
  if (command.type === 'IssueTicket') {
    const { ticket, ahead, worstPosition, wait } = IssueReply.parse(json);
    return { ...nothing, ticket, told: { ahead, worstPosition, wait } };
  }
  if (command.type === 'CloseDay') {
    DayReply.parse(json);
    return nothing;
  }
  if ('ticket' in command) return { ...nothing, ticket: TicketReply.parse(json).ticket };
  return { ...nothing, ...CounterReply.parse(json) };
};

const withKey = (asked: HallRequest, key: string): Readonly<Record<string, string>> => ({
  'idempotency-key': key,
  ...headersOf(asked),
});

export const httpHall = ({ origin, hall, keyPrefix, advance }: HttpHallOptions): HttpHall => {
  const link = httpLink(origin);
  const home = `/api/v1/halls/${hall.hall}`;
  const staffLanes = new Set(hall.lanes.filter((lane) => !lane.selfSelect).map((lane) => lane.id));
  const resent: ResentEvidence[] = [];
  let sent = 0;

  const post = async (asked: HallRequest): Promise<HttpAnswer> => {
    sent += 1;
    const key = `${keyPrefix}-${sent}`;
    const send = () => link.post(`${home}/${asked.path}`, withKey(asked, key), asked.body);
    if (sent % RESEND_EVERY !== 0) return send();
    // Half of them while the first is still under way.
    const together = sent % (2 * RESEND_EVERY) === 0;
    const [first, second] = together
      ? await Promise.all([send(), send()])
      : [await send(), await send()];
    const text = ({ status, body }: HttpAnswer) => `${status} ${body}`;
    resent.push({ key: `${key} ${asked.path}`, first: text(first), second: text(second) });
    return first;
  };

  return {
    send: async (command) => readAnswer(command, await post(requestOf(command, staffLanes))),
    advanceTo: advance,
    openDay: async () => {
      const { status, body } = await post(OPEN_DAY);
      if (status !== 200) throw new Error(`the day could not be opened: ${status} ${body}`);
    },
    detail: async (ticket) => {
      const { status, body } = await link.get(`${home}/tickets/${ticket}`, headersOf(SUPERVISOR));
      return status === 200 ? TicketDetail.parse(JSON.parse(body)) : null;
    },
    sent: () => sent,
    resent: () => resent,
    close: () => link.close(),
  };
};
