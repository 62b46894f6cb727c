/** Whether calls are spoken, at a glance; opens what can be done about it. Absent where a hall has no voice. */
import { Button } from '@tingxu/ui/button';
import { Icon } from '@tingxu/ui/icon';
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
  const { tone, words } = voiceTold(voice.value, t.voice);
  const icon = voice.value.quiet ? 'sound-off' : 'sound';
  const open = (): void => {
    actions.dismiss();
    actions.open({ kind: 'voice' });
  };
  return (
    <Button size="s" variant={VARIANTS[tone]} title={words} data-testid="voice" onClick={open}>
      <Icon name={icon} label={`${t.voice.title}: ${words}`} />
    </Button>
  );
}
