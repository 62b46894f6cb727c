/** What a newcomer of the lane is told, and the lane's day so far. Rules: END-3, WAIT-1. */
import { cx } from '@tingxu/ui/lib/cx';
import type { ComponentChildren, JSX } from 'preact';
import type { LaneFigures } from '../figures/lane-figures.ts';
import { keepsPromise, laneTotals, meanWaitMs, onTime } from '../figures/totals.ts';
import { useMonitor } from '../monitor-context.tsx';
import { useI18n } from '../texts.ts';
import styles from './lanes-strip.module.css';

export function LaneDay({ figures }: { readonly figures: LaneFigures }): JSX.Element | null {
  const { view } = useMonitor();
  const { t, format } = useI18n();
  const { lane, wait, over } = figures;
  const totals = view.value && laneTotals(view.value, lane.id);
  if (!totals) return null;
  const words = t.supervisor;
  const elapsed = (ms: number | null): string => (ms === null ? '—' : format.elapsed(ms));
  const share = onTime(totals, over);
  const broken = keepsPromise(share, lane.promise.sharePermille) === false;
  return (
    <dl class={cx(styles['day'])}>
      <Figure name={words.waitNow}>{format.wait(wait)}</Figure>
      <Figure name={words.total.issued}>{totals.issued}</Figure>
      <Figure name={words.total.noShow}>{totals.noShow}</Figure>
      <Figure name={words.meanWait}>{elapsed(meanWaitMs(totals))}</Figure>
      <Figure name={words.withinPromise}>
        <span class={cx(broken && styles['broken'])}>
          {format.share(share.within, share.known)}
        </span>{' '}
        <span class={cx(styles['muted'])}>
          {words.promised(`${lane.promise.sharePermille / 10}%`)}
        </span>
      </Figure>
      <Figure name={words.total.served}>{totals.served}</Figure>
      <Figure name={words.total.unserved}>{`${totals.cancelled} · ${totals.left}`}</Figure>
      <Figure name={words.longestOfDay}>{elapsed(totals.waitMaxMs || null)}</Figure>
    </dl>
  );
}

function Figure(props: {
  readonly name: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <div>
      <dt class={cx(styles['muted'])}>{props.name}</dt>
      <dd class={cx(styles['figure'])}>{props.children}</dd>
    </div>
  );
}
