/** A question of the sheet: what it does, what must be said, and the two ways out. */
import type { TicketAction } from '@tingxu/feed-client/manager-action';
import { Button } from '@tingxu/ui/button';
import { cx } from '@tingxu/ui/lib/cx';
import type { ComponentChildren, JSX } from 'preact';
import { useLobby } from '../lobby-context.tsx';
import { useI18n } from '../texts.ts';
import styles from './ticket-sheet.module.css';

export type FormProps = {
  /** Null while something is still to be said. */
  readonly action: TicketAction | null;
  readonly words: string;
  readonly go: string;
  readonly danger?: boolean;
  readonly children: ComponentChildren;
};

export function Form({ action, words, go, danger = false, children }: FormProps): JSX.Element {
  const { act, sheet, live, commands } = useLobby();
  const { t } = useI18n();
  const submit = (event: Event): void => {
    event.preventDefault();
    if (action) void act(action);
  };
  return (
    <form class={cx(styles['form'])} onSubmit={submit}>
      <p class={cx(styles['muted'])}>{words}</p>
      {children}
      <div class={cx(styles['buttons'])}>
        <Button size="l" onClick={() => sheet.ask(null)}>
          {t.common.back}
        </Button>
        <Button
          type="submit"
          size="l"
          variant={danger ? 'danger' : 'primary'}
          disabled={!live.value || action === null}
          pending={commands.pending.value !== null}
          data-testid="answer"
        >
          {go}
        </Button>
      </div>
    </form>
  );
}
