/** The ticket on paper, once more for whoever has lost it. Rules: SLIP-2. */
import type { TicketRow } from '@tingxu/contract/views';
import { PaperPanel } from '@tingxu/ui/paper-panel';
import type { JSX } from 'preact';
import { useLobby } from '../lobby-context.tsx';
import { useI18n } from '../texts.ts';

export function Paper({ row }: { readonly row: TicketRow }): JSX.Element | null {
  const { devices, live, commands, act } = useLobby();
  const { t, pick } = useI18n();
  const { ticket, number, slip } = row;
  return (
    <PaperPanel
      {...{ slip, pick }}
      devices={devices.value}
      words={t.devices}
      live={live.value}
      pending={commands.pending.value?.type === 'print'}
      size="l"
      block
      onPrint={(printer) => void act({ type: 'print', ticket, number, printer })}
    />
  );
}
