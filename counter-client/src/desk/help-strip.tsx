/** The call for the lobby manager, as long as it stands: what for, since when, whether somebody comes. */
import { Button } from '@tingxu/ui/button';
import { Icon } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useI18n } from '../texts.ts';
import { useDesk } from './desk-context.tsx';
import styles from './help-strip.module.css';
import { CAPS } from './key-caps.ts';

export function HelpStrip(): JSX.Element | null {
  const { view, station, now, live, run } = useDesk();
  const { t, format } = useI18n();
  const help = view.value?.counters[station.counter]?.help;
  if (!help) return null;
  const answered = help.answeredAt !== null;
  return (
    <div
      class={cx(styles['strip'], answered && styles['answered'])}
      data-testid="help-strip"
      data-help={help.kind}
      role="status"
    >
      <Icon name={answered ? 'person' : 'help'} />
      <strong class={cx(styles['kind'])}>{t.staff.helpKind[help.kind]}</strong>
      <span class={cx(styles['state'])}>
        {answered ? t.desk.helpComing : t.desk.helpCalling}
        <span class={cx(styles['since'])}>{format.elapsed(now.value - help.calledAt)}</span>
      </span>
      <Button
        size="s"
        keycap={CAPS.help.letter}
        disabled={!live.value}
        onClick={() => run({ type: 'endHelp' })}
      >
        {t.desk.helpEnd}
      </Button>
    </div>
  );
}
