/** What waits for the lobby manager: calls for help, who has waited long, then customers to accompany. */
import { careAlarm } from '@tingxu/feed-client/care-alarm';
import { helpCalls, placeOf } from '@tingxu/feed-client/help-calls';
import { WhoIsHere } from '@tingxu/session/who-is-here';
import { Button } from '@tingxu/ui/button';
import { cx } from '@tingxu/ui/lib/cx';
import { useKeptFocus } from '@tingxu/ui/lib/keep-focus';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { LanguageToggle } from '../frame/language-toggle.tsx';
import { useLobby } from '../lobby-context.tsx';
import { useI18n } from '../texts.ts';
import { CareCard } from './care-card.tsx';
import { EscortCard } from './escort-card.tsx';
import { HelpCard } from './help-card.tsx';
import { escortTasks } from './tasks.ts';
import styles from './tasks-page.module.css';

export function TasksPage(): JSX.Element {
  const { askGuide } = useLobby();
  const { t } = useI18n();
  const page = useRef<HTMLDivElement>(null);
  useKeptFocus(page);
  return (
    <div class={cx(styles['page'])} ref={page} tabIndex={-1}>
      <HelpList />
      <CareList />
      <EscortList />
      <div class={cx(styles['person'])}>
        <WhoIsHere />
      </div>
      <div class={cx(styles['steps'])}>
        <Button variant="quiet" icon="help" data-testid="guide-open" onClick={askGuide}>
          {t.staff.firstSteps}
        </Button>
        <LanguageToggle />
      </div>
    </div>
  );
}

function HelpList(): JSX.Element {
  const { view } = useLobby();
  const { t } = useI18n();
  const calls = view.value ? helpCalls(view.value) : [];
  return (
    <section aria-label={t.lobby.helpTitle}>
      <h2 class={cx(styles['title'])}>{t.lobby.helpTitle}</h2>
      {calls.length === 0 && <p class={cx(styles['none'])}>{t.lobby.noHelp}</p>}
      <ul>
        {calls.map((call) => (
          <HelpCard key={placeOf(call.from)} call={call} />
        ))}
      </ul>
    </section>
  );
}

/** Absent while nobody has waited long. Rules: CARE-1, CARE-3. */
function CareList(): JSX.Element | null {
  const { view, now } = useLobby();
  const { t } = useI18n();
  const care = view.value && careAlarm(view.value, now.value);
  if (!care) return null;
  return (
    <section aria-label={t.lobby.careTitle}>
      <h2 class={cx(styles['title'])}>{t.lobby.careTitle}</h2>
      <CareCard care={care} />
    </section>
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
