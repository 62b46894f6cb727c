/** The calls that the hall has heard, newest on top. */
import type { CallRow } from '@tingxu/contract/views';
import { NumberLink } from '@tingxu/trail/number-link';
import { cx } from '@tingxu/ui/lib/cx';
import { counterLabel } from '@tingxu/ui/lib/profile';
import type { Tone } from '@tingxu/ui/lib/tone';
import { Panel } from '@tingxu/ui/panel';
import { StateDot } from '@tingxu/ui/state-dot';
import type { JSX } from 'preact';
import { useMonitor } from '../monitor-context.tsx';
import { useI18n } from '../texts.ts';
import styles from './side.module.css';

const TONES: Readonly<Record<CallRow['state'], Tone>> = {
  calling: 'info',
  serving: 'ok',
  over: 'quiet',
};

export function CallsPanel(): JSX.Element {
  const { view } = useMonitor();
  const { t } = useI18n();
  const calls = view.value?.calls ?? [];
  return (
    <Panel title={t.supervisor.recentCalls} class={styles['calls']} flush>
      <ul>
        {calls.map((call) => (
          <Call key={call.number} call={call} />
        ))}
        {calls.length === 0 && <li class={cx(styles['none'])}>{t.supervisor.noCalls}</li>}
      </ul>
    </Panel>
  );
}

function Call({ call }: { readonly call: CallRow }): JSX.Element {
  const { profile } = useMonitor();
  const { t, format } = useI18n();
  const over = call.state === 'over';
  return (
    <li class={cx(styles['call'])}>
      <span class={cx(styles['muted'])}>{format.clock(call.calledAt)}</span>
      <NumberLink number={call.number} tone={over ? 'muted' : 'strong'} />
      <span>{t.common.counter(counterLabel(profile.value, call.counter))}</span>
      <span class={cx(styles['muted'], styles['attempt'])}>
        {t.supervisor.attempt(call.attempt)}
      </span>
      <StateDot tone={TONES[call.state]}>{t.supervisor.callState[call.state]}</StateDot>
    </li>
  );
}
