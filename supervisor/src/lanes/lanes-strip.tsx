/** Each lane against its promise: who waits now, what a newcomer is told, how the day has gone. */

import { LaneTag } from '@tingxu/ui/lane-tag';
import { cx } from '@tingxu/ui/lib/cx';
import { waitTold } from '@tingxu/ui/lib/tone';
import { waitedMs } from '@tingxu/ui/lib/waited';
import { StatusPill } from '@tingxu/ui/status-pill';
import { WaitMeter } from '@tingxu/ui/wait-meter';
import type { JSX } from 'preact';
import type { LaneFigures } from '../figures/lane-figures.ts';
import { useMonitor } from '../monitor-context.tsx';
import { useI18n } from '../texts.ts';
import { LaneDay } from './lane-day.tsx';
import styles from './lanes-strip.module.css';

export function LanesStrip(): JSX.Element {
  const { figures } = useMonitor();
  return (
    <div class={cx(styles['lanes'])} data-guide="lanes">
      {(figures.value?.lanes ?? []).map((lane) => (
        <Lane key={lane.lane.id} figures={lane} />
      ))}
    </div>
  );
}

type LaneProps = { readonly figures: LaneFigures };

function Lane({ figures }: LaneProps): JSX.Element {
  const { pick, t } = useI18n();
  const { lane, waiting } = figures;
  const { targetMs, sharePermille } = lane.promise;
  return (
    <section class={cx(styles['lane'])} aria-label={pick(lane.name)} data-lane={lane.id}>
      <div class={cx(styles['name'])}>
        <LaneTag lane={lane.id} label={pick(lane.name)} />
        <span class={cx(styles['muted'])}>
          {t.supervisor.promise(Math.round(targetMs / 60_000), sharePermille / 10)}
        </span>
      </div>
      <div class={cx(styles['now'])}>
        <div class={cx(styles['waiting'])}>
          <span class={cx(styles['count'])}>{waiting}</span>
          <span class={cx(styles['muted'])}>{t.common.waiting}</span>
          <Late figures={figures} />
        </div>
        <Oldest figures={figures} />
      </div>
      <LaneDay figures={figures} />
    </section>
  );
}

/** How many are, or soon will be, over the promise. */
function Late({ figures }: LaneProps): JSX.Element | null {
  const { t } = useI18n();
  const { over, dueSoon } = figures;
  if (over > 0) return <StatusPill tone="over">{t.supervisor.overPromise(over)}</StatusPill>;
  if (dueSoon > 0) return <StatusPill tone="warn">{t.supervisor.dueSoon(dueSoon)}</StatusPill>;
  return null;
}

function Oldest({ figures }: LaneProps): JSX.Element {
  const { now } = useMonitor();
  const { t, format } = useI18n();
  const { oldest, lane } = figures;
  const waited = oldest ? waitedMs(oldest, now.value) : 0;
  const { targetMs } = lane.promise;
  const elapsed =
    oldest && oldest.leg > 0 ? t.staff.wholeVisit(format.elapsed(waited)) : format.elapsed(waited);
  return (
    <WaitMeter
      waitedMs={waited}
      targetMs={targetMs}
      text={oldest ? `${t.supervisor.oldest} ${elapsed} · ${oldest.number}` : t.supervisor.nobody}
      toneText={waitTold(waited, targetMs, t.staff.wait)}
    />
  );
}
