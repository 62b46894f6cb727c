import { HallId, StaffId } from '@tingxu/contract/ids';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addDemoAccounts } from '../demo/demo-accounts.ts';
import { temporaryFolder } from '../runtime/testing/hall-fixture.ts';
import type { Account } from './accounts.ts';
import { isAtWork } from './at-counter.ts';
import { type Identity, openIdentity } from './identity.ts';
import type { FolderKind } from './identity-file.ts';

const T01 = StaffId.parse('t01');
const DEMO = HallId.parse('demo');
const NOW = Date.parse('2026-11-23T09:00:00+08:00');

let disk: ReturnType<typeof temporaryFolder>;
let identity: Identity | null = null;
beforeEach(() => {
  disk = temporaryFolder();
});
afterEach(() => {
  identity?.close();
  disk.remove();
});

const openAs = (kind: FolderKind): Identity => {
  identity = openIdentity({ dataFolder: disk.folder, kind, now: () => NOW, halls: [DEMO] });
  addDemoAccounts(identity);
  return identity;
};

const change = ({ accounts }: Identity, more: Partial<Account>): void => {
  const account = accounts.get(T01);
  if (account) accounts.put({ ...account, ...more });
};

it('CALLER-1, AUTH-17 takes the tellers of a demo to be there until they first sign in', () => {
  const demo = openAs('demo');
  expect(isAtWork(demo, T01, DEMO)).toBe(true);
  change(demo, { disabled: true });
  expect(isAtWork(demo, T01, DEMO)).toBe(false);
  change(demo, { disabled: false, lastSignInAt: NOW });
  expect(isAtWork(demo, T01, DEMO)).toBe(false);
  const given = { staff: T01, atDevice: null, endsAt: NOW + 1, lockAfterMs: null };
  demo.sessions.startStaff(given, NOW);
  expect(isAtWork(demo, T01, DEMO)).toBe(true);
});

it('CALLER-1 takes nobody of a real server to be there who has not signed in', () => {
  expect(isAtWork(openAs('real'), T01, DEMO)).toBe(false);
});
