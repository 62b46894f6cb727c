/** Quiet mode, and the sentences that staff may have said, each with what became of it. Source: product.md 4.4. */
import { AskedKind } from '@tingxu/contract/voice';
import type { VoiceAction } from '@tingxu/feed-client/manager-action';
import { Button } from '@tingxu/ui/button';
import { Dialog } from '@tingxu/ui/dialog';
import { cx } from '@tingxu/ui/lib/cx';
import { Notice } from '@tingxu/ui/notice';
import type { JSX } from 'preact';
import { toastOf } from '../actions/messages.tsx';
import { StaleBanner } from '../frame/stale-banner.tsx';
import { useMonitor } from '../monitor-context.tsx';
import { useI18n } from '../texts.ts';
import styles from './voice-dialog.module.css';
import { askedTold, voiceTold } from './voice-state.ts';

export function VoiceDialog(): JSX.Element {
  const { actions } = useMonitor();
  const { t } = useI18n();
  const shown = actions.dialog.value?.kind === 'voice';
  const close = (): void => {
    actions.open(null);
    actions.dismiss();
  };
  return (
    <Dialog
      open={shown}
      title={t.voice.title}
      icon="sound"
      banner={<StaleBanner />}
      onClose={close}
      actions={<Button onClick={close}>{t.common.close}</Button>}
    >
      {shown && (
        <div class={cx(styles['sheet'])}>
          <Mode />
          <Sentences />
          <Refusal />
        </div>
      )}
    </Dialog>
  );
}

const useVoiceRun = () => {
  const { actions, live, view } = useMonitor();
  return {
    isOff: !live.value || !view.value?.day.open,
    isPending: (type: VoiceAction['type']) => actions.pending.value?.type === type,
    run: (action: VoiceAction) => void actions.run(action),
  };
};

function Mode(): JSX.Element | null {
  const { voice } = useMonitor();
  const { t } = useI18n();
  const { isOff, isPending, run } = useVoiceRun();
  if (!voice.value) return null;
  const { tone, words } = voiceTold(voice.value, t.voice);
  const { quiet } = voice.value;
  const turn = (
    <Button
      size="s"
      disabled={isOff}
      pending={isPending('turnQuiet')}
      data-testid="turn-quiet"
      onClick={() => run({ type: 'turnQuiet', quiet: !quiet })}
    >
      {quiet ? t.voice.speak : t.voice.quiet}
    </Button>
  );
  return (
    <Notice tone={tone} title={words} action={turn}>
      {quiet ? t.voice.quietText : undefined}
    </Notice>
  );
}

function Sentences(): JSX.Element {
  const { actions, voice } = useMonitor();
  const { t } = useI18n();
  const { isOff, isPending, run } = useVoiceRun();
  const asked = voice.value?.asked;
  const told = asked && askedTold(asked, t.voice);
  const quiet = voice.value?.quiet ?? false;
  const pending = actions.pending.value;
  return (
    <section class={cx(styles['sentences'])}>
      <h3 class={cx(styles['heading'])}>{t.voice.ask}</h3>
      <p class={cx(styles['hint'])}>{quiet ? t.voice.askQuiet : t.voice.askText}</p>
      <div class={cx(styles['choices'])}>
        {AskedKind.options.map((what) => (
          <Button
            key={what}
            disabled={isOff || quiet}
            pending={isPending('announce') && pending?.type === 'announce' && pending.what === what}
            data-testid={`announce-${what}`}
            onClick={() => run({ type: 'announce', what })}
          >
            {t.voice.asked[what]}
          </Button>
        ))}
      </div>
      {told && (
        <Notice tone={told.tone} key={asked.order}>
          {told.words}
        </Notice>
      )}
    </section>
  );
}

/** Why the latest command came to nothing. */
function Refusal(): JSX.Element | null {
  const { actions } = useMonitor();
  const { t } = useI18n();
  const message = actions.message.value;
  if (!message || message.kind === 'done') return null;
  const { tone, text, code } = toastOf(message, t);
  return (
    <Notice tone={tone} code={code}>
      {text}
    </Notice>
  );
}
