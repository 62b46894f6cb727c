/** Opening and closing the business day; closing says beforehand what stands in the way. Rules: DAY-3. */
import { Button } from '@tingxu/ui/button';
import { Dialog } from '@tingxu/ui/dialog';
import { Notice } from '@tingxu/ui/notice';
import type { JSX } from 'preact';
import { unfinished } from '../figures/hall-figures.ts';
import { useMonitor } from '../monitor-context.tsx';
import { useI18n } from '../texts.ts';

export function DayDialog(): JSX.Element {
  const { actions, figures } = useMonitor();
  const { t } = useI18n();
  const kind = actions.dialog.value?.kind;
  const closing = kind === 'closeDay';
  const left = figures.value ? unfinished(figures.value) : 0;
  const blocked = closing && left > 0;
  const words = t.supervisor;
  return (
    <Dialog
      open={closing || kind === 'openDay'}
      title={closing ? words.closeDayTitle : words.openDayTitle}
      onClose={() => actions.open(null)}
      actions={
        <>
          <Button onClick={() => actions.open(null)}>{t.common.back}</Button>
          <Button
            variant="primary"
            disabled={blocked}
            pending={actions.pending.value !== null}
            data-testid="confirm-day"
            onClick={() => void actions.run({ type: closing ? 'closeDay' : 'openDay' })}
          >
            {closing ? words.closeDay : words.openDay}
          </Button>
        </>
      }
    >
      {blocked ? (
        <Notice tone="warn">{words.closeDayBlocked(left)}</Notice>
      ) : (
        <p>{closing ? words.closeDayText : words.openDayText}</p>
      )}
    </Dialog>
  );
}
