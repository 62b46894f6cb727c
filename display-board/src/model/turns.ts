/** What takes turns on the board follows the server's clock, so that all boards turn together. Pure. */
import type { Instant } from '@tingxu/contract/ids';

/** Long enough to be read twice. Units: ms. Source: ACC-09. */
export const TURN_MS = 8_000;

/** Whose turn it is among so many, from 0. */
export const turnOf = (now: Instant, parts: number): number =>
  parts <= 1 ? 0 : Math.floor(now / TURN_MS) % parts;
