/**
 * Opening and closing the business day; closing says beforehand who is left, and ends them only on a
 * word of its own; opening once more says who comes back. Rules: DAY-3..DAY-5.
 */
import { type Signal, useSignal } from '@preact/signals';
import { Button } from '@tingxu/ui/button';
import { Dialog } from '@tingxu/ui/dialog';
import { cx } from '@tingxu/ui/lib/cx';
import { Notice } from '@tingxu/ui/notice';
import type { JSX } from 'preact';
import { type HallFigures, unfinished } from '../figures/hall-figures.ts';
import { SumLine } from '../lanes/sum-line.tsx';
import { useMonitor } from '../monitor-context.tsx';
import { useI18n } from '../texts.ts';
import styles from './dialogs.module.css';
import { OpeningText } from './opening-text.tsx';

export function DayDialog(): JSX.Element {
  const { actions, figures } = useMonitor();
  const { t } = useI18n();
  const kind = actions.dialog.value?.kind;
  const closing = kind === 'closeDay';
  const ending = useSignal(false);
  const left = figures.value ? unfinished(figures.value) : 0;
  const remain = closing && left > 0;
  const close = (): void => {
    ending.value = false;
    actions.open(null);
  };
  const confirm = async (): Promise<void> => {
    const endRemaining = remain && ending.value;
    await actions.run(closing ? { type: 'closeDay', endRemaining } : { type: 'openDay' });
    ending.value = false;
  };
  const words = t.supervisor;
  return (
    <Dialog
      open={closing || kind === 'openDay'}
      title={closing ? words.closeDayTitle : words.openDayTitle}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t.common.back}</Button>
          <Button
            variant="primary"
            disabled={remain && !ending.value}
            pending={actions.pending.value !== null}
            data-testid="confirm-day"
            onClick={() => void confirm()}
          >
            {closing ? words.closeDay : words.openDay}
          </Button>
        </>
      }
    >
      {remain && figures.value ? (
        <Remaining figures={figures.value} ending={ending} />
      ) : (
        closing && <p>{words.closeDayText}</p>
      )}
      {closing && <SumLine />}
      {kind === 'openDay' && <OpeningText />}
    </Dialog>
  );
}

/** Who is left, and the word that they shall be ended. Rules: DAY-3, DAY-4. */
function Remaining(props: {
  readonly figures: HallFigures;
  readonly ending: Signal<boolean>;
}): JSX.Element {
  const { t } = useI18n();
  const { figures, ending } = props;
  const { waiting, called, serving, parked, preparing } = figures.tickets;
  const words = t.supervisor;
  return (
    <>
      <Notice tone="warn" title={words.closeDayBlocked(unfinished(figures))}>
        {words.closeDayLeft(waiting, called + serving, parked + preparing)}
      </Notice>
      <label class={cx(styles['check'])}>
        <input
          type="checkbox"
          checked={ending.value}
          data-testid="end-remaining"
          onChange={(event) => {
            ending.value = event.currentTarget.checked;
          }}
        />
        <span>{words.closeDayEnd}</span>
      </label>
    </>
  );
}
