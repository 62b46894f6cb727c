/** All keys on one sheet, letters and number pad side by side. */
import { Button } from '@tingxu/ui/button';
import { Dialog } from '@tingxu/ui/dialog';
import { Keycap } from '@tingxu/ui/keycap';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useDesk } from '../desk/desk-context.tsx';
import { useI18n } from '../texts.ts';
import styles from './dialogs.module.css';

export function KeysDialog(): JSX.Element {
  const { dialog, open } = useDesk();
  const { t } = useI18n();
  const { key } = t.counter;
  const rows: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    [t.counter.keyMain, [key.space, key.enter], ['+', key.enter]],
    [t.counter.recall, ['F2', 'R'], ['*']],
    [t.counter.miss, ['M'], ['-']],
    [t.counter.finishOnly, ['F'], ['.']],
    [t.counter.pause, ['P'], ['/']],
    [t.counter.closeCounter, ['X'], []],
    [t.counter.keys, ['?'], []],
  ];
  return (
    <Dialog
      open={dialog.value?.kind === 'keys'}
      title={t.counter.keysTitle}
      onClose={() => open(null)}
      actions={
        <Button keycap={key.escape} onClick={() => open(null)}>
          {t.common.close}
        </Button>
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

const caps = (keys: readonly string[]): JSX.Element[] =>
  keys.map((name) => <Keycap key={name}>{name}</Keycap>);
