/** Who has waited long, and who goes there; then who went, and when. Rules: CARE-1..CARE-3. */
import type { CareAlarm } from '@tingxu/feed-client/care-alarm';
import { NumberLink } from '@tingxu/trail/number-link';
import { Button } from '@tingxu/ui/button';
import { cx } from '@tingxu/ui/lib/cx';
import { waitedMs } from '@tingxu/ui/lib/waited';
import type { JSX } from 'preact';
import { useMonitor } from '../monitor-context.tsx';
import { useI18n } from '../texts.ts';
import { AlarmFrame } from './alarm-frame.tsx';
import styles from './alarm-strip.module.css';

export function Care({ care }: { readonly care: CareAlarm }): JSX.Element {
  const { now, actions, live, settings } = useMonitor();
  const { t, format } = useI18n();
  const { rings, tickets, over, minutes, last } = care;
  const [longest] = tickets;
  return (
    <AlarmFrame icon="clock" tone={rings ? 'over' : 'info'}>
      <strong>{t.manager.care(over, minutes)}</strong>
      {tickets.length < over && <strong>{t.manager.careOpen(tickets.length)}</strong>}
      {rings && <span>{t.manager.careGo}</span>}
      {longest && (
        <>
          <span class={cx(styles['muted'])}>
            {t.supervisor.longest(format.elapsed(waitedMs(longest, now.value)))}
          </span>
          <NumberLink ticket={longest.ticket} number={longest.number} />
        </>
      )}
      {last && (
        <span data-testid="care-last">
          {t.manager.careAnswered(last.staff, format.time(last.answeredAt))}
        </span>
      )}
      {rings && !settings.wall && (
        <Button
          size="s"
          id="care-answer"
          disabled={!live.value}
          pending={actions.pending.value?.type === 'answerCare'}
          onClick={() => void actions.run({ type: 'answerCare' })}
        >
          {t.manager.answerCare}
        </Button>
      )}
    </AlarmFrame>
  );
}
