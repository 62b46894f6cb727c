/** Where the paper of a ticket can be printed now, and what keeps it from that. Pure. Rules: DEV-2, SLIP-2, SLIP-3. */
import {
  type DeviceId,
  type DeviceRow,
  type DeviceTrouble,
  type FeedDevices,
  hinders,
} from '@tingxu/contract/devices';
import type { SlipRow } from '@tingxu/contract/slip-events';

export type PaperPlace = {
  readonly printer: DeviceRow;
  /** Why it cannot print. */
  readonly hindrance: DeviceTrouble | null;
};

const placeOf = (printer: DeviceRow): PaperPlace => ({
  printer,
  hindrance: printer.ready ? null : (printer.troubles.find(hinders) ?? 'lost'),
});

/** Printers of the hall, the one of the ticket's last slip first: whoever asks again stands near it. */
export const paperPlaces = (
  devices: FeedDevices['devices'],
  last: DeviceId | null,
): readonly PaperPlace[] =>
  devices
    .flatMap((row) => ('link' in row && row.kind === 'ticket-printer' ? [placeOf(row)] : []))
    .sort((a, b) => Number(b.printer.device === last) - Number(a.printer.device === last));

/** The next slip says that it is a copy: an earlier one may be in somebody's hands. */
export const isCopy = (slip: SlipRow | undefined): boolean => slip?.out ?? false;
