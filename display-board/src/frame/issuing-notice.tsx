/**
 * That no numbers are given, until when and why, for as long as it holds: each language in its turn,
 * since whoever still waits needs the height. Rules: HOURS-6.
 */
import { Icon } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import { type NotIssuing, notIssuing, untilWhen } from '@tingxu/ui/lib/not-issuing';
import type { JSX } from 'preact';
import { useBoard } from '../model/board-model.ts';
import { type BoardI18n, useLanguages } from '../texts.ts';
import styles from './issuing-notice.module.css';

export function IssuingNotice(): JSX.Element | null {
  const { view } = useBoard();
  const { first, second, turn } = useLanguages();
  const stopped = view.value && notIssuing(view.value);
  if (!stopped) return null;
  return (
    <section
      class={cx(styles['notice'])}
      aria-label={first.t.common.issuing[stopped.state]}
      data-testid="notice"
    >
      <Icon name="info" class={styles['icon']} />
      <div class={cx(styles['lines'])}>
        {[first, ...(second ? [second] : [])].map((i18n) => (
          <Line
            key={i18n.locale.value}
            {...{ stopped, i18n }}
            away={i18n.locale.value !== turn.value.locale.value}
          />
        ))}
      </div>
    </section>
  );
}

type LineProps = {
  readonly stopped: NotIssuing;
  readonly i18n: BoardI18n;
  /** Another language has its turn. It keeps its room, so that nothing below moves with the turns. */
  readonly away: boolean;
};

function Line(props: LineProps): JSX.Element {
  const { now } = useBoard();
  const { t, locale, format } = props.i18n;
  const { state, reason } = props.stopped;
  const until = untilWhen(format, props.stopped, now.value);
  return (
    <p class={cx(styles['line'], props.away && styles['away'])} lang={locale.value}>
      <strong>
        {until === null ? t.common.issuing[state] : t.common.issuingUntil[state](until)}
      </strong>
      {reason !== null && <span>{t.common.issuingReason[reason]}</span>}
    </p>
  );
}
