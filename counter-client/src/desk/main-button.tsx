/** The one large button: whatever comes next in the usual loop. Its key is Space. */
import { Button } from '@tingxu/ui/button';
import type { IconName } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useI18n } from '../texts.ts';
import { type ActionType, mainActions } from './action.ts';
import styles from './action-bar.module.css';
import { useDesk } from './desk-context.tsx';
import { MAIN_BUTTON } from './use-desk-keys.ts';

const ICONS: Partial<Readonly<Record<ActionType, IconName>>> = {
  open: 'counter',
  resume: 'play',
  callNext: 'bell',
  start: 'play',
  finish: 'check',
};

export function MainButton(): JSX.Element {
  const { desk, live, autoNext, runner, press } = useDesk();
  const { t } = useI18n();
  const actions = desk.value ? mainActions(desk.value, autoNext.value) : [];
  const [first, second] = actions;
  const running = runner.pending.value;
  const pending = running !== null && LOOP.includes(running.type);
  return (
    <Button
      id={MAIN_BUTTON}
      variant="primary"
      size="l"
      block
      class={styles['main']}
      icon={first && ICONS[first.type]}
      disabled={!live.value || actions.length === 0}
      pending={pending}
      data-testid="main"
      keycap={t.counter.key.space}
      onClick={() => press('main')}
    >
      <span class={cx(styles['words'])}>
        <span class={cx(styles['title'])}>
          {live.value ? titleOf(t.counter, first?.type, second !== undefined) : t.counter.offline}
        </span>
        <NextUp shown={first?.type === 'callNext' || second !== undefined} />
      </span>
    </Button>
  );
}

const LOOP: readonly ActionType[] = ['open', 'resume', 'callNext', 'start', 'finish'];

type CounterTexts = ReturnType<typeof useI18n>['t']['counter'];

const titleOf = (texts: CounterTexts, type: ActionType | undefined, andNext: boolean): string => {
  switch (type) {
    case 'open':
      return texts.openCounter;
    case 'resume':
      return texts.resume;
    case 'start':
      return texts.start;
    case 'finish':
      return andNext ? texts.finishAndNext : texts.finish;
    default:
      return texts.next;
  }
};

/** Whom a call would take now. */
function NextUp({ shown }: { readonly shown: boolean }): JSX.Element | null {
  const { waiting } = useDesk();
  const { t } = useI18n();
  if (!shown) return null;
  const next = waiting.value.own[0];
  return (
    <span class={cx(styles['subtitle'])}>
      {next ? `${t.counter.expectedNext} ${next.number}` : t.staff.nobodyWaiting}
    </span>
  );
}
