/** Whether everybody is served before the doors shut, and what would help. Source: H4. */
import { cx } from '@tingxu/ui/lib/cx';
import { counterLabel } from '@tingxu/ui/lib/profile';
import type { JSX } from 'preact';
import type { ClosingForecast } from '../closing/closing-forecast.ts';
import { useMonitor } from '../monitor-context.tsx';
import { useI18n } from '../texts.ts';
import { AlarmFrame } from './alarm-frame.tsx';
import styles from './alarm-strip.module.css';

export function Closing({ forecast }: { readonly forecast: ClosingForecast }): JSX.Element {
  const { t, format } = useI18n();
  const { now } = useMonitor();
  const { closesAt, waiting, counters, usualAt, laterAt, late, stranded, away } = forecast;
  const words = t.supervisor.closing;
  const close = format.time(closesAt);
  const perhaps = laterAt !== null && laterAt > closesAt;
  const over = now.value >= closesAt;
  return (
    <AlarmFrame icon="clock" tone={late + stranded > 0 ? 'over' : perhaps ? 'warn' : 'info'}>
      <strong>
        {over
          ? words.past(close, waiting)
          : late > 0
            ? words.late(close, late)
            : words.onTime(close, waiting)}
      </strong>
      {usualAt !== null && laterAt !== null && (
        <span>{words.done(counters, format.time(usualAt), format.time(laterAt))}</span>
      )}
      {stranded > 0 && <span>{words.stranded(stranded)}</span>}
      {/* After the closing nothing can be on time any more. */}
      {!over && <Advice forecast={forecast} />}
      {away > 0 && <span class={cx(styles['muted'])}>{words.away(away)}</span>}
    </AlarmFrame>
  );
}

function Advice({ forecast }: { readonly forecast: ClosingForecast }): JSX.Element | null {
  const { profile } = useMonitor();
  const { t } = useI18n();
  const { late, stranded, advice } = forecast;
  if (late + stranded === 0) return null;
  const words = t.supervisor.closing;
  if (advice === null) return <span>{words.noAdvice}</span>;
  return <span>{words.advice(advice.map((id) => counterLabel(profile.value, id)))}</span>;
}
