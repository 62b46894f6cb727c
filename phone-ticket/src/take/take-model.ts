/** A phone takes a ticket: shows that it is in the hall, chooses a service, takes the number. Rules: PHONE-2..PHONE-4. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { CommandId, HallId, ServiceId } from '@tingxu/contract/ids';
import { type OfferedService, PhoneEntryReply, type PresenceCode } from '@tingxu/contract/presence';
import type { ProblemCode } from '@tingxu/contract/problems';
import { IssueReply } from '@tingxu/contract/rest';
import { type CommandOutcome, sendCommand } from '@tingxu/feed-client/send-command';

/** Why something did not come about: what the server said, or that nothing was heard of it. */
export type TakeFault = ProblemCode | 'not-sent' | null;

export type TakeStep =
  | { readonly kind: 'entering' }
  /** A code is to be typed. */
  | { readonly kind: 'code' }
  | { readonly kind: 'choose' }
  | { readonly kind: 'confirm'; readonly service: OfferedService };

export type TakeModel = {
  readonly step: ReadonlySignal<TakeStep>;
  readonly offer: ReadonlySignal<PhoneEntryReply | null>;
  readonly pending: ReadonlySignal<boolean>;
  readonly fault: ReadonlySignal<TakeFault>;
  enter(code: PresenceCode | null): Promise<void>;
  choose(service: OfferedService): void;
  back(): void;
  take(service: ServiceId): Promise<void>;
};

export type TakeOptions = {
  readonly url: string;
  readonly hall: HallId;
  readonly code: PresenceCode | null;
  readonly toTicket: (link: string) => void;
  readonly onZone: (zone: string) => void;
};

/** Only these say that the phone must be shown the code again. */
const CODE_AGAIN: readonly TakeFault[] = ['presence-refused', 'pass-over', 'phone-tickets-off'];

const faultOf = (outcome: CommandOutcome<unknown>): TakeFault => {
  if (outcome.ok) return null;
  return outcome.reason === 'refused' ? outcome.problem.code : 'not-sent';
};

export const createTakeModel = ({ url, hall, code, toTicket, onZone }: TakeOptions): TakeModel => {
  const step = signal<TakeStep>({ kind: 'entering' });
  const offer = signal<PhoneEntryReply | null>(null);
  const pending = signal(false);
  const fault = signal<TakeFault>(null);
  const path = `/api/v1/halls/${hall}/phone-tickets`;

  const ask = (by: PresenceCode | null) =>
    sendCommand({
      ...{ url, role: 'phone', path: `${path}/entry` },
      ...{ body: by === null ? {} : { code: by }, replySchema: PhoneEntryReply },
    });
  /** False where the phone is led away to a ticket that it has, or is not let in. */
  const renew = async (by: PresenceCode | null): Promise<boolean> => {
    const outcome = await ask(by);
    if (!outcome.ok) {
      fault.value = faultOf(outcome);
      step.value = { kind: 'code' };
      return false;
    }
    if (outcome.reply.link !== null) {
      toTicket(outcome.reply.link);
      return false;
    }
    offer.value = outcome.reply;
    onZone(outcome.reply.zone);
    return true;
  };
  const enter = async (by: PresenceCode | null): Promise<void> => {
    pending.value = true;
    fault.value = null;
    if (await renew(by)) step.value = { kind: 'choose' };
    // Nothing was shown yet: whoever opens the page without a code is told of none.
    else if (by === null && fault.value === 'pass-over') fault.value = null;
    pending.value = false;
  };
  const issue = (service: ServiceId, pass: CommandId) =>
    sendCommand({
      ...{ url, role: 'phone', path, key: pass },
      ...{ body: { service }, replySchema: IssueReply },
    });
  const take = async (service: ServiceId): Promise<void> => {
    const pass = offer.value?.pass;
    if (!pass) return;
    pending.value = true;
    fault.value = null;
    const outcome = await issue(service, pass);
    if (outcome.ok) {
      toTicket(outcome.reply.link);
      return;
    }
    const why = faultOf(outcome);
    // A refusal is what this pass got: another try needs another one, and the services may have changed.
    const stays = why === 'too-many-requests' || why === 'not-sent' || (await renew(null));
    if (stays) fault.value = why;
    if (CODE_AGAIN.includes(why)) step.value = { kind: 'code' };
    pending.value = false;
  };
  void enter(code);
  return {
    ...{ step, offer, pending, fault, enter, take },
    choose: (service) => {
      fault.value = null;
      step.value = { kind: 'confirm', service };
    },
    back: () => {
      fault.value = null;
      step.value = { kind: 'choose' };
    },
  };
};
