/** The frame: whose hall, what time, whether the picture is true, and the bar of sections. */
import { DemoMark } from '@tingxu/session/demo-mark';
import { AppShell } from '@tingxu/ui/app-shell';
import { Clock } from '@tingxu/ui/clock';
import { ConnectionBanner } from '@tingxu/ui/connection-banner';
import { Seal } from '@tingxu/ui/wordmark';
import type { ComponentChildren, JSX } from 'preact';
import { useLobby } from '../lobby-context.tsx';
import { useI18n } from '../texts.ts';
import { TabBar } from './tab-bar.tsx';

export function Frame({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const { t, pick } = useI18n();
  const { live, profile } = useLobby();
  const name = profile.value?.name;
  return (
    <AppShell
      fixed
      stale={!live.value}
      title={name ? pick(name) : t.lobby.documentTitle}
      mark={<Mark />}
      banner={<Banner />}
      footer={<TabBar />}
      end={
        <>
          <DemoMark />
          <HallClock />
        </>
      }
    >
      {children}
    </AppShell>
  );
}

function Mark(): JSX.Element {
  return (
    <span style={{ fontSize: '1.25em' }}>
      <Seal />
    </span>
  );
}

function HallClock(): JSX.Element {
  const { clock } = useLobby();
  const { locale, zone } = useI18n();
  return (
    <Clock at={clock.value} zone={zone.value} locale={locale.value} date="none" seconds={false} />
  );
}

function Banner(): JSX.Element {
  const { t, format } = useI18n();
  const { status, staleSinceAt, problem } = useLobby().state.value;
  const words = t.common.connection;
  if (status === 'live') return <ConnectionBanner state="live" text={words.live} />;
  if (problem) {
    const text = problem.code === 'upgrade-required' ? words.tooOld : t.problems[problem.code];
    return <ConnectionBanner state="stale" text={text} />;
  }
  if (staleSinceAt === null) return <ConnectionBanner state="connecting" text={words.never} />;
  return <ConnectionBanner state="stale" text={words.reconnecting(format.clock(staleSinceAt))} />;
}
