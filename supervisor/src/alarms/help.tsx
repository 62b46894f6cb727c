/** A call of a counter or a kiosk, with its answer. Rules: CTR-9, HELP-1. */
import { type HelpCall, isSamePlace, placeOf, sinceHelp } from '@tingxu/feed-client/help-calls';
import type { HelpPlace } from '@tingxu/feed-client/manager-action';
import { Button } from '@tingxu/ui/button';
import { cx } from '@tingxu/ui/lib/cx';
import { counterLabel, kioskPlace } from '@tingxu/ui/lib/profile';
import type { JSX } from 'preact';
import { useMonitor } from '../monitor-context.tsx';
import { useI18n } from '../texts.ts';
import { AlarmFrame } from './alarm-frame.tsx';
import styles from './alarm-strip.module.css';

export function Help(props: {
  readonly call: HelpCall;
  /** Nobody has answered it for too long. Rules: HELP-4. */
  readonly late: boolean;
}): JSX.Element {
  const { call, late } = props;
  const { now, actions, live, settings } = useMonitor();
  const { t, format } = useI18n();
  const { from, kind, answeredAt } = call;
  const type = answeredAt === null ? 'answerHelp' : 'endHelp';
  const running = actions.pending.value;
  return (
    <AlarmFrame icon="bell" tone={answeredAt !== null ? 'info' : late ? 'late' : 'over'}>
      <Place from={from} />
      <span>{kind === null ? t.manager.kioskHelp : t.staff.helpKind[kind]}</span>
      <span class={cx(styles['muted'])}>
        {answeredAt === null
          ? `${late ? t.manager.helpLate : ''} ${format.elapsed(sinceHelp(call, now.value))}`.trim()
          : t.manager.helpAnswered(format.time(answeredAt))}
      </span>
      {!settings.wall && (
        <Button
          size="s"
          id={`help-${placeOf(from)}`}
          disabled={!live.value}
          pending={running?.type === type && isSamePlace(running, from)}
          onClick={() => void actions.run({ type, ...from })}
        >
          {t.manager[type]}
        </Button>
      )}
    </AlarmFrame>
  );
}

function Place({ from }: { readonly from: HelpPlace }): JSX.Element {
  const { profile } = useMonitor();
  const { t, pick } = useI18n();
  if ('counter' in from) {
    return <strong>{t.common.counter(counterLabel(profile.value, from.counter))}</strong>;
  }
  const place = kioskPlace(profile.value, from.kiosk);
  return <strong>{t.manager.kiosk(from.kiosk, place && pick(place))}</strong>;
}
