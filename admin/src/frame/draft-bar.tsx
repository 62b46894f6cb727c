/** The draft, always in sight: how much it changes, what is wrong with it, and the way to put it in force. */
import { useSignal } from '@preact/signals';
import { Button } from '@tingxu/ui/button';
import { Dialog } from '@tingxu/ui/dialog';
import { cx } from '@tingxu/ui/lib/cx';
import type { Tone } from '@tingxu/ui/lib/tone';
import { StateDot } from '@tingxu/ui/state-dot';
import type { JSX } from 'preact';
import { useAdmin } from '../admin-context.tsx';
import type { AdminModel } from '../admin-model.ts';
import { type AdminI18n, useI18n } from '../texts.ts';
import styles from './draft-bar.module.css';

const standing = ({ draft, foresight, inFile }: AdminModel, t: AdminI18n['t']): [Tone, string] => {
  const words = t.admin;
  if (inFile.value) return ['info', words.inFile];
  if (!draft.work.value) return ['quiet', words.draftNone];
  const faults = draft.faults.value.length;
  if (faults > 0) return ['over', words.draftFaults(faults)];
  if (draft.outrun.value) return ['warn', words.outrun];
  const told = foresight.told.value;
  if (!told?.ok) return ['info', words.draftChecking];
  const { changes, conflicts } = told.value;
  return [conflicts.length > 0 ? 'warn' : 'info', words.draftChanges(changes.length)];
};

export function DraftBar(): JSX.Element {
  const admin = useAdmin();
  const { t } = useI18n();
  const asking = useSignal(false);
  const { draft } = admin;
  const begun = draft.work.value !== null;
  const [tone, text] = standing(admin, t);
  return (
    <div class={cx(styles['bar'])} data-guide="draft">
      <div aria-live="polite" data-testid="draft">
        <StateDot tone={tone}>{text}</StateDot>
      </div>
      <div class={cx(styles['actions'])} data-guide="review">
        <Button variant="quiet" disabled={!draft.canUndo.value} onClick={() => draft.undo()}>
          {t.admin.undo}
        </Button>
        <Button
          variant="quiet"
          disabled={!begun}
          onClick={() => {
            asking.value = true;
          }}
        >
          {t.admin.discard}
        </Button>
        <Button
          variant="primary"
          iconEnd="arrow-right"
          disabled={!begun || admin.page.value === 'review'}
          data-testid="to-review"
          onClick={() => {
            location.hash = '#/review';
          }}
        >
          {t.admin.review}
        </Button>
      </div>
      <Dialog
        open={asking.value}
        title={t.admin.discardTitle}
        tone="danger"
        onClose={() => {
          asking.value = false;
        }}
        actions={
          <>
            <Button
              onClick={() => {
                asking.value = false;
              }}
            >
              {t.common.cancel}
            </Button>
            <Button
              variant="danger"
              onClick={() => {
                draft.discard();
                asking.value = false;
              }}
            >
              {t.admin.discard}
            </Button>
          </>
        }
      >
        <p>{t.admin.discardText}</p>
      </Dialog>
    </div>
  );
}
