/** Why a number or a booking was not taken, in one or two sentences that name a way on. Pure. */

import type { LaterI18n } from '../later-texts.ts';
import type { Refusal } from '../model/entry.ts';

export const refusalText = (
  refusal: Refusal,
  { t, format }: Pick<LaterI18n, 't' | 'format'>,
): string => {
  if (refusal.kind === 'not-missed') return t.kiosk.notMissed[refusal.state];
  if (refusal.kind === 'too-early') return t.kiosk.checkInFrom(format.time(refusal.fromAt));
  return t.problemsPublic[refusal.code];
};

/** Codes after which only a new number helps. */
const OVER: readonly string[] = ['ticket-ended', 'return-expired', 'check-in-too-late'];

/** What helps now: to type it once more, to take a number anew, or a member of staff. Rules: MISS-16. */
export const wayOnFrom = (refusal: Refusal): 'again' | 'anew' | 'staff' => {
  if (refusal.kind !== 'problem') return 'again';
  if (refusal.code === 'return-channel-closed') return 'staff';
  return OVER.includes(refusal.code) ? 'anew' : 'again';
};
