/**
 * The paper of a ticket: what became of its last slip, and a button to print it, or why it cannot be. One
 * button per printer of the hall; nothing in a hall without one.
 */
import type { DeviceId, DeviceTrouble, FeedDevices } from '@tingxu/contract/devices';
import type { Text } from '@tingxu/contract/ids';
import type { SlipFault, SlipRow } from '@tingxu/contract/slip-events';
import type { JSX } from 'preact';
import { Button, type ButtonSize } from './button.tsx';
import { cx } from './lib/cx.ts';
import { isCopy, type PaperPlace, paperPlaces } from './lib/paper.ts';
import styles from './paper-panel.module.css';

export type PaperWords = {
  readonly print: string;
  readonly reprint: string;
  readonly at: (action: string, printer: string) => string;
  readonly paper: (state: string, why: string) => string;
  readonly slip: Readonly<Record<SlipRow['state'], string>>;
  readonly trouble: Readonly<Record<SlipFault | DeviceTrouble, string>>;
  readonly alarm: (name: string, trouble: string, addresses: readonly number[]) => string;
};

export type PaperPanelProps = {
  readonly slip: SlipRow | undefined;
  readonly devices: FeedDevices['devices'];
  readonly words: PaperWords;
  readonly pick: (text: Text) => string;
  readonly live: boolean;
  /** The request is on its way. */
  readonly pending: boolean;
  readonly size?: ButtonSize | undefined;
  readonly block?: boolean | undefined;
  readonly onPrint: (printer: DeviceId) => void;
};

export function PaperPanel(props: PaperPanelProps): JSX.Element | null {
  const { slip, devices, words } = props;
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

function Place(
  props: PaperPanelProps & { readonly place: PaperPlace; readonly named: boolean },
): JSX.Element {
  const { slip, words, pick, live, pending, size, block, place, named, onPrint } = props;
  const { printer, hindrance } = place;
  const name = pick(printer.name);
  const action = isCopy(slip) ? words.reprint : words.print;
  return (
    <div class={cx(styles['place'])}>
      <Button
        {...{ size, block }}
        icon="ticket"
        disabled={!live || hindrance !== null || slip?.state === 'printing'}
        pending={pending}
        data-testid="do-print"
        onClick={() => onPrint(printer.device)}
      >
        {named ? words.at(action, name) : action}
      </Button>
      {hindrance && (
        <p class={cx(styles['failed'])} data-testid="no-paper">
          {words.alarm(name, words.trouble[hindrance], [])}
        </p>
      )}
    </div>
  );
}
