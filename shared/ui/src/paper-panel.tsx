/**
 * The paper of a ticket: what became of its last slip, and a button to print it, or why it cannot be, and one
 * for the list of what its service needs, to take home. Both for each printer of the hall; nothing in a hall without.
 */
import type { DeviceId, DeviceTrouble, FeedDevices } from '@tingxu/contract/devices';
import type { HallProfile } from '@tingxu/contract/hall-profile';
import type { Text, TicketId, TicketNumber } from '@tingxu/contract/ids';
import type { SlipFault, SlipRow } from '@tingxu/contract/slip-events';
import type { TicketRow } from '@tingxu/contract/views';
import type { JSX } from 'preact';
import { Button, type ButtonSize } from './button.tsx';
import { cx } from './lib/cx.ts';
import { isCopy, type PaperPlace, paperPlaces } from './lib/paper.ts';
import { serviceOf } from './lib/profile.ts';
import styles from './paper-panel.module.css';

export type PaperWords = {
  readonly print: string;
  readonly reprint: string;
  readonly documents: string;
  readonly at: (action: string, printer: string) => string;
  readonly paper: (state: string, why: string) => string;
  readonly slip: Readonly<Record<SlipRow['state'], string>>;
  readonly trouble: Readonly<Record<SlipFault | DeviceTrouble, string>>;
  readonly alarm: (name: string, trouble: string, addresses: readonly number[]) => string;
};

/** As the command says it. Rules: SLIP-2, SLIP-9. */
export type PrintAsked = {
  readonly type: 'print';
  readonly ticket: TicketId;
  readonly number: TicketNumber;
  readonly printer: DeviceId;
  readonly layout?: 'documents';
};

export type PaperPanelProps = {
  readonly row: TicketRow;
  readonly profile: HallProfile | null;
  readonly devices: FeedDevices['devices'];
  readonly words: PaperWords;
  readonly pick: (text: Text) => string;
  readonly live: boolean;
  /** The request that is on its way; of other kinds none. */
  readonly pending: { readonly type: string } | null;
  readonly size?: ButtonSize | undefined;
  readonly block?: boolean | undefined;
  readonly onPrint: (asked: PrintAsked) => void;
};

export function PaperPanel(props: PaperPanelProps): JSX.Element | null {
  const { row, devices, words } = props;
  const { slip } = row;
  const places = paperPlaces(devices, slip?.printer ?? null);
  if (places.length === 0) return null;
  return (
    <div class={cx(styles['panel'])} data-testid="paper">
      {slip && (
        <p class={cx(styles['state'], slip.why && styles['failed'])} data-slip={slip.state}>
          {words.paper(words.slip[slip.state], slip.why ? words.trouble[slip.why] : '')}
        </p>
      )}
      {places.map((place) => (
        <Place key={place.printer.device} {...props} place={place} named={places.length > 1} />
      ))}
    </div>
  );
}

type PlaceProps = PaperPanelProps & { readonly place: PaperPlace; readonly named: boolean };

function Place(props: PlaceProps): JSX.Element {
  const { row, profile, words, pick, place } = props;
  const { printer, hindrance } = place;
  const isAsked = (serviceOf(profile, row.service)?.documents ?? []).length > 0;
  return (
    <div class={cx(styles['place'])}>
      <PrintButton {...props} action={isCopy(row.slip) ? words.reprint : words.print} />
      {isAsked && <PrintButton {...props} action={words.documents} layout="documents" />}
      {hindrance && (
        <p class={cx(styles['failed'])} data-testid="no-paper">
          {words.alarm(pick(printer.name), words.trouble[hindrance], [])}
        </p>
      )}
    </div>
  );
}

function PrintButton(
  props: PlaceProps & { readonly action: string; readonly layout?: 'documents' },
): JSX.Element {
  const { row, words, pick, live, pending, size, block, place, named, action, layout } = props;
  const { ticket, number, slip } = row;
  const { printer, hindrance } = place;
  const asked: PrintAsked = {
    ...{ type: 'print', ticket, number, printer: printer.device },
    ...(layout && { layout }),
  };
  const isThis =
    pending !== null && 'printer' in pending && pending.printer === printer.device
      ? !('layout' in pending) === !layout
      : false;
  return (
    <Button
      {...{ size, block }}
      icon="ticket"
      disabled={!live || hindrance !== null || slip?.state === 'printing'}
      pending={isThis}
      data-testid={layout ? 'do-print-documents' : 'do-print'}
      onClick={() => props.onPrint(asked)}
    >
      {named ? words.at(action, pick(printer.name)) : action}
    </Button>
  );
}
