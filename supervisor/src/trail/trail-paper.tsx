/** The paper of a live ticket, and once more for whoever has lost it. Rules: SLIP-2. */
import type { TicketId } from '@tingxu/contract/ids';
import { Notice } from '@tingxu/ui/notice';
import { PaperPanel } from '@tingxu/ui/paper-panel';
import type { JSX } from 'preact';
import { toastOf } from '../actions/messages.tsx';
import { useMonitor } from '../monitor-context.tsx';
import { useI18n } from '../texts.ts';

export function TrailPaper(props: { readonly ticket: TicketId }): JSX.Element | null {
  const { view, profile, devices, live, actions } = useMonitor();
  const { t, pick } = useI18n();
  const row = view.value?.tickets[props.ticket];
  if (!row) return null;
  const message = actions.message.value;
  const refused = message?.action.type === 'print' && message.kind !== 'done' ? message : null;
  return (
    <>
      <PaperPanel
        {...{ row, pick }}
        profile={profile.value}
        devices={devices.value}
        words={t.devices}
        live={live.value}
        pending={actions.pending.value}
        size="s"
        onPrint={(asked) => void actions.run(asked)}
      />
      {refused && <Notice tone="warn">{toastOf(refused, t).text}</Notice>}
    </>
  );
}
