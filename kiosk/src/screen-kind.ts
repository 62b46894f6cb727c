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

export const screenOf = ({ width, height, inches, large }: Panel): Screen => {
  const size = large ? 'elder' : 'standard';
  if (Math.min(width, height) < PHONE_WIDTH) return { kind: 'phone', theme: 'light', size };
  const screenLongMm = longSideMm(inches, width, height);
  return { kind: 'kiosk', theme: 'light', size, screenLongMm };
};
