/** Tickets on paper as the journal has them. Part of the unions in commands.ts and events.ts. Rules: SLIP-1..SLIP-5. */
import * as z from 'zod/mini';
import { DeviceId, DeviceTrouble, SlipLayout } from './devices.ts';
import { TicketId, TicketRef } from './ids.ts';
import { PublicLocale } from './locale.ts';

/** Why a slip did not come out, or nobody knows whether it did. `interrupted`: the server stopped meanwhile. */
export const SlipFault = z.enum([...DeviceTrouble.options, 'too-late', 'interrupted']);
export type SlipFault = z.infer<typeof SlipFault>;

/** `unsure`: some of it may have come out. Rules: SLIP-4. */
export const SlipOutcome = z.enum(['printed', 'not-printed', 'unsure']);
export type SlipOutcome = z.infer<typeof SlipOutcome>;

/** How a slip is made, as far as somebody said. `language` is the main one. Rules: SLIP-9. */
const slipForm = { layout: z.optional(SlipLayout), language: z.optional(PublicLocale) };
export const SlipForm = z.strictObject(slipForm);
export type SlipForm = z.infer<typeof SlipForm>;

/** A slip of a live ticket is to be printed. Rules: SLIP-1..SLIP-3, SLIP-9. */
export const PrintSlip = z.strictObject({
  type: z.literal('PrintSlip'),
  ticket: TicketRef,
  printer: DeviceId,
  ...slipForm,
});

/** The server's own word on what became of it. Rules: SLIP-5. */
export const EndSlip = z.strictObject({
  type: z.literal('EndSlip'),
  ticket: TicketId,
  outcome: SlipOutcome,
  why: z.optional(SlipFault),
});

/** `copy`: it says so, as an earlier slip may be in somebody's hands. Rules: SLIP-2. */
export const SlipAsked = z.strictObject({
  type: z.literal('SlipAsked'),
  ticket: TicketId,
  printer: DeviceId,
  copy: z.optional(z.literal(true)),
  ...slipForm,
});

export const SlipEnded = z.strictObject({
  type: z.literal('SlipEnded'),
  ticket: TicketId,
  printer: DeviceId,
  outcome: SlipOutcome,
  why: z.optional(SlipFault),
});

/** How far the paper of a live ticket is, as staff see it. `out`: a slip of it may be in somebody's hands. */
export const SlipRow = z.strictObject({
  printer: DeviceId,
  state: z.enum(['printing', ...SlipOutcome.options]),
  why: z.optional(SlipFault),
  out: z.boolean(),
});
export type SlipRow = z.infer<typeof SlipRow>;

export const SLIP_EVENTS = [SlipAsked, SlipEnded] as const;
