/**
 * The loop button and the other keys, always in the same places. The mouse leaves the focus where it
 * is, so that the next Space still walks the loop and does not repeat what was clicked.
 */
import { Button } from '@tingxu/ui/button';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { useI18n } from '../texts.ts';
import type { Intent } from './action.ts';
import styles from './action-bar.module.css';
import { useDesk } from './desk-context.tsx';
import { intentName } from './intent-name.ts';
import { CAPS } from './key-caps.ts';
import { MainButton } from './main-button.tsx';
import { missGate } from './miss-gate.ts';
import { MAIN_BUTTON } from './use-desk-keys.ts';

/** The call, the customer, the counter: what every hour asks for. The seldom ones are one key further. */
const ROWS = [
  ['recall', 'miss', 'finish'],
  ['transfer', 'park', 'away'],
  ['help', 'pause', 'more'],
] as const satisfies readonly (readonly Intent[])[];

export function ActionBar(): JSX.Element {
  useLayoutEffect(() => document.getElementById(MAIN_BUTTON)?.focus(), []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps the mouse from moving the focus.
    <div class={cx(styles['bar'])} onMouseDown={(event) => event.preventDefault()}>
      <MainButton />
      <div class={cx(styles['others'])}>
        {ROWS.flat().map((intent) => (
          <Other key={intent} intent={intent} />
        ))}
      </div>
    </div>
  );
}

function Other({ intent }: { readonly intent: Exclude<Intent, 'main'> }): JSX.Element {
  const { live, runner, press, answer } = useDesk();
  const { t } = useI18n();
  const possible = answer(intent)?.kind !== 'refused';
  // Finishing is shown on the loop button, whichever key asked for it.
  const pending = intent !== 'finish' && intent === runner.pending.value?.type;
  return (
    <Button
      class={styles['other']}
      disabled={!possible || !live.value}
      pending={pending}
      data-testid={intent}
      keycap={CAPS[intent].letter}
      onClick={() => press(intent)}
      onBlocked={() => press(intent)}
    >
      <span class={cx(styles['label'])}>
        <span>{intentName(intent, t)}</span>
        <Note intent={intent} />
      </span>
    </Button>
  );
}

/** What stands behind the name of a key: what is lacking, how many are away. */
function Note({ intent }: { readonly intent: Intent }): JSX.Element | null {
  const { desk, now, away } = useDesk();
  const { t } = useI18n();
  const at = desk.value;
  if (intent === 'away' && away.value.length > 0) {
    return <span class={cx(styles['note'])}>{away.value.length}</span>;
  }
  if (intent !== 'miss' || at?.kind !== 'calling') return null;
  const gate = missGate(at.ticket, now.value);
  if (gate.kind === 'allowed') return null;
  const { countedCalls, callsNeeded } = at.ticket;
  const text =
    gate.kind === 'too-early'
      ? t.counter.missInShort(gate.seconds)
      : `${countedCalls}/${callsNeeded}`;
  return <span class={cx(styles['note'])}>{text}</span>;
}
