/** What waits for the lobby manager: calls from counters, then customers to accompany. */
import { Button } from '@tingxu/ui/button';
import { cx } from '@tingxu/ui/lib/cx';
import { useKeptFocus } from '@tingxu/ui/lib/keep-focus';
import { counterLabel } from '@tingxu/ui/lib/profile';
import { StatusPill } from '@tingxu/ui/status-pill';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { LanguageToggle } from '../frame/language-toggle.tsx';
import { useLobby } from '../lobby-context.tsx';
import { useI18n } from '../texts.ts';
import { EscortCard } from './escort-card.tsx';
import { escortTasks, type HelpTask, helpTasks, sinceHelp } from './tasks.ts';
import styles from './tasks-page.module.css';

export function TasksPage(): JSX.Element {
  const { staff, signOut } = useLobby();
  const { t } = useI18n();
  const page = useRef<HTMLDivElement>(null);
  useKeptFocus(page);
  return (
    <div class={cx(styles['page'])} ref={page} tabIndex={-1}>
      <HelpList />
      <EscortList />
      <div class={cx(styles['person'])}>
        <span>
          {t.lobby.staffNumber} <strong>{staff.value}</strong>
        </span>
        <LanguageToggle />
        <Button onClick={signOut}>{t.lobby.signOut}</Button>
      </div>
    </div>
  );
}

function HelpList(): JSX.Element {
  const { view } = useLobby();
  const { t } = useI18n();
  const tasks = helpTasks(Object.values(view.value?.counters ?? {}));
  return (
    <section aria-label={t.lobby.helpTitle}>
      <h2 class={cx(styles['title'])}>{t.lobby.helpTitle}</h2>
      {tasks.length === 0 && <p class={cx(styles['none'])}>{t.lobby.noHelp}</p>}
      <ul>
        {tasks.map((task) => (
          <HelpCard key={task.counter} task={task} />
        ))}
      </ul>
    </section>
  );
}

function HelpCard({ task }: { readonly task: HelpTask }): JSX.Element {
  const { profile, now, act, live, commands } = useLobby();
  const { t, format } = useI18n();
  const { counter, help } = task;
  const answered = help.answeredAt !== null;
  const type = answered ? 'endHelp' : 'answerHelp';
  const running = commands.pending.value;
  return (
    <li class={cx(styles['help'])} data-answered={answered} data-counter={counter}>
      <span class={cx(styles['where'])}>
        <strong>{t.common.counter(counterLabel(profile.value, counter))}</strong>
        <span>{t.staff.helpKind[help.kind]}</span>
      </span>
      <StatusPill tone={answered ? 'info' : 'over'}>
        {help.answeredAt === null
          ? `${t.manager.helpOpen} ${format.elapsed(sinceHelp(task, now.value))}`
          : t.manager.helpAnswered(format.time(help.answeredAt))}
      </StatusPill>
      <Button
        size="l"
        block
        id={`help-${counter}`}
        variant={answered ? 'secondary' : 'primary'}
        disabled={!live.value}
        pending={running?.type === type && running.counter === counter}
        onClick={() => void act({ type, counter })}
      >
        {answered ? t.manager.endHelp : t.manager.answerHelp}
      </Button>
    </li>
  );
}

function EscortList(): JSX.Element {
  const { tickets, profile } = useLobby();
  const { t } = useI18n();
  const tasks = escortTasks(tickets.value, profile.value);
  return (
    <section aria-label={t.lobby.escortTitle}>
      <h2 class={cx(styles['title'])}>{t.lobby.escortTitle}</h2>
      {tasks.length === 0 && <p class={cx(styles['none'])}>{t.lobby.noEscort}</p>}
      <ul>
        {tasks.map((task) => (
          <EscortCard key={task.ticket.ticket} task={task} />
        ))}
      </ul>
    </section>
  );
}
