/** Asked of a teller who signs out while a customer is at the counter. Rules: CTR-15. */
import { Button } from '@tingxu/ui/button';
import { Dialog } from '@tingxu/ui/dialog';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import type { Action } from '../desk/action.ts';
import { useDesk } from '../desk/desk-context.tsx';
import { leaveSteps } from '../steps/leave-steps.ts';
import { useI18n } from '../texts.ts';
import styles from './dialogs.module.css';
import { StepList } from './step-list.tsx';

export function LeaveDialog(): JSX.Element {
  const { dialog, situation, open, run, signOut } = useDesk();
  const i18n = useI18n();
  const { t } = i18n;
  const now = situation.value;
  const asked = dialog.value?.kind === 'leave' ? dialog.value : null;
  const first = asked && now && leaveSteps(now, i18n);
  const close = (): void => open(null);
  const answered = (actions: readonly Action[], key: string): void => {
    if (key === 'hand-over' && asked) open({ kind: 'handOver', leaves: asked.ticket });
    else run(...actions);
    if (key === 'anyway') signOut();
  };
  return (
    <Dialog
      open={first !== null}
      title={asked ? t.desk.leave.title(asked.ticket.number) : ''}
      icon="alert"
      tone="danger"
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
      {first && <StepList first={first} onBack={close} onDone={answered} />}
    </Dialog>
  );
}
