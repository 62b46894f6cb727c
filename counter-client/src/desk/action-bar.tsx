/**
 * The loop button and the other keys, always in the same places. The mouse leaves the focus where it
 * is, so that the next Space still walks the loop and does not repeat what was clicked.
 */
import { Button } from '@tingxu/ui/button';
import type { IconName } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useI18n } from '../texts.ts';
import type { Intent } from './action.ts';
import { otherActions } from './action.ts';
import styles from './action-bar.module.css';
import { useDesk } from './desk-context.tsx';
import { MainButton } from './main-button.tsx';
import { missGate } from './miss-gate.ts';
import { MAIN_BUTTON } from './use-desk-keys.ts';

export function ActionBar(): JSX.Element {
  const { t } = useI18n();
  useEffect(() => document.getElementById(MAIN_BUTTON)?.focus(), []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps the mouse from moving the focus.
    <div class={cx(styles['bar'])} onMouseDown={(event) => event.preventDefault()}>
      <MainButton />
      <div class={cx(styles['others'])}>
        <Other intent="recall" icon="bell" keycap="F2" label={t.counter.recall} />
        <Other intent="miss" icon="clock" keycap="M" label={t.counter.miss} note={<MissNote />} />
        <Other intent="finish" icon="check" keycap="F" label={t.counter.finishOnly} />
        <Other intent="pause" icon="pause" keycap="P" label={t.counter.pause} />
        <Other intent="close" icon="cross" keycap="X" label={t.common.close} />
      </div>
    </div>
  );
}

type OtherProps = {
  readonly intent: Exclude<Intent, 'main'>;
  readonly icon: IconName;
  readonly keycap: string;
  readonly label: string;
  readonly note?: JSX.Element;
};

function Other({ intent, icon, keycap, label, note }: OtherProps): JSX.Element {
  const { desk, live, now, runner, press } = useDesk();
  const at = desk.value;
  const possible = at !== null && otherActions(intent, at, now.value) !== null;
  // Finishing is shown on the loop button, whichever key asked for it.
  const pending = intent !== 'finish' && intent === runner.pending.value?.type;
  return (
    <Button
      class={styles['other']}
      icon={icon}
      disabled={!possible || !live.value}
      pending={pending}
      data-testid={intent}
      keycap={keycap}
      onClick={() => press(intent)}
    >
      <span class={cx(styles['label'])}>
        {label}
        {note}
      </span>
    </Button>
  );
}

/** What is still lacking before the number may be passed. */
function MissNote(): JSX.Element | null {
  const { t } = useI18n();
  const { desk, now } = useDesk();
  const at = desk.value;
  if (at?.kind !== 'calling') return null;
  const gate = missGate(at.ticket, now.value);
  if (gate.kind === 'allowed') return null;
  const { countedCalls, callsNeeded } = at.ticket;
  const text =
    gate.kind === 'too-early'
      ? t.counter.missInShort(gate.seconds)
      : `${countedCalls}/${callsNeeded}`;
  return <span class={cx(styles['note'])}>{text}</span>;
}
