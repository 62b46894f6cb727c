/** A kiosk panel, or somebody's phone. Pure. */
import { longSideMm, type Screen } from '@tingxu/ui/lib/screen';

/** No kiosk panel is this narrow. Units: CSS px. */
const PHONE_WIDTH = 500;

export type Panel = {
  readonly width: number;
  readonly height: number;
  readonly inches: number;
  readonly large: boolean;
};

/** As high as somebody in a wheelchair reaches. Units: mm above the floor. Source: ACC-07. */
const REACH_MM = 1_220;
/** Less than this holds no screen. Units: mm. */
const LEAST_MM = 120;

/**
 * How much of the panel, from its lower edge, is in reach; null where all of it is, or too little.
 * Units: mm.
 */
export const reachOf = (
  { width, height, inches }: Omit<Panel, 'large'>,
  mountedMm: number | null,
): number | null => {
  if (mountedMm === null) return null;
  const panelMm = (inches * 25.4 * height) / Math.hypot(width, height);
  const reachMm = REACH_MM - mountedMm;
  return reachMm < panelMm && reachMm >= LEAST_MM ? Math.floor(reachMm) : null;
};

/** The short side of the panel that the sizes are made for, 10 inches across. Units: mm. */
const SHORT_MM = 134.6;
const MOST_GROWTH = 1.28;
/** Of what a panel has beyond that; the rest is air, pictures, and more on one page. */
const GROWING = 0.3;

/** How much larger than necessary everything is on a panel that has the room. */
export const growOf = ({ width, height, inches }: Omit<Panel, 'large'>): number => {
  const shortMm = (inches * 25.4 * Math.min(width, height)) / Math.hypot(width, height);
  return Math.max(1, Math.min(MOST_GROWTH, 1 + (shortMm / SHORT_MM - 1) * GROWING));
};

export const screenOf = ({ width, height, inches, large }: Panel): Screen => {
  const size = large ? 'elder' : 'standard';
  if (Math.min(width, height) < PHONE_WIDTH) return { kind: 'phone', theme: 'light', size };
  const screenLongMm = longSideMm(inches, width, height);
  return { kind: 'kiosk', theme: 'light', size, screenLongMm };
};
