/** Whether calls are spoken, in words where they are not; opens what can be done about it. Absent where a hall has no voice. */
import { Button } from '@tingxu/ui/button';
import { Icon } from '@tingxu/ui/icon';
import { StatusPill } from '@tingxu/ui/status-pill';
import type { JSX } from 'preact';
import { useMonitor } from '../monitor-context.tsx';
import { useI18n } from '../texts.ts';
import { voiceTold } from './voice-state.ts';

/** Seen from across the room when calls are not heard. */
const VARIANTS = { ok: 'secondary', warn: 'primary', over: 'danger' } as const;

export function VoiceButton(): JSX.Element | null {
  const { actions, voice } = useMonitor();
  const { t } = useI18n();
  if (!voice.value) return null;
  const { tone, words, short } = voiceTold(voice.value, t.voice);
  const open = (): void => {
    actions.dismiss();
    actions.open({ kind: 'voice' });
  };
  return (
    <Button
      size="s"
      variant={VARIANTS[tone]}
      icon={tone === 'ok' ? undefined : iconOf(voice.value)}
      title={words}
      data-testid="voice"
      onClick={open}
    >
      {tone === 'ok' ? <Icon name="sound" label={`${t.voice.title}: ${words}`} /> : short}
    </Button>
  );
}

const iconOf = ({ quiet }: { readonly quiet: boolean }) => (quiet ? 'sound-off' : 'sound');

/** On a wall, where nothing is pressed: only that calls are not spoken. */
export function VoiceMark(): JSX.Element | null {
  const { voice } = useMonitor();
  const { t } = useI18n();
  if (!voice.value) return null;
  const { tone, words } = voiceTold(voice.value, t.voice);
  if (tone === 'ok') return null;
  return (
    <StatusPill tone={tone} icon={iconOf(voice.value)}>
      {words}
    </StatusPill>
  );
}
