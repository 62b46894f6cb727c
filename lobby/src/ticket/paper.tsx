/** The ticket on paper, once more for whoever has lost it. Rules: SLIP-2. */
import type { TicketRow } from '@tingxu/contract/views';
import { PaperPanel } from '@tingxu/ui/paper-panel';
import type { JSX } from 'preact';
import { useLobby } from '../lobby-context.tsx';
import { useI18n } from '../texts.ts';

export function Paper({ row }: { readonly row: TicketRow }): JSX.Element | null {
  const { profile, devices, live, commands, act } = useLobby();
  const { t, pick } = useI18n();
  return (
    <PaperPanel
      {...{ row, pick }}
      profile={profile.value}
      devices={devices.value}
      words={t.devices}
      live={live.value}
      pending={commands.pending.value}
      size="l"
      block
      onPrint={(asked) => void act(asked)}
    />
  );
}
