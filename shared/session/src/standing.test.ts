import { Me } from '@tingxu/contract/identity';
import { HallId, StaffId } from '@tingxu/contract/ids';
import { describe, expect, it } from 'vitest';
import { type Known, type Person, standingOf } from './standing.ts';

const WHO: Person = {
  ...{ staff: StaffId.parse('t01'), roles: ['teller'], halls: null },
  ...{ locked: false, mustChange: false },
  ...{ endsAt: '2026-11-22T20:00:00Z', lockAfterSeconds: 600 },
};
const EMPTY = Me.parse({ staff: null, device: null, needsSetUp: false, signOn: null, demo: null });
const known = (who: Partial<Person> | null, more: Partial<Known> = {}): Known => ({
  me: { ...EMPTY, staff: who && { ...WHO, ...who } },
  ...{ roles: ['teller'], hall: HallId.parse('main') },
  ...{ lockedHere: false, wasIn: false, changing: false, justSetUp: false },
  ...more,
});

describe('where a page stands', () => {
  it('is open to whoever is signed in with one of its roles', () => {
    expect(standingOf(known({})).kind).toBe('in');
    expect(standingOf(known({ roles: ['lobby'] })).kind).toBe('no-right');
    expect(standingOf(known({ roles: ['lobby', 'teller'] })).kind).toBe('in');
  });

  it('is open in the halls of the account only', () => {
    const main = [HallId.parse('main')];
    expect(standingOf(known({ halls: main })).kind).toBe('in');
    expect(standingOf(known({ halls: [HallId.parse('other')] })).kind).toBe('no-right');
    expect(standingOf(known({ halls: main }, { hall: null })).kind).toBe('in');
  });

  it('is locked by the server or by the page, whoever of the two was first', () => {
    expect(standingOf(known({ locked: true })).kind).toBe('locked');
    expect(standingOf(known({}, { lockedHere: true })).kind).toBe('locked');
    // Neither another passphrase nor another page opens a lock.
    expect(standingOf(known({ mustChange: true, roles: [] }, { lockedHere: true })).kind).toBe(
      'locked',
    );
  });

  it('asks for a passphrase of their own before it looks at rights', () => {
    expect(standingOf(known({ mustChange: true, roles: [] })).kind).toBe('must-change');
    expect(standingOf(known({}, { changing: true })).kind).toBe('must-change');
  });

  it('says that a session has ended only to whoever had one', () => {
    expect(standingOf(known(null))).toEqual({ kind: 'out', over: false });
    expect(standingOf(known(null, { wasIn: true }))).toEqual({ kind: 'out', over: true });
  });

  it('knows nothing before the server has said something, and sets up before all else', () => {
    expect(standingOf({ ...known({}), me: null }).kind).toBe('asking');
    const me = { ...EMPTY, needsSetUp: true };
    expect(standingOf({ ...known({}), me }).kind).toBe('set-up');
    expect(standingOf(known({}, { justSetUp: true })).kind).toBe('ready');
  });
});
