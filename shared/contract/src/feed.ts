/**
 * The feed: what is pushed to screens over Socket.IO. Clients never see journal rows.
 * A follower gets a snapshot, then batches that join without a gap, and a tick each second.
 */
import * as z from 'zod/mini';
import { PolicyKind } from './config.ts';
import type { FeedDevices } from './devices.ts';
import { HallProfile } from './hall-profile.ts';
import { Count, HallId, Instant, KioskId, TicketId, TicketLink, TicketNumber } from './ids.ts';
import { KioskHelpRow } from './kiosk.ts';
import { Problem } from './problem.ts';
import { PhoneRating, RatingRow } from './rating.ts';
import { Audience, Role } from './roles.ts';
import { StaffRules } from './staff-rows.ts';
import { TotalsRow } from './totals-row.ts';
import {
  CallRow,
  DayRow,
  HallView,
  LaneRow,
  MissedRow,
  PhoneRow,
  PublicCounterRow,
  PublicView,
  ServiceRow,
  StaffCounterRow,
  StaffServiceRow,
  TicketRow,
} from './views.ts';
import type { FeedVoice } from './voice.ts';
import { CareRow } from './watch.ts';

/**
 * Identity of a journal file. A restored or new file has another epoch, so an old cursor can never
 * be mistaken for a place in it.
 */
export const Epoch = z
  .string()
  .check(z.regex(/^[0-9a-f]{16}$/))
  .brand<'Epoch'>();
export type Epoch = z.infer<typeof Epoch>;

/** Where a follower stands: journal `seq` of the last batch it has folded. */
export const Cursor = z.strictObject({ epoch: Epoch, upTo: Count });
export type Cursor = z.infer<typeof Cursor>;

// Those of customers' screens by name, since these read no others.
const ProfileChanged = z.strictObject({
  type: z.literal('profile'),
  profile: z.nullable(HallProfile),
  policy: z.nullable(PolicyKind),
});
const DayChanged = z.strictObject({ type: z.literal('day'), row: DayRow });
const LaneChanged = z.strictObject({ type: z.literal('lane'), row: LaneRow });
const ServiceChanged = z.strictObject({ type: z.literal('service'), row: ServiceRow });
const CounterChanged = z.strictObject({ type: z.literal('counter'), row: PublicCounterRow });
const CallChanged = z.strictObject({ type: z.literal('call'), row: CallRow });
const MissedChanged = z.strictObject({ type: z.literal('missed'), row: MissedRow });
const MissedGone = z.strictObject({ type: z.literal('missed-gone'), number: TicketNumber });
const PhoneChanged = z.strictObject({
  type: z.literal('phone'),
  row: z.nullable(PhoneRow),
  rating: z.nullable(PhoneRating),
});
const RatingChanged = z.strictObject({ type: z.literal('rating'), row: RatingRow });
const KioskHelpChanged = z.strictObject({ type: z.literal('kiosk-help'), row: KioskHelpRow });
const KioskHelpGone = z.strictObject({ type: z.literal('kiosk-help-gone'), kiosk: KioskId });

/**
 * One changed row. Idempotent: folding it twice changes nothing. `profile` opens another day or
 * brings another configuration: it empties every collection of the view before the rows that follow.
 */
export const FeedEvent = z.discriminatedUnion('type', [
  ProfileChanged,
  DayChanged,
  LaneChanged,
  ServiceChanged,
  z.strictObject({ type: z.literal('staff-service'), row: StaffServiceRow }),
  z.strictObject({ type: z.literal('staff-rules'), rules: StaffRules }),
  CounterChanged,
  z.strictObject({ type: z.literal('staff-counter'), row: StaffCounterRow }),
  z.strictObject({ type: z.literal('ticket'), row: TicketRow }),
  z.strictObject({ type: z.literal('ticket-gone'), ticket: TicketId }),
  CallChanged,
  MissedChanged,
  MissedGone,
  z.strictObject({ type: z.literal('totals'), row: TotalsRow }),
  PhoneChanged,
  RatingChanged,
  KioskHelpChanged,
  KioskHelpGone,
  z.strictObject({ type: z.literal('care'), row: CareRow }),
]);
export type FeedEvent = z.infer<typeof FeedEvent>;

/** Client → server, with acknowledgement `FollowReply`. */
export const Follow = z.strictObject({
  hall: HallId,
  audience: Audience,
  protocol: z.int(),
  /** Whose ticket a phone follows; nobody else has one. Rules: LINK-1. */
  link: z.optional(TicketLink),
  cursor: z.optional(Cursor),
});
export type Follow = z.infer<typeof Follow>;

export const FollowReply = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true) }),
  z.strictObject({ ok: z.literal(false), problem: Problem }),
]);
export type FollowReply = z.infer<typeof FollowReply>;

/** Why a whole view is sent instead of a tail. */
export const SnapshotReason = z.enum(['new', 'too-old', 'ahead', 'other-epoch', 'day-changed']);
export type SnapshotReason = z.infer<typeof SnapshotReason>;

const snapshot = { epoch: Epoch, upTo: Count, at: Instant, reason: SnapshotReason };
export const FeedSnapshot = z.strictObject({ ...snapshot, view: HallView });
export type FeedSnapshot = z.infer<typeof FeedSnapshot>;

const batch = { epoch: Epoch, after: Count, upTo: Count, at: Instant };
/**
 * `after` is the `upTo` of the batch before it for this audience: a client whose cursor differs has
 * a gap and follows again.
 */
export const FeedBatch = z.strictObject({ ...batch, events: z.array(FeedEvent) });
export type FeedBatch = z.infer<typeof FeedBatch>;

/** What a page reads of the two messages that bring rows. */
export type FeedMessages = {
  readonly snapshot: z.ZodMiniType<FeedSnapshot>;
  readonly batch: z.ZodMiniType<FeedBatch>;
};
export const STAFF_MESSAGES: FeedMessages = { snapshot: FeedSnapshot, batch: FeedBatch };
/** Of customers' screens: a row for staff that is sent to one of them breaks its link (FEED-2). */
export const PUBLIC_MESSAGES: FeedMessages = {
  snapshot: z.strictObject({ ...snapshot, view: PublicView }),
  batch: z.strictObject({
    ...batch,
    events: z.array(
      z.discriminatedUnion('type', [
        ProfileChanged,
        DayChanged,
        LaneChanged,
        ServiceChanged,
        CounterChanged,
        CallChanged,
        MissedChanged,
        MissedGone,
        PhoneChanged,
        RatingChanged,
        KioskHelpChanged,
        KioskHelpGone,
      ]),
    ),
  }),
};

/** Once a second. `upTo` is the last batch of the audience; `at` the server's clock. */
export const FeedTick = z.strictObject({ epoch: Epoch, upTo: Count, at: Instant });
export type FeedTick = z.infer<typeof FeedTick>;

/** Server → client, just before it closes the socket. */
export const FeedClosing = z.strictObject({
  reason: z.enum([
    ...(['too-slow', 'server-stopping', 'hall-halted', 'bad-message'] as const),
    // Whoever opened the connection is signed out or revoked, or the screen is locked.
    ...(['session-over', 'session-locked'] as const),
  ]),
});
export type FeedClosing = z.infer<typeof FeedClosing>;

/** Names of the Socket.IO events, server → client and client → server. */
export type ServerToClient = {
  snapshot: (message: FeedSnapshot) => void;
  batch: (message: FeedBatch) => void;
  tick: (message: FeedTick) => void;
  closing: (message: FeedClosing) => void;
  devices: (message: FeedDevices) => void;
  voice: (message: FeedVoice) => void;
};
export type ClientToServer = {
  follow: (message: Follow, reply: (answer: FollowReply) => void) => void;
};

/**
 * `auth` of the Socket.IO handshake: in which of the roles that the session holds. Programs send its
 * token along, browsers its cookie. Source: docs/adr/0026.
 */
export const FeedHandshake = z.strictObject({
  role: Role,
  token: z.optional(z.string().check(z.maxLength(100))),
});
export type FeedHandshake = z.infer<typeof FeedHandshake>;

/**
 * Timing that keeps a screen honest. A follower that has heard nothing for `STALE_AFTER_MS` says so.
 * Units: ms. Source: quality.md finding 6.
 */
export const FEED_TIMING = {
  tickMs: 1_000,
  staleAfterMs: 1_900,
  pingIntervalMs: 1_500,
  pingTimeoutMs: 1_500,
  connectTimeoutMs: 600,
  reconnectMinMs: 50,
  reconnectMaxMs: 200,
} as const;
