/** Closing the counter is asked for once more: it takes the counter off the board. */
import { Button } from '@tingxu/ui/button';
import { Dialog } from '@tingxu/ui/dialog';
import type { JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { useDesk } from '../desk/desk-context.tsx';
import { useI18n } from '../texts.ts';

const CONFIRM = 'confirm-close';

export function CloseDialog(): JSX.Element {
  const { dialog, open, run } = useDesk();
  const { t } = useI18n();
  const shown = dialog.value?.kind === 'close';
  // Enter goes on; the dialog itself would focus its first button.
  useLayoutEffect(() => {
    if (shown) document.getElementById(CONFIRM)?.focus();
  }, [shown]);
  return (
    <Dialog
      open={shown}
      title={t.counter.closeTitle}
      onClose={() => open(null)}
      actions={
        <>
          <Button keycap={t.counter.key.escape} onClick={() => open(null)}>
            {t.common.cancel}
          </Button>
          <Button
            variant="primary"
            keycap={t.counter.key.enter}
            id={CONFIRM}
            data-testid="confirm-close"
            onClick={() => run({ type: 'close' })}
          >
            {t.counter.closeCounter}
          </Button>
        </>
      }
    >
      <p>{t.counter.closeText}</p>
    </Dialog>
  );
}
