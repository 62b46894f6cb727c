/** All keys on one sheet, letters and number pad side by side. */
import { Button } from '@tingxu/ui/button';
import { Dialog } from '@tingxu/ui/dialog';
import { Keycap } from '@tingxu/ui/keycap';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useDesk } from '../desk/desk-context.tsx';
import { intentName } from '../desk/intent-name.ts';
import { CAPS } from '../desk/key-caps.ts';
import { useI18n } from '../texts.ts';
import styles from './dialogs.module.css';

export function KeysDialog(): JSX.Element {
  const { dialog, open, askGuide } = useDesk();
  const { t } = useI18n();
  const { key } = t.counter;
  const rows: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    [t.counter.keyMain, [key.space, key.enter], ['+', key.enter]],
    ...INTENTS.map((intent) => {
      const { letter, pad } = CAPS[intent];
      const letters = intent === 'recall' ? [letter, 'R'] : [letter];
      return [intentName(intent, t), letters, pad === '' ? [] : [pad]] as const;
    }),
  ];
  return (
    <Dialog
      open={dialog.value?.kind === 'keys'}
      title={t.counter.keysTitle}
      wide
      onClose={() => open(null)}
      actions={
        <>
          <Button variant="quiet" data-testid="guide-open" onClick={askGuide}>
            {t.staff.firstSteps}
          </Button>
          <Button keycap={key.escape} onClick={() => open(null)}>
            {t.common.close}
          </Button>
        </>
      }
    >
      <table class={cx(styles['keys'])}>
        <thead>
          <tr>
            <td />
            <th scope="col">{t.counter.keys}</th>
            <th scope="col">{key.numpad}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, letters, pad]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{caps(letters)}</td>
              <td>{caps(pad)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class={cx(styles['muted'])}>{t.counter.keyMainHint}</p>
    </Dialog>
  );
}

const INTENTS = [
  ...(['recall', 'miss', 'finish', 'transfer', 'addService', 'park', 'sendBack'] as const),
  ...([
    'documents',
    'end',
    'away',
    'ticket',
    'walkUp',
    'help',
    'pause',
    'handOver',
    'close',
    'more',
    'keys',
  ] as const),
];

const caps = (keys: readonly string[]): JSX.Element[] =>
  keys.map((name) => <Keycap key={name}>{name}</Keycap>);
