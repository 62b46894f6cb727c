/** Until the server refuses claimed numbers, the one of the address stands for a session. */
import type { Me } from '@tingxu/contract/identity';
import { StaffId } from '@tingxu/contract/ids';
import { StaffRole } from '@tingxu/contract/roles';
import type { Person } from './standing.ts';

const CLAIMED: Omit<Person, 'staff'> = {
  ...{ roles: StaffRole.options, halls: null, locked: false, mustChange: false },
  ...{ endsAt: '', lockAfterSeconds: 86_400 },
};

export const bridged = (me: Me): Me => {
  const staff = StaffId.safeParse(new URLSearchParams(location.search).get('staff')).data;
  if (me.staff !== null || staff === undefined) return me;
  return { ...me, needsSetUp: false, staff: { ...CLAIMED, staff } };
};

/** Somebody else is claimed from now on; nobody, when nobody is expected. */
export const bridgeTo = (staff: string): void => {
  const address = new URL(location.href);
  if (!address.searchParams.has('staff')) return;
  address.searchParams.set('staff', staff);
  history.replaceState(null, '', address.href);
};
