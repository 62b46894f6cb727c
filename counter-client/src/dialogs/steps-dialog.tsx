/** The keys that ask before they act, each question answered by a digit. */
import { Button } from '@tingxu/ui/button';
import { Dialog } from '@tingxu/ui/dialog';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import type { Action } from '../desk/action.ts';
import { ticketAt } from '../desk/desk.ts';
import { useDesk } from '../desk/desk-context.tsx';
import { stepsOf } from '../desk/steps-of.ts';
import { MORE } from '../steps/more-steps.ts';
import { useI18n } from '../texts.ts';
import styles from './dialogs.module.css';
import { MANY, StepList } from './step-list.tsx';

export function StepsDialog(): JSX.Element {
  const { dialog, situation, open, press, run } = useDesk();
  const i18n = useI18n();
  const { t } = i18n;
  const now = situation.value;
  const asking = dialog.value?.kind === 'steps' ? dialog.value.of : null;
  const first = asking && now && stepsOf(asking, now, i18n);
  const close = (): void => open(null);
  const answered = (actions: readonly Action[], key: string): void => {
    const further = MORE.find((intent) => asking === 'more' && intent === key);
    run(...actions);
    if (further) press(further);
  };
  return (
    <Dialog
      open={first !== null}
      title={asking && now ? t.desk.title[asking](ticketAt(now.desk)?.number ?? '') : ''}
      icon={asking === 'help' ? 'help' : undefined}
      wide={(first?.options.length ?? 0) > MANY}
      onClose={close}
      actions={
        <>
          <span class={cx(styles['aside'])}>{t.desk.digitsHint}</span>
          <Button keycap={t.counter.key.escape} onClick={close}>
            {t.common.cancel}
          </Button>
        </>
      }
    >
      {first && <StepList key={asking} first={first} onBack={close} onDone={answered} />}
    </Dialog>
  );
}
