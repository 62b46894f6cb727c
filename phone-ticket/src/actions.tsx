/** What the holder can do: be here, be told, or leave. */
import { signal } from '@preact/signals';
import { Button } from '@tingxu/ui/button';
import { Dialog } from '@tingxu/ui/dialog';
import { Notice } from '@tingxu/ui/notice';
import type { JSX } from 'preact';
import { askToNotify, canNotify, mayNotify } from './attention.ts';
import { usePhone } from './phone-context.tsx';
import styles from './phone-page.module.css';
import type { LiveProps } from './slip.tsx';
import { useI18n } from './texts.ts';
import { Told } from './told.tsx';

export function Actions({ kind, row }: LiveProps): JSX.Element {
  const { t } = useI18n();
  const { commands, act, askToLeave } = usePhone();
  const pending = commands.pending.value;
  return (
    <div class={styles['actions']}>
      <Told outcome={commands.outcome.value} />
      {kind === 'missed' && !row.mayReturn && <Notice tone="info">{t.phone.askStaff}</Notice>}
      {row.mayReturn && (
        <Button
          {...{ variant: 'primary', size: 'l', block: true, icon: 'check' }}
          pending={pending === 'return'}
          onClick={() => void act('return')}
          data-testid="here"
        >
          {t.phone.here}
        </Button>
      )}
      {kind === 'waiting' && <Notifying />}
      <p class={styles['hint']}>{t.phone.keepOpen}</p>
      {kind !== 'serving' && (
        <Button
          {...{ variant: 'quiet', size: 'touch', block: true }}
          pending={pending === 'cancel'}
          onClick={askToLeave}
          data-testid="give-up"
        >
          {t.phone.giveUp}
        </Button>
      )}
      <Leaving />
    </div>
  );
}

const allowed = signal(mayNotify());
/** It was asked for and not granted: some browsers refuse without a word. */
const refused = signal(false);

function Notifying(): JSX.Element | null {
  const { t } = useI18n();
  if (!canNotify()) return null;
  if (allowed.value) return <p class={styles['hint']}>{t.phone.notifyOn}</p>;
  const ask = async (): Promise<void> => {
    allowed.value = await askToNotify();
    refused.value = !allowed.value;
  };
  return (
    <>
      <Button block size="touch" icon="bell" onClick={() => void ask()}>
        {t.phone.notifyMe}
      </Button>
      {refused.value && <Notice tone="info">{t.phone.notifyRefused}</Notice>}
    </>
  );
}

function Leaving(): JSX.Element {
  const { t } = useI18n();
  const { leaving, stay, act } = usePhone();
  return (
    <Dialog
      open={leaving.value}
      title={t.phone.giveUpTitle}
      onClose={stay}
      actions={
        <>
          <Button size="touch" onClick={stay}>
            {t.phone.giveUpNo}
          </Button>
          <Button
            {...{ size: 'touch', variant: 'danger' }}
            onClick={() => void act('cancel')}
            data-testid="give-up-yes"
          >
            {t.phone.giveUpYes}
          </Button>
        </>
      }
    >
      {t.phone.giveUpText}
    </Dialog>
  );
}
