/** The lobby manager's phone: signed in, one of four sections above the bar that the thumb reaches. */
import type { SupervisorView } from '@tingxu/contract/views';
import { EmptyState } from '@tingxu/ui/empty-state';
import { FirstSteps } from '@tingxu/ui/first-steps';
import { later } from '@tingxu/ui/later';
import { cx } from '@tingxu/ui/lib/cx';
import { Spinner } from '@tingxu/ui/spinner';
import type { JSX } from 'preact';
import { FindPage } from './find/find-page.tsx';
import { Frame } from './frame/frame.tsx';
import { Messages } from './frame/messages.tsx';
import { IssuePage } from './issue/issue-page.tsx';
import { useLobby } from './lobby-context.tsx';
import type { Tab } from './lobby-model.ts';
import styles from './lobby-page.module.css';
import { PeoplePage } from './people/people-page.tsx';
import { TasksPage } from './tasks/tasks-page.tsx';
import { useI18n } from './texts.ts';

const TicketSheet = later(() =>
  import('./ticket/ticket-sheet.tsx').then((come) => come.TicketSheet),
);

export function LobbyPage(): JSX.Element {
  return (
    <Frame>
      <Section />
      <TicketSheet />
      <Messages />
      <LobbySteps />
    </Frame>
  );
}

function LobbySteps(): JSX.Element {
  const { staff, sheet, guideAsked } = useLobby();
  const { locale } = useI18n();
  return (
    <FirstSteps
      of="lobby"
      person={staff}
      locale={locale.value}
      busy={sheet.sheet.value !== null}
      asked={guideAsked.value}
    />
  );
}

const PAGES = {
  people: PeoplePage,
  find: FindPage,
  issue: IssuePage,
  tasks: TasksPage,
} as const;

/** What a section is about: a hall that is closed has nobody in it, its ended tickets are found all the same. */
const isOf = (tab: Tab, { day, profile }: SupervisorView): boolean => {
  if (tab === 'tasks') return true;
  return profile !== null && (day.open || tab === 'find');
};

function Section(): JSX.Element {
  const { view, tab } = useLobby();
  const { t } = useI18n();
  const shown = view.value;
  if (!shown) {
    return (
      <div class={cx(styles['empty'])}>
        <Spinner label={t.common.loading} />
      </div>
    );
  }
  if (!isOf(tab.value, shown)) {
    return (
      <div class={cx(styles['empty'])}>
        <EmptyState icon="counter" title={t.lobby.dayClosed}>
          {t.lobby.dayClosedText}
        </EmptyState>
      </div>
    );
  }
  const Page = PAGES[tab.value];
  return <Page />;
}
