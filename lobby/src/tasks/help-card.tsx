/** A call of a counter or a kiosk, and the key that answers and then ends it. Rules: CTR-9, HELP-1, HELP-4. */
import {
  type HelpCall,
  isLate,
  isSamePlace,
  placeOf,
  sinceHelp,
} from '@tingxu/feed-client/help-calls';
import type { HelpPlace } from '@tingxu/feed-client/manager-action';
import { watchOf } from '@tingxu/feed-client/watch';
import { Button } from '@tingxu/ui/button';
import { cx } from '@tingxu/ui/lib/cx';
import { counterLabel, kioskPlace } from '@tingxu/ui/lib/profile';
import { StatusPill } from '@tingxu/ui/status-pill';
import type { JSX } from 'preact';
import { useLobby } from '../lobby-context.tsx';
import { useI18n } from '../texts.ts';
import styles from './tasks-page.module.css';

export function HelpCard({ call }: { readonly call: HelpCall }): JSX.Element {
  const { view, now, act, live, commands } = useLobby();
  const { t, format } = useI18n();
  const { from, kind, answeredAt } = call;
  const type = answeredAt === null ? 'answerHelp' : 'endHelp';
  const late = view.value !== null && isLate(call, watchOf(view.value).helpLateMs, now.value);
  const running = commands.pending.value;
  const pending = running?.type === type && isSamePlace(running, from);
  return (
    <li
      class={cx(styles['help'])}
      data-answered={answeredAt !== null}
      data-late={late}
      data-place={placeOf(from)}
    >
      <span class={cx(styles['where'])}>
        <Place from={from} />
        <span>{kind === null ? t.manager.kioskHelp : t.staff.helpKind[kind]}</span>
      </span>
      <StatusPill tone={answeredAt === null ? 'over' : 'info'}>
        {answeredAt === null
          ? `${late ? t.manager.helpLate : t.manager.helpOpen} ${format.elapsed(sinceHelp(call, now.value))}`
          : t.manager.helpAnswered(format.time(answeredAt))}
      </StatusPill>
      <Button
        size="l"
        block
        id={`help-${placeOf(from)}`}
        variant={answeredAt === null ? 'primary' : 'secondary'}
        disabled={!live.value}
        pending={pending}
        onClick={() => void act({ type, ...from })}
      >
        {t.manager[type]}
      </Button>
    </li>
  );
}

function Place({ from }: { readonly from: HelpPlace }): JSX.Element {
  const { profile } = useLobby();
  const { t, pick } = useI18n();
  if ('counter' in from) {
    return <strong>{t.common.counter(counterLabel(profile.value, from.counter))}</strong>;
  }
  const place = kioskPlace(profile.value, from.kiosk);
  return <strong>{t.manager.kiosk(from.kiosk, place && pick(place))}</strong>;
}
