/** The ink stage: the ticket of the moment on a slip of paper, or what the counter is doing instead. */
import { Button } from '@tingxu/ui/button';
import { cx } from '@tingxu/ui/lib/cx';
import type { Tone } from '@tingxu/ui/lib/tone';
import { Spinner } from '@tingxu/ui/spinner';
import { StatusPill } from '@tingxu/ui/status-pill';
import type { JSX } from 'preact';
import { useI18n } from '../texts.ts';
import { CurrentTicket } from './current-ticket.tsx';
import type { Desk } from './desk.ts';
import { useDesk } from './desk-context.tsx';
import { FreeStage } from './free-stage.tsx';
import styles from './stage.module.css';

export type StageProps = { readonly onLeave: () => void };

export function Stage({ onLeave }: StageProps): JSX.Element {
  const { desk } = useDesk();
  const { t } = useI18n();
  const at = desk.value;
  return (
    <section
      class={cx(styles['stage'])}
      data-theme="board"
      data-desk={at?.kind ?? 'loading'}
      data-guide="ticket"
      aria-label={t.counter.current}
    >
      {at ? (
        <Scene desk={at} onLeave={onLeave} />
      ) : (
        <p class={cx(styles['message'])}>
          <Spinner label={t.common.loading} />
        </p>
      )}
    </section>
  );
}

function Scene({ desk, onLeave }: StageProps & { readonly desk: Desk }): JSX.Element {
  const { t, format } = useI18n();
  const { now } = useDesk();
  switch (desk.kind) {
    case 'calling':
    case 'serving':
      return <CurrentTicket desk={desk} />;
    case 'idle':
      return <FreeStage />;
    case 'paused':
      return (
        <Message
          tone="warn"
          state={t.staff.counterState.paused}
          since={format.clock(desk.sinceAt)}
          title={t.staff.pauseReason[desk.reason]}
          figure={format.elapsed(now.value - desk.sinceAt)}
        />
      );
    case 'closed':
      return (
        <Message
          tone="quiet"
          state={t.staff.counterState.closed}
          title={t.counter.closedHint}
          onLeave={onLeave}
        />
      );
    default:
      return <NoDesk desk={desk} onLeave={onLeave} />;
  }
}

type NoDeskProps = StageProps & {
  readonly desk: Extract<Desk, { kind: 'taken' | 'day-closed' | 'unknown-counter' }>;
};

/** Why nothing can be done at this counter. */
function NoDesk({ desk, onLeave }: NoDeskProps): JSX.Element {
  const { t } = useI18n();
  const { station, run } = useDesk();
  switch (desk.kind) {
    case 'day-closed':
      return (
        <Message
          tone="quiet"
          state={t.counter.dayClosedTitle}
          title={t.counter.dayClosedText}
          onLeave={onLeave}
        />
      );
    case 'taken':
      return (
        <Message
          tone="over"
          state={t.counter.otherSession}
          title={t.counter.otherSessionText(desk.staff)}
          onTakeOver={() => run({ type: 'handOver', staff: station.staff })}
          onLeave={onLeave}
        />
      );
    case 'unknown-counter':
      return (
        <Message
          tone="over"
          state={t.counter.unknownCounter(station.counter)}
          title=""
          onLeave={onLeave}
        />
      );
    default:
      return desk satisfies never;
  }
}

type MessageProps = {
  readonly tone: Tone;
  readonly state: string;
  readonly since?: string;
  readonly title: string;
  readonly figure?: string;
  /** Takes the counter over, as the one who is signed in here. Rules: CTR-4. */
  readonly onTakeOver?: () => void;
  readonly onLeave?: () => void;
};

function Message(props: MessageProps): JSX.Element {
  const { t } = useI18n();
  return (
    <div class={cx(styles['message'])}>
      <div class={cx(styles['state'])}>
        <StatusPill tone={props.tone}>{props.state}</StatusPill>
        {props.since && <span class={cx(styles['since'])}>{t.staff.since(props.since)}</span>}
      </div>
      {props.title && <p class={cx(styles['headline'])}>{props.title}</p>}
      {props.figure && <p class={cx(styles['figure'])}>{props.figure}</p>}
      {props.onLeave && (
        <div class={cx(styles['ways'])}>
          {props.onTakeOver && (
            <Button variant="primary" data-testid="take-over" onClick={props.onTakeOver}>
              {t.counter.takeOver}
            </Button>
          )}
          <Button onClick={props.onLeave}>{t.counter.change}</Button>
        </div>
      )}
    </div>
  );
}
