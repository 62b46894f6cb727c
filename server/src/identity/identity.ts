/**
 * Who may ask: accounts, sessions, paired devices and what was done to them, in one file beside the
 * halls. Opened once, before anything answers. Decision: docs/adr/0026.
 */
import type { HallId, Instant } from '@tingxu/contract/ids';
import { secretKey } from '../config/secret-key.ts';
import type { Log } from '../http/hosting.ts';
import { type Transact, transactions } from '../journal/transaction.ts';
import { type Accounts, openAccounts } from './accounts.ts';
import { type BackOff, openBackOff } from './back-off.ts';
import { type Challenges, openChallenges } from './challenges.ts';
import { type DevicePresence, openPresence } from './device-presence.ts';
import { type FolderKind, openIdentityFile } from './identity-file.ts';
import { type KnownBrowsers, knownBrowsers } from './known-browsers.ts';
import { openPairedDevices, type PairedDevices } from './paired-devices.ts';
import { openPairings, type Pairings } from './pairings.ts';
import { openPassphrases, type Passphrases } from './passphrase.ts';
import { DEFAULT_LIMITS, type SessionLimits } from './session-limits.ts';
import { openSessions, type Sessions } from './sessions.ts';
import { openSetUp, type SetUp } from './set-up.ts';
import { openSuccessors, type Successors } from './successors.ts';
import { openTakeOvers, type TakeOvers } from './take-overs.ts';
import { openTrail, type Trail } from './trail.ts';
import { openTriesByAddress, type TriesByAddress } from './tries-by-address.ts';

export type Identity = {
  readonly kind: FolderKind;
  readonly limits: SessionLimits;
  /** Halls of this server; rights name no others. */
  readonly halls: readonly HallId[];
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly successors: Successors;
  readonly devices: PairedDevices;
  readonly pairings: Pairings;
  readonly challenges: Challenges;
  readonly takeOvers: TakeOvers;
  readonly presence: DevicePresence;
  readonly trail: Trail;
  readonly passphrases: Passphrases;
  readonly backOff: BackOff;
  readonly tries: TriesByAddress;
  readonly browsers: KnownBrowsers;
  readonly setUp: SetUp;
  readonly transact: Transact;
  readonly now: () => Instant;
  readonly close: () => void;
};

export type IdentityOptions = {
  readonly dataFolder: string;
  readonly kind: FolderKind;
  readonly halls: readonly HallId[];
  readonly now: () => Instant;
  readonly limits?: SessionLimits;
  readonly log?: Pick<Log, 'warn' | 'info'>;
};

/** A real server without accounts has nobody who could do anything but make the first. Rules: AUTH-16. */
export const needsSetUp = ({ kind, accounts }: Pick<Identity, 'kind' | 'accounts'>): boolean =>
  kind === 'real' && accounts.count() === 0;

/** How soon what ended by its time is gone, and its sockets with it. Units: ms. */
const SWEEP_MS = 500;

type Kept = { readonly mark: () => () => void };

/** Memory never holds what the file does not: after a transaction that came to nothing it goes back, too. */
const withMemory =
  (transact: Transact, kept: readonly Kept[]): Transact =>
  (body) => {
    const ways = kept.map(({ mark }) => mark());
    try {
      return transact(body);
    } catch (error) {
      for (const goBack of ways) goBack();
      throw error;
    }
  };

/** What nobody asked for is tried again later: a full disk is told of once and ends no hall. */
function guarded(log: IdentityOptions['log'], work: () => void): () => void {
  let isFailing = false;
  return () => {
    try {
      work();
      if (isFailing) log?.info({}, 'accounts and sessions can be written again');
      isFailing = false;
    } catch (err) {
      if (!isFailing) log?.warn({ err }, 'accounts and sessions cannot be written');
      isFailing = true;
    }
  };
}

/** Rejects: StartRefusal. */
export function openIdentity(options: IdentityOptions): Identity {
  const { dataFolder, kind, halls, now, limits, log } = options;
  const db = openIdentityFile({ dataFolder, kind, now: now() });
  const sessions = openSessions(db, now());
  const accounts = openAccounts(db);
  const devices = openPairedDevices(db);
  const transact = withMemory(transactions(db), [accounts, sessions, devices]);
  const present = openPresence({ devices, transact, now });
  const presence = { ...present, write: guarded(log, present.write) };
  const sweep = guarded(log, () => {
    sessions.sweep(now());
    present.writeNowAndThen();
  });
  const sweeping = setInterval(sweep, SWEEP_MS);
  sweeping.unref();
  return {
    ...{ kind, halls, limits: limits ?? DEFAULT_LIMITS, sessions, now },
    ...{ accounts, devices, presence, transact },
    successors: openSuccessors(now),
    pairings: openPairings(now),
    challenges: openChallenges(now),
    takeOvers: openTakeOvers(now),
    trail: openTrail(db),
    passphrases: openPassphrases(),
    backOff: openBackOff((staff) => accounts.get(staff) !== undefined),
    tries: openTriesByAddress(),
    browsers: knownBrowsers(secretKey(dataFolder, 'browsers')),
    setUp: openSetUp(now),
    close: () => {
      clearInterval(sweeping);
      presence.write();
      db.close();
    },
  };
}
