/** Devices that show a code now: what they say of themselves, and what is seen of them. Rules: AUTH-12. */
import type { WaitingDevice } from '@tingxu/contract/identity';
import { Button } from '@tingxu/ui/button';
import { cx } from '@tingxu/ui/lib/cx';
import { Panel } from '@tingxu/ui/panel';
import type { JSX } from 'preact';
import { useAdmin } from '../admin-context.tsx';
import { useI18n } from '../texts.ts';
import { type DeviceWords, placeWords } from './device-looks.ts';
import type { DevicesModel } from './devices-model.ts';
import styles from './devices-page.module.css';
import { useHallPlaces } from './use-hall-places.ts';

export function WaitingPanel(props: {
  readonly model: DevicesModel;
  readonly words: DeviceWords;
  readonly onPair: (asking: WaitingDevice | null) => void;
}): JSX.Element {
  const { model, words, onPair } = props;
  const waiting = model.waiting.value;
  return (
    <Panel
      title={words.waitingTitle}
      actions={
        <Button
          variant="primary"
          icon="plug"
          data-testid="pair-device"
          onClick={() => onPair(null)}
        >
          {words.pair}
        </Button>
      }
    >
      <p class={cx(styles['hint'])}>{waiting.length > 0 ? words.waitingText : words.nobodyWaits}</p>
      {waiting.length > 0 && (
        <ul class={cx(styles['waiting'])} data-testid="waiting">
          {waiting.map((asking) => (
            <Asking key={`${asking.address} ${asking.askedAt}`} {...{ asking, words, onPair }} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Asking(props: {
  readonly asking: WaitingDevice;
  readonly words: DeviceWords;
  readonly onPair: (asking: WaitingDevice) => void;
}): JSX.Element {
  const { asking, words, onPair } = props;
  const { hall: here, clock } = useAdmin();
  const { labelOf } = useHallPlaces();
  const { format } = useI18n();
  const where = placeWords(asking, words, (id) => labelOf(asking.hall ?? here, id));
  return (
    <li class={cx(styles['asking'])}>
      <div>
        <strong>{words.saysIs(words.role[asking.role], where)}</strong>
        <span class={cx(styles['hint'])}>
          {asking.address} · {asking.agent ?? words.unknownAgent} ·{' '}
          {format.elapsed(Math.max(0, clock.value - Date.parse(asking.askedAt)))}
        </span>
      </div>
      <Button onClick={() => onPair(asking)}>{words.enter}</Button>
    </li>
  );
}
