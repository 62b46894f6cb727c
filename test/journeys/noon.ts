/**
 * In the halls of the journeys it is always about noon: no posted time, no "tomorrow" and no turn of the
 * business day falls into a journey, at whatever hour it is run.
 */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const noonAt = (now: number): { zone: string; hour: number; minute: number } => {
  const utc = Math.floor(now / HOUR) % 24;
  const ahead = 12 - utc;
  const zone = ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
  return { zone, hour: 12, minute: Math.floor(now / MINUTE) % 60 };
};

export const NOON = noonAt(Date.now());
