/** The driver's own log: what it asked of the hall, when, and what the hall acknowledged. */
import type {
  CounterId,
  Instant,
  LaneId,
  ServiceId,
  TicketId,
  TicketNumber,
} from '@tingxu/contract/ids';
import type { ProblemCode } from '@tingxu/contract/problems';
import type { WaitSeconds } from '@tingxu/contract/rest';

export type Issued = {
  readonly type: 'issued';
  readonly at: Instant;
  readonly ticket: TicketId;
  readonly number: TicketNumber;
  readonly customer: string;
  readonly lane: LaneId;
  readonly service: ServiceId;
  readonly ahead: number;
  readonly worstPosition: number | null;
  readonly wait: WaitSeconds | null;
};

/** A step of a visit at a counter. */
export type AtCounter = {
  readonly type: 'called' | 'recalled' | 'started' | 'finished' | 'missed';
  readonly at: Instant;
  readonly ticket: TicketId;
  readonly counter: CounterId;
};

export type OfVisit = {
  readonly type: 'returned' | 'cancelled';
  readonly at: Instant;
  readonly ticket: TicketId;
};

/** A counter was refused a customer although, by the driver's account, one waited whom it may call. */
export type CalledNobody = {
  readonly type: 'called-nobody';
  readonly at: Instant;
  readonly counter: CounterId;
  readonly waiting: number;
};

/** A command was refused that a correct hall accepts. */
export type Refused = {
  readonly type: 'refused';
  readonly at: Instant;
  readonly command: string;
  readonly code: ProblemCode;
};

export type Observed = Issued | AtCounter | OfVisit | CalledNobody | Refused;
