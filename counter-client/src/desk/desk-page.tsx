/** The teller's page: the customer of the moment and the keys on the left, the hall on the right. */

import type { HallFeed } from '@tingxu/feed-client/hall-feed';
import { WhoIsHere } from '@tingxu/session/who-is-here';
import { FirstSteps } from '@tingxu/ui/first-steps';
import { later } from '@tingxu/ui/later';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Frame } from '../frame.tsx';
import { useI18n } from '../texts.ts';
import { AwayPanel } from '../waiting/away-panel.tsx';
import { NextList } from '../waiting/next-list.tsx';
import { WaitingPanel } from '../waiting/waiting-panel.tsx';
import { ActionBar } from './action-bar.tsx';
import { ticketAt } from './desk.ts';
import { useDesk } from './desk-context.tsx';
import { DeskFooter } from './desk-footer.tsx';
import styles from './desk-page.module.css';
import { useDocked, useListOnly } from './docked.ts';
import { HelpStrip } from './help-strip.tsx';
import { OutcomeLine } from './outcome-line.tsx';
import { Stage } from './stage.tsx';
import { useDeskKeys } from './use-desk-keys.ts';

const AllDialogs = later(() =>
  import('../dialogs/all-dialogs.tsx').then((come) => come.AllDialogs),
);

export type DeskPageProps = { readonly feed: HallFeed<'counter'>; readonly onLeave: () => void };

export function DeskPage({ feed, onLeave }: DeskPageProps): JSX.Element {
  const desk = useDesk();
  const { t } = useI18n();
  useDeskKeys(desk);
  const label = useCounterLabel();
  const docked = useDocked();
  const listOnly = useListOnly();
  return (
    <Frame
      feed={feed}
      title={t.common.counter(label)}
      docked={docked}
      end={<WhoIsHere onSignOut={desk.leave} />}
      footer={<DeskFooter />}
    >
      <DeskTitle label={label} />
      <div class={cx(styles['page'])}>
        <div class={cx(styles['work'])}>
          <Stage onLeave={onLeave} />
          <ActionBar />
          <OutcomeLine />
        </div>
        <div class={cx(styles['hall'])} data-guide="waiting">
          <HelpStrip />
          {listOnly ? <NextList strip={docked} /> : <WaitingPanel />}
          {!docked && <AwayPanel />}
        </div>
      </div>
      <TellerSteps />
      <AllDialogs />
    </Frame>
  );
}

/** Put away while a customer is being called or served. */
function TellerSteps(): JSX.Element {
  const { station, guideAsked, desk, dialog } = useDesk();
  const { locale } = useI18n();
  const busy = ticketAt(desk.value) !== null || dialog.value !== null;
  return (
    <FirstSteps
      of="teller"
      person={station.staff}
      locale={locale.value}
      busy={busy}
      asked={guideAsked.value}
    />
  );
}

function useCounterLabel(): string {
  const { view, station } = useDesk();
  const counter = view.value?.profile?.counters.find(({ id }) => id === station.counter);
  return counter?.label ?? station.counter;
}

/** The tab says what goes on, for a teller who works in another window. */
function DeskTitle({ label }: { readonly label: string }): null {
  const { desk, arrival } = useDesk();
  const { t } = useI18n();
  const at = desk.value;
  const ticket = ticketAt(at);
  const state = at && stateWord(at.kind);
  const words = [
    arrival.value && t.counter.arrived(arrival.value.number),
    ticket?.number,
    state && t.staff.counterState[state],
    t.common.counter(label),
  ];
  const title = words.filter(Boolean).join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
  return null;
}

const stateWord = (kind: string) => {
  if (kind === 'idle') return 'open';
  return kind === 'calling' || kind === 'serving' || kind === 'paused' || kind === 'closed'
    ? kind
    : null;
};
