/** What needs no server: sessions looked up, numbers that nobody has, links that nobody was given. Source: SEC-02, SEC-03, SEC-09. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HallId, StaffId, TicketId } from '@tingxu/contract/ids';
import { DEMO_PASSPHRASE_HASH } from '@tingxu/server/demo/demo-accounts';
import { bearerOf, capacityOf } from '@tingxu/server/identity/bearer';
import { type Identity, openIdentity } from '@tingxu/server/identity/identity';
import { signIn } from '@tingxu/server/identity/sign-in';
import { ticketLinks } from '@tingxu/server/links/ticket-links';

const HALL = HallId.parse('measured');

const withIdentity = async <T>(work: (identity: Identity) => T | Promise<T>): Promise<T> => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tingxu-identity-'));
  const identity = openIdentity({ dataFolder, kind: 'real', halls: [HALL], now: Date.now });
  try {
    return await work(identity);
  } finally {
    identity.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
};

const addAccount = ({ accounts }: Identity, name: string): StaffId => {
  const staff = StaffId.parse(name);
  accounts.put({
    ...{ staff, passphrase: DEMO_PASSPHRASE_HASH, mustChange: false, roles: ['teller'] },
    ...{ halls: null, disabled: false, createdAt: 0, lastSignInAt: null },
  });
  return staff;
};

export type LookUp = { readonly microseconds: number; readonly sessions: number };

/** Of one command: the token of a request, to the actor of its command. */
export const measureLookUp = (sessions: number, lookUps: number): Promise<LookUp> =>
  withIdentity((identity) => {
    const staff = addAccount(identity, 't1');
    const endsAt = Date.now() + 3_600_000;
    const tokens = identity.transact(() =>
      Array.from({ length: sessions }, () => {
        const given = { staff, atDevice: null, endsAt, lockAfterMs: null };
        return identity.sessions.startStaff(given, Date.now()).token;
      }),
    );
    const one = (token: string): boolean => capacityOf(bearerOf(identity, [token]), 'teller').ok;
    if (one('A'.repeat(43))) throw new Error('a token of nobody opens something');
    const from = performance.now();
    for (let n = 0; n < lookUps; n += 1) {
      if (!one(tokens[n % sessions] ?? '')) throw new Error('a session is not known');
    }
    return { microseconds: ((performance.now() - from) * 1_000) / lookUps, sessions };
  });

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

export type SignInTimes = {
  readonly known: number;
  readonly unknown: number;
  /** Of an account that is held off: it is answered without a comparison, and the measure must see it. */
  readonly control: number;
};

/** Wrong passphrases, by turns for a number that somebody has and one that nobody has. Units: ms, medians. */
export const measureSignIns = (tries: number): Promise<SignInTimes> =>
  withIdentity(async (identity) => {
    let asked = 0;
    // From an address of its own each, which has not asked too often (AUTH-8).
    const where = () => {
      asked += 1;
      return { device: null, address: `10.0.${asked >> 8}.${asked & 255}` };
    };
    const timed = async (staff: StaffId, at = where()): Promise<number> => {
      const from = performance.now();
      await signIn(identity, { staff, passphrase: 'wrong wrong wrong' }, at, null);
      return performance.now() - from;
    };
    const held = addAccount(identity, 'held');
    const door = where();
    for (let n = 0; n < 5; n += 1) await timed(held, door);
    const [known, unknown, control]: [number[], number[], number[]] = [[], [], []];
    for (let n = 0; n < tries; n += 1) {
      known.push(await timed(addAccount(identity, `k${n}`)));
      unknown.push(await timed(StaffId.parse(`u${n}`)));
      control.push(await timed(held, door));
    }
    return { known: median(known), unknown: median(unknown), control: median(control) };
  });

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** By turns: by chance, one sign of a real one changed, the proof of the ticket before. */
export const guessedLinks = (real: string, before: string, count: number): string[] => {
  const at = real.lastIndexOf('.') + 1;
  const proof = real.slice(at);
  const changed = (n: number): string => {
    const place = n % (proof.length - 1);
    const other = SIGNS[(SIGNS.indexOf(proof[place] ?? '') + 1 + (n % 62)) % 64] ?? '';
    return `${proof.slice(0, place)}${other}${proof.slice(place + 1)}`;
  };
  return Array.from({ length: count }, (_, n) => {
    if (n % 3 === 0) return `${real.slice(0, at)}${randomBytes(16).toString('base64url')}`;
    return n % 3 === 1
      ? `${real.slice(0, at)}${changed(n)}`
      : `${real.slice(0, at)}${before.slice(before.lastIndexOf('.') + 1)}`;
  }).filter((link) => link !== real);
};

export type Guesses = { readonly tries: number; readonly hits: number; readonly control: boolean };

export const guessLinks = (count: number): Guesses => {
  const links = ticketLinks(randomBytes(32));
  const ticket = TicketId.parse('20261123-0042');
  const real = links.linkOf(HALL, ticket);
  const before = links.linkOf(HALL, TicketId.parse('20261123-0041'));
  const guesses = guessedLinks(real, before, count);
  const hits = guesses.filter((link) => links.ticketOf(link) !== null).length;
  return { tries: guesses.length, hits, control: links.ticketOf(real)?.ticket === ticket };
};
