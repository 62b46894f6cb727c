/** Why the counter leaves service: one digit, or one click. Source: H5. */
import { PauseReason } from '@tingxu/contract/commands';
import { Button } from '@tingxu/ui/button';
import { ChoiceTile } from '@tingxu/ui/choice-tile';
import { Dialog } from '@tingxu/ui/dialog';
import { Keycap } from '@tingxu/ui/keycap';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useDesk } from '../desk/desk-context.tsx';
import { useI18n } from '../texts.ts';
import styles from './dialogs.module.css';
import { useDigits } from './use-digits.ts';

export function PauseDialog(): JSX.Element {
  const { dialog, open, run } = useDesk();
  const { t } = useI18n();
  const shown = dialog.value?.kind === 'pause';
  const reasons = PauseReason.options;
  const pause = (reason: PauseReason): void => run({ type: 'pause', reason });
  useDigits(shown, (digit) => {
    const reason = reasons[digit - 1];
    if (reason) pause(reason);
  });
  return (
    <Dialog
      open={shown}
      title={t.counter.pauseTitle}
      icon="pause"
      onClose={() => open(null)}
      actions={
        <>
          <span class={cx(styles['aside'])}>{t.desk.digitsHint}</span>
          <Button keycap={t.counter.key.escape} onClick={() => open(null)}>
            {t.common.cancel}
          </Button>
        </>
      }
    >
      <div class={cx(styles['tiles'])}>
        {reasons.map((reason, index) => (
          <ChoiceTile
            key={reason}
            title={t.staff.pauseReason[reason]}
            picture={
              <span class={cx(styles['digit'])}>
                <Keycap>{String(index + 1)}</Keycap>
              </span>
            }
            data-testid={`pause-${reason}`}
            onClick={() => pause(reason)}
          />
        ))}
      </div>
    </Dialog>
  );
}
