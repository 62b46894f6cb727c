/** Whether the ticket on the screen comes on paper, too. Pure. Rules: SLIP-1, DEV-2. */
import type { DeviceId, FeedDevices } from '@tingxu/contract/devices';
import type { TicketNumber } from '@tingxu/contract/ids';

/** `none`: no paper will come, so the number must be kept in another way. */
export type Paper = 'coming' | 'printed' | 'none';

/** Null for a kiosk without a printer: it promises no paper. */
export const paperOf = (
  devices: FeedDevices['devices'],
  printer: DeviceId | null,
  number: TicketNumber,
): Paper | null => {
  if (printer === null) return null;
  const row = devices.find(({ device }) => device === printer);
  if (!row) return 'none';
  if (row.slip?.number === number && row.slip.end !== 'printing') {
    return row.slip.end === 'printed' ? 'printed' : 'none';
  }
  return row.ready ? 'coming' : 'none';
};
