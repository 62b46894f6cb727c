/** Facts of a counter that asks for the lobby manager. Part of the union in events.ts. Rules: CTR-9. */
import * as z from 'zod/mini';
import { HelpKind } from './counter-rule.ts';
import { CounterId, StaffId } from './ids.ts';

/** The counter asks for the lobby manager. Rules: CTR-9. */
const HelpCalled = z.strictObject({
  type: z.literal('HelpCalled'),
  counter: CounterId,
  staff: StaffId,
  kind: HelpKind,
});
/** Somebody comes; who it is stands in the actor. */
const HelpAnswered = z.strictObject({ type: z.literal('HelpAnswered'), counter: CounterId });
const HelpEnded = z.strictObject({ type: z.literal('HelpEnded'), counter: CounterId });

export const HELP_EVENTS = [HelpCalled, HelpAnswered, HelpEnded] as const;
