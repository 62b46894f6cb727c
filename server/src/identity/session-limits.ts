/** How long somebody is taken to be there. Rules: AUTH-6, AUTH-7. Source: SEC-03. Units: ms. */
export type SessionLimits = {
  /** Nobody touches the screen for so long. */
  readonly lockAfterMs: number;
  /** A shift, at most. */
  readonly shiftMs: number;
};
export const DEFAULT_LIMITS: SessionLimits = {
  lockAfterMs: 10 * 60_000,
  shiftMs: 12 * 3_600_000,
};
