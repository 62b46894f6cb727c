/** Who has waited long, and the one key that says who goes; then who went, and when. Rules: CARE-1..CARE-3. */
import type { CareAlarm } from '@tingxu/feed-client/care-alarm';
import { Button } from '@tingxu/ui/button';
import { cx } from '@tingxu/ui/lib/cx';
import { StatusPill } from '@tingxu/ui/status-pill';
import type { JSX } from 'preact';
import { useLobby } from '../lobby-context.tsx';
import { useI18n } from '../texts.ts';
import { TicketCard } from '../ticket/ticket-card.tsx';
import styles from './tasks-page.module.css';

/** So many are named; whoever walks there sees the others. */
const NAMED = 4;

export function CareCard({ care }: { readonly care: CareAlarm }): JSX.Element {
  const { act, live, commands } = useLobby();
  const { t, format } = useI18n();
  const { rings, tickets, over, minutes, last } = care;
  return (
    <div class={cx(styles['care'])} data-testid="care" data-rings={rings}>
      <div class={cx(styles['help'])} data-answered={!rings}>
        <span class={cx(styles['where'])}>
          <strong>{t.manager.care(over, minutes)}</strong>
          {tickets.length < over && <strong>{t.manager.careOpen(tickets.length)}</strong>}
          {rings && <span>{t.manager.careGo}</span>}
        </span>
        {last && (
          <StatusPill tone={rings ? 'quiet' : 'info'}>
            {t.manager.careAnswered(last.staff, format.time(last.answeredAt))}
          </StatusPill>
        )}
        {rings && (
          <Button
            size="l"
            block
            id="care-answer"
            variant="primary"
            icon="person"
            disabled={!live.value}
            pending={commands.pending.value?.type === 'answerCare'}
            onClick={() => void act({ type: 'answerCare' })}
          >
            {t.manager.answerCare}
          </Button>
        )}
      </div>
      {/* Whoever walks there still looks for these numbers. */}
      <ul class={cx(styles['named'])} data-gone={!rings}>
        {tickets.slice(0, NAMED).map((row) => (
          <TicketCard key={row.ticket} row={row} />
        ))}
        {tickets.length > NAMED && (
          <li class={cx(styles['unnamed'])} data-testid="unnamed">
            {t.manager.notShown(tickets.length - NAMED)}
          </li>
        )}
      </ul>
    </div>
  );
}
