/** The one large button: whatever comes next in the usual loop. Its key is Space. */
import { Button } from '@tingxu/ui/button';
import type { IconName } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useI18n } from '../texts.ts';
import { serviceName, type Words } from '../waiting/ticket-notes.ts';
import type { ActionType } from './action.ts';
import styles from './action-bar.module.css';
import { useDesk } from './desk-context.tsx';
import { followUp } from './follow-up.ts';
import { mainActions, nextFollows } from './loop.ts';
import type { Situation } from './situation.ts';
import { MAIN_BUTTON } from './use-desk-keys.ts';
import { whyText } from './why-text.ts';

const ICONS: Partial<Readonly<Record<ActionType, IconName>>> = {
  open: 'counter',
  resume: 'play',
  callNext: 'bell',
  start: 'play',
  finish: 'check',
};

export function MainButton(): JSX.Element {
  const { live, situation, runner, press } = useDesk();
  const { t } = useI18n();
  const now = situation.value;
  const [first] = now ? mainActions(now) : [];
  const running = runner.pending.value;
  const pending = running !== null && LOOP.includes(running.type);
  return (
    <Button
      id={MAIN_BUTTON}
      variant="primary"
      size="l"
      block
      class={styles['main']}
      icon={(first && ICONS[first.type]) ?? 'clock'}
      disabled={!live.value || !first}
      pending={pending}
      data-testid="main"
      keycap={t.counter.key.space}
      onClick={() => press('main')}
      onBlocked={() => press('main')}
    >
      <span class={cx(styles['words'])}>
        <Title />
        {(first?.type === 'callNext' || (now && nextFollows(now))) && <NextUp />}
      </span>
    </Button>
  );
}

const LOOP: readonly ActionType[] = ['open', 'resume', 'callNext', 'start', 'finish'];

function Title(): JSX.Element {
  const { live, situation } = useDesk();
  const i18n = useI18n();
  const now = situation.value;
  const words = live.value && now ? titleOf(now, i18n) : i18n.t.counter.offline;
  return <span class={cx(styles['title'])}>{words}</span>;
}

const titleOf = (now: Situation, words: Words): string => {
  const { t } = words;
  const { desk } = now;
  if (desk.kind === 'closed') return t.counter.openCounter;
  if (desk.kind === 'paused') return t.counter.resume;
  if (desk.kind === 'calling') return t.counter.start;
  if (desk.kind !== 'serving') return t.counter.next;
  const follows = followUp(now, desk.ticket);
  if (follows) {
    const name = serviceName(now.view, follows.service, words);
    return follows.stays ? t.desk.nextService(name) : t.desk.nextServiceElsewhere(name);
  }
  return nextFollows(now) ? t.counter.finishAndNext : t.counter.finish;
};

/** Whom a call would take now, and why. */
function NextUp(): JSX.Element {
  const { waiting, why, view } = useDesk();
  const i18n = useI18n();
  const { t } = i18n;
  const next = waiting.value.own[0];
  const reason = why.value && view.value ? whyText(why.value, view.value, i18n) : '';
  return (
    <span class={cx(styles['subtitle'])}>
      {next
        ? [`${t.counter.expectedNext} ${next.number}`, reason].filter(Boolean).join(' · ')
        : t.staff.nobodyWaiting}
    </span>
  );
}
