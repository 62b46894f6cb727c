/** What a teller may ask the hall for. */
import type {
  Afterwards,
  CancelReason,
  KeepFor,
  KeptFor,
  LaneReason,
  PauseReason,
  ReferralReason,
} from '@tingxu/contract/commands';
import type { HelpKind } from '@tingxu/contract/counter-rule';
import type { LaneId, ServiceId, StaffId, TicketId, TicketNumber } from '@tingxu/contract/ids';
import type { OverrideReason } from '@tingxu/contract/override';

/** A ticket as a command names it and as the outcome tells it. */
export type Named = { readonly ticket: TicketId; readonly number: TicketNumber };

type OnTicket = 'recall' | 'start' | 'miss' | 'resumeTicket' | 'prepare' | 'ready';

/** Units: `limitSeconds` s. */
export type Action =
  | { readonly type: 'open' | 'resume' | 'close' | 'callNext' | 'endHelp' }
  | { readonly type: 'pause'; readonly reason: PauseReason }
  | { readonly type: 'help'; readonly kind: HelpKind }
  | { readonly type: 'handOver'; readonly staff: StaffId }
  | {
      readonly type: 'walkUp';
      readonly service: ServiceId;
      readonly lane: LaneId;
      readonly reason?: LaneReason;
    }
  | (Named & { readonly type: OnTicket })
  | (Named & { readonly type: 'finish'; readonly afterwards?: Afterwards })
  | (Named & { readonly type: 'cancel'; readonly reason: CancelReason })
  | (Named & { readonly type: 'callTicket'; readonly reason: OverrideReason })
  | (Named & {
      readonly type: 'documents';
      readonly service: ServiceId;
      readonly missing: readonly number[];
    })
  | (Named & {
      readonly type: 'addService';
      readonly service: ServiceId;
      readonly referral?: ReferralReason;
    })
  | (Named & { readonly type: 'sendBack' | 'return'; readonly keepFor?: KeepFor })
  | (Named & {
      readonly type: 'park';
      readonly limitSeconds: number;
      readonly keepFor?: KeepFor;
      readonly afterwards?: Afterwards;
    })
  | (Named & {
      readonly type: 'transfer';
      readonly service: ServiceId;
      readonly lane?: LaneId;
      readonly only?: KeptFor;
      readonly keepWait: boolean;
      readonly first: boolean;
    });

export type ActionType = Action['type'];

/** What a key or a button at the desk asks for. `main` is the usual loop. */
export type Intent =
  | 'main'
  | 'recall'
  | 'miss'
  | 'finish'
  | 'transfer'
  | 'addService'
  | 'park'
  | 'sendBack'
  | 'documents'
  | 'end'
  | 'away'
  | 'ticket'
  | 'walkUp'
  | 'help'
  | 'pause'
  | 'handOver'
  | 'close'
  | 'more'
  | 'keys';

export const named = ({ ticket, number }: Named): Named => ({ ticket, number });
