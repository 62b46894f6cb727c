/** What the driver asks of a hall and what it learns; over HTTP in a replay, of the pure core in tests. */
import type { CommandOf } from '@tingxu/contract/commands';
import type { Instant } from '@tingxu/contract/ids';
import type { ProblemCode } from '@tingxu/contract/problems';
import type { CounterSummary, IssueReply, TicketSummary } from '@tingxu/contract/rest';

/** Commands that come over the wire; the server itself sends the others. */
export type WireCommand = CommandOf<
  | 'IssueTicket'
  | 'OpenCounter'
  | 'PauseCounter'
  | 'ResumeCounter'
  | 'CloseCounter'
  | 'CallNext'
  | 'RecallTicket'
  | 'StartService'
  | 'FinishService'
  | 'MissTicket'
  | 'ReturnTicket'
  | 'CancelTicket'
  | 'CloseDay'
>;

export type Answer =
  | {
      readonly ok: true;
      /** The ticket of the command; of a call, the one just called. */
      readonly ticket: TicketSummary | null;
      readonly counter: CounterSummary | null;
      /** Of an issue. */
      readonly told: Pick<IssueReply, 'ahead' | 'worstPosition' | 'wait'> | null;
    }
  | { readonly ok: false; readonly code: ProblemCode };

export type HallClient = {
  send(command: WireCommand): Promise<Answer>;
  /** Moves the hall's clock; whatever falls due on the way has happened when it resolves. */
  advanceTo(at: Instant): Promise<void>;
};
