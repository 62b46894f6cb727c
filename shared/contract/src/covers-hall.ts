/** Where rights hold. One answer for API, feed and pages. Rules: AUTH-5. */
import type { HallId } from './ids.ts';

/** The halls that rights were given for; null: every hall of the server. */
export type HallsOfRights = readonly HallId[] | null;

export const coversHall = (rights: HallsOfRights, hall: HallId): boolean =>
  rights === null || rights.includes(hall);

/** Whether rights in `theirs` reach no further than those in `mine`. */
export const coversHalls = (mine: HallsOfRights, theirs: HallsOfRights): boolean =>
  mine === null || (theirs?.every((hall) => coversHall(mine, hall)) ?? false);
