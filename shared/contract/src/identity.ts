/**
 * Who asks: sessions of staff and of devices, set-up, pairing. Everything here crosses the wire; what is
 * kept of it is the server's own (server/src/identity). Decision: docs/adr/0026. Source: SEC-02, SEC-03,
 * SEC-14, SEC-17.
 */
import * as z from 'zod/mini';
import { CODE } from './code-signs.ts';
import { Count, CounterId, HallId, KioskId, RestTime, SHOWN, StaffId, Text } from './ids.ts';
import { DeviceRole, StaffRole } from './roles.ts';

/** Length and not composition. Units: characters. Source: NIST SP 800-63B, SEC-02. */
export const PASSPHRASE_LENGTH = { least: 12, most: 128 } as const;

/** Something new that somebody chose. */
export const NewPassphrase = z
  .string()
  .check(z.minLength(PASSPHRASE_LENGTH.least), z.maxLength(PASSPHRASE_LENGTH.most));
/** What somebody types to sign in: whatever it is, it is compared and not judged. */
const GivenPassphrase = z.string().check(z.minLength(1), z.maxLength(PASSPHRASE_LENGTH.most));

export const SignInBody = z.strictObject({ staff: StaffId, passphrase: GivenPassphrase });
export type SignInBody = z.infer<typeof SignInBody>;

export const UnlockBody = z.strictObject({ passphrase: GivenPassphrase });
export type UnlockBody = z.infer<typeof UnlockBody>;

export const ChangePassphraseBody = z.strictObject({
  passphrase: GivenPassphrase,
  next: NewPassphrase,
});
export type ChangePassphraseBody = z.infer<typeof ChangePassphraseBody>;

/**
 * Where a device stands. What its role may do, it may do for this place only; a board without one is
 * any board of its hall.
 */
export const DevicePlace = z.strictObject({
  kiosk: z.optional(KioskId),
  counter: z.optional(CounterId),
});
export type DevicePlace = z.infer<typeof DevicePlace>;

export const PairedDeviceId = z
  .string()
  .check(z.regex(/^d-[a-z0-9]{12}$/))
  .brand<'PairedDeviceId'>();
export type PairedDeviceId = z.infer<typeof PairedDeviceId>;

export const DeviceName = z.string().check(z.maxLength(40), z.regex(SHOWN));

/** Who this browser is to the server. */
export const Me = z.strictObject({
  /** Signed in here; null when nobody is. A locked session answers commands with session-locked. */
  staff: z.nullable(
    z.strictObject({
      staff: StaffId,
      roles: z.array(StaffRole),
      /** Null: every hall of the server. */
      halls: z.nullable(z.array(HallId)),
      locked: z.boolean(),
      /** Given by somebody else: a new one must be chosen before anything else. */
      mustChange: z.boolean(),
      /** The session ends then at the latest. */
      endsAt: RestTime,
      /** Nobody touches the screen for so long: the page locks itself. Units: seconds. */
      lockAfterSeconds: z.int(),
    }),
  ),
  /** This browser is a paired device. */
  device: z.nullable(
    z.strictObject({
      device: PairedDeviceId,
      role: DeviceRole,
      hall: HallId,
      place: DevicePlace,
      name: DeviceName,
    }),
  ),
  /** No account exists: only set-up answers. */
  needsSetUp: z.boolean(),
  /** Staff may sign in at the bank's own provider; `label` is what its button says. Rules: AUTH-20. */
  signOn: z.nullable(z.strictObject({ label: z.nullable(Text) })),
  /** A demo: its sign-ins are fixed and told here, and pages say so. Null on a real server. */
  demo: z.nullable(
    z.strictObject({
      signIns: z.array(
        z.strictObject({ staff: StaffId, passphrase: z.string(), roles: z.array(StaffRole) }),
      ),
    }),
  ),
});
export type Me = z.infer<typeof Me>;

/** Shown on the console of the server at its first start: groups of signs that cannot be misread. */
export const SetUpBody = z.strictObject({
  code: z.string().check(z.minLength(1), z.maxLength(40)),
  staff: StaffId,
  passphrase: NewPassphrase,
});
export type SetUpBody = z.infer<typeof SetUpBody>;

/* ---- accounts, for admins ---- */

export const AccountRow = z.strictObject({
  staff: StaffId,
  roles: z.array(StaffRole),
  halls: z.nullable(z.array(HallId)),
  disabled: z.boolean(),
  /** Without one the bank's own provider is the only way in. Rules: AUTH-21. */
  hasPassphrase: z.boolean(),
  /** Too many failures at some device; a manager may lift it. */
  heldOff: z.boolean(),
  sessions: z.int(),
  createdAt: RestTime,
  lastSignInAt: z.nullable(RestTime),
});
export type AccountRow = z.infer<typeof AccountRow>;
/** `signOn`: there is another way in than a passphrase. */
export const AccountList = z.strictObject({ accounts: z.array(AccountRow), signOn: z.boolean() });

const accountRights = {
  roles: z.array(StaffRole).check(z.minLength(1), z.maxLength(StaffRole.options.length)),
  halls: z.nullable(z.array(HallId).check(z.minLength(1), z.maxLength(200))),
};
/** The passphrase is for the first sign-in, at which another must be chosen. Without one: AUTH-21. */
export const NewAccountBody = z.strictObject({
  staff: StaffId,
  passphrase: z.optional(NewPassphrase),
  ...accountRights,
});
export type NewAccountBody = z.infer<typeof NewAccountBody>;
/** Changed rights end the sessions of the account. */
export const ChangeAccountBody = z.strictObject({
  roles: z.optional(accountRights.roles),
  halls: z.optional(accountRights.halls),
  disabled: z.optional(z.boolean()),
});
export type ChangeAccountBody = z.infer<typeof ChangeAccountBody>;
export const ResetPassphraseBody = z.strictObject({ passphrase: NewPassphrase });
export type ResetPassphraseBody = z.infer<typeof ResetPassphraseBody>;

/* ---- devices ---- */

/** The public half of a P-256 key, as WebCrypto exports it. */
export const DeviceKey = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  y: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
});
export type DeviceKey = z.infer<typeof DeviceKey>;

/** Eight signs out of 32 that cannot be misread: 40 bits, for ten minutes, once. Source: SEC-17. */
export const PairingCode = z.string().check(z.regex(CODE));

/** What a device says that it runs: as admins read it, so no signs that hide or turn others. */
export const DeviceVersion = z.string().check(z.maxLength(40), z.regex(SHOWN));

/** A device asks to be taken in. `role` and `place` are what it says of itself; who confirms decides. */
export const PairingBody = z.strictObject({
  key: DeviceKey,
  role: DeviceRole,
  hall: z.optional(HallId),
  place: DevicePlace,
  version: DeviceVersion,
});
export type PairingBody = z.infer<typeof PairingBody>;
export const PairingReply = z.strictObject({
  /** Unguessable: whoever asks with it is the device itself. */
  pairing: z.string(),
  code: PairingCode,
  endsAt: RestTime,
});
export type PairingReply = z.infer<typeof PairingReply>;
export const PairingState = z.strictObject({
  state: z.enum(['waiting', 'paired', 'over']),
  device: z.nullable(PairedDeviceId),
});
export type PairingState = z.infer<typeof PairingState>;
/** A device that asks, as admins see it: without its code, which is read from its screen and nowhere else. */
export const WaitingDevice = z.strictObject({
  /** What it says of itself. */
  role: DeviceRole,
  hall: z.nullable(HallId),
  place: DevicePlace,
  version: z.string(),
  address: z.string(),
  /** Its browser and system, as far as they can be told; null where they cannot. */
  agent: z.nullable(z.string()),
  askedAt: RestTime,
  endsAt: RestTime,
});
export type WaitingDevice = z.infer<typeof WaitingDevice>;
export const WaitingDeviceList = z.strictObject({ waiting: z.array(WaitingDevice) });

/** In the admin page, by somebody who has read the code from the screen of the device. */
export const ConfirmPairingBody = z.strictObject({
  code: PairingCode,
  role: DeviceRole,
  hall: HallId,
  place: DevicePlace,
  name: DeviceName,
});
export type ConfirmPairingBody = z.infer<typeof ConfirmPairingBody>;

/** Another name, or another place of the same kind; its role and hall stand as it was paired. */
export const ChangeDeviceBody = z.strictObject({
  name: z.optional(DeviceName),
  place: z.optional(DevicePlace),
});
export type ChangeDeviceBody = z.infer<typeof ChangeDeviceBody>;

export const ChallengeBody = z.strictObject({ device: PairedDeviceId });
export const ChallengeReply = z.strictObject({ challenge: z.string() });
/** The challenge signed with the device's key: ECDSA with SHA-256, the raw form, base64url. */
export const DeviceSessionBody = z.strictObject({
  device: PairedDeviceId,
  challenge: z.string().check(z.maxLength(200)),
  signature: z.string().check(z.regex(/^[A-Za-z0-9_-]{86}$/)),
  version: DeviceVersion,
});
export type DeviceSessionBody = z.infer<typeof DeviceSessionBody>;

export const PairedDeviceRow = z.strictObject({
  device: PairedDeviceId,
  role: DeviceRole,
  hall: HallId,
  place: DevicePlace,
  name: DeviceName,
  pairedAt: RestTime,
  pairedBy: StaffId,
  lastSeenAt: z.nullable(RestTime),
  version: z.nullable(z.string()),
  /** Follows the feed now. */
  connected: z.boolean(),
  /** Two machines seem to hold the same key. */
  contested: z.boolean(),
  revokedAt: z.nullable(RestTime),
});
export type PairedDeviceRow = z.infer<typeof PairedDeviceRow>;
export const PairedDeviceList = z.strictObject({ devices: z.array(PairedDeviceRow) });

/* ---- what was done to accounts, sessions and devices ---- */

/** Rules: AUTH-15. */
export const TrailWhat = z.enum([
  ...(['set-up', 'account-made', 'account-changed', 'passphrase-reset'] as const),
  ...(['passphrase-changed', 'hold-off-lifted', 'signed-in', 'signed-out'] as const),
  ...(['sign-in-refused', 'locked', 'unlocked', 'sessions-ended'] as const),
  ...(['device-paired', 'device-changed', 'device-revoked', 'device-contested'] as const),
]);
export type TrailWhat = z.infer<typeof TrailWhat>;

export const IdentityTrailRow = z.strictObject({
  seq: Count,
  at: RestTime,
  what: TrailWhat,
  /** Whom it befell: a personnel number or the id of a device. */
  subject: z.string(),
  /** Null where it was the subject or the server itself. */
  by: z.nullable(StaffId),
  /** What was given or found, by the kind of entry: roles, halls, a place, why a sign-in was refused. */
  detail: z.record(z.string(), z.unknown()),
});
export type IdentityTrailRow = z.infer<typeof IdentityTrailRow>;
/** Newest first. `before` asks for the entries that are older; null when there are none. */
export const IdentityTrail = z.strictObject({
  entries: z.array(IdentityTrailRow),
  before: z.nullable(Count),
});
export type IdentityTrail = z.infer<typeof IdentityTrail>;
