/** What a browser is told of itself. Rules: AUTH-3, AUTH-16. */
import type { Me } from '@tingxu/contract/identity';
import type { Instant, RestTime } from '@tingxu/contract/ids';
import type { Bearer } from '../identity/bearer.ts';
import { needsSetUp } from '../identity/identity.ts';
import type { Hosting } from './hosting.ts';

/** Of no hall, so of no zone. */
export const utc = (at: Instant): RestTime => new Date(at).toISOString();

export function meOf(
  { identity, demoSignIns, signOn = null }: Hosting,
  { staff, device }: Bearer,
): Me {
  return {
    staff: staff && {
      staff: staff.account.staff,
      roles: [...staff.account.roles],
      halls: staff.account.halls && [...staff.account.halls],
      locked: staff.locked,
      mustChange: staff.account.mustChange,
      endsAt: utc(staff.session.endsAt),
      lockAfterSeconds: Math.floor((staff.session.lockAfterMs ?? identity.limits.shiftMs) / 1000),
    },
    device: device && {
      device: device.paired.device,
      role: device.paired.role,
      hall: device.paired.hall,
      place: device.paired.place,
      name: device.paired.name,
    },
    needsSetUp: needsSetUp(identity),
    signOn,
    demo: demoSignIns && { signIns: [...demoSignIns] },
  };
}
