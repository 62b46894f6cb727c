/** Where a page stands with whoever sits before it. Pure. Rules: adr/0026. */
import { coversHall } from '@tingxu/contract/covers-hall';
import type { Me } from '@tingxu/contract/identity';
import type { HallId } from '@tingxu/contract/ids';
import type { StaffRole } from '@tingxu/contract/roles';

/** Somebody who is signed in. */
export type Person = NonNullable<Me['staff']>;

export type Standing =
  /** The server has not said yet who this browser is. */
  | { readonly kind: 'asking' }
  /** Nobody has an account; then: the first one has been made just now. */
  | { readonly kind: 'set-up' | 'ready' }
  /** `over`: somebody was signed in, and the server has ended it. */
  | { readonly kind: 'out'; readonly over: boolean }
  | { readonly kind: 'locked' | 'must-change' | 'no-right' | 'in'; readonly who: Person };

export type PageNeeds = {
  /** Any of these opens the page. */
  readonly roles: readonly StaffRole[];
  /** Null where the page is about the server. */
  readonly hall: HallId | null;
};

export type Known = PageNeeds & {
  readonly me: Me | null;
  /** Locked by this page, whether the server has heard of it or not. */
  readonly lockedHere: boolean;
  /** Somebody was signed in on this page. */
  readonly wasIn: boolean;
  /** Whoever is here wants another passphrase. */
  readonly changing: boolean;
  /** Set up on this page, and not yet told what comes next. */
  readonly justSetUp: boolean;
};

export const mayOpen = ({ roles, halls }: Person, needs: PageNeeds): boolean =>
  needs.roles.some((role) => roles.includes(role)) &&
  (needs.hall === null || coversHall(halls, needs.hall));

export const standingOf = (known: Known): Standing => {
  const { me } = known;
  if (me === null) return { kind: 'asking' };
  if (me.needsSetUp) return { kind: 'set-up' };
  if (known.justSetUp) return { kind: 'ready' };
  const who = me.staff;
  if (who === null) return { kind: 'out', over: known.wasIn };
  if (who.locked || known.lockedHere) return { kind: 'locked', who };
  if (who.mustChange || known.changing) return { kind: 'must-change', who };
  return { kind: mayOpen(who, known) ? 'in' : 'no-right', who };
};
