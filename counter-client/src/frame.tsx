/** The frame of both pages: whose hall, what time, which language, and whether the picture is true. */
import type { HallFeed } from '@tingxu/feed-client/hall-feed';
import { DemoMark } from '@tingxu/session/demo-mark';
import { AppShell } from '@tingxu/ui/app-shell';
import { Clock } from '@tingxu/ui/clock';
import { ConnectionBanner, ConnectionMark } from '@tingxu/ui/connection-banner';
import { LocaleSwitch } from '@tingxu/ui/locale-switch';
import { Seal } from '@tingxu/ui/wordmark';
import type { ComponentChildren, JSX } from 'preact';
import { useI18n } from './texts.ts';

export type FrameProps = {
  readonly feed: HallFeed<'counter'>;
  readonly title?: string | undefined;
  /** Before the clock. */
  readonly end?: ComponentChildren;
  readonly footer?: ComponentChildren;
  /** A narrow strip: the counter and the time, nothing that fits nowhere. */
  readonly docked?: boolean;
  readonly children: ComponentChildren;
};

export function Frame(props: FrameProps): JSX.Element {
  const { feed, title, end, footer, docked = false, children } = props;
  const { t, pick } = useI18n();
  const live = feed.live.value;
  const hallName = feed.view.value?.profile?.name;
  // The end of a long name may be cut, the number of the counter not.
  const titles = docked && title ? [title] : [title, hallName && pick(hallName)].filter(Boolean);
  return (
    <AppShell
      fixed
      stale={!live}
      mark={docked ? <Seal /> : undefined}
      title={titles.join(' · ')}
      banner={<Banner feed={feed} />}
      footer={footer}
      end={
        docked ? (
          <>
            <DemoMark />
            <FeedClock feed={feed} short />
            {title === undefined && <Languages />}
          </>
        ) : (
          <>
            {end}
            {live && <ConnectionMark state="live" text={t.common.connection.live} />}
            <FeedClock feed={feed} />
            <Languages />
          </>
        )
      }
    >
      {children}
    </AppShell>
  );
}

function Languages(): JSX.Element {
  const { t, locale, locales, setLocale } = useI18n();
  return (
    <LocaleSwitch
      locales={locales}
      value={locale.value}
      onChange={setLocale}
      label={t.common.language}
    />
  );
}

function FeedClock(props: {
  readonly feed: HallFeed<'counter'>;
  readonly short?: boolean;
}): JSX.Element {
  const { feed, short = false } = props;
  const { locale, zone } = useI18n();
  return (
    <Clock
      at={feed.clock.value}
      zone={zone.value}
      locale={locale.value}
      date={short ? 'none' : 'short'}
    />
  );
}

function Banner({ feed }: { readonly feed: HallFeed<'counter'> }): JSX.Element {
  const { t, format } = useI18n();
  const { status, staleSinceAt, problem } = feed.state.value;
  const words = t.common.connection;
  if (status === 'live') return <ConnectionBanner state="live" text={words.live} />;
  if (problem) {
    const text = problem.code === 'upgrade-required' ? words.tooOld : t.problems[problem.code];
    return <ConnectionBanner state="stale" text={text} />;
  }
  if (staleSinceAt === null) return <ConnectionBanner state="connecting" text={words.never} />;
  return <ConnectionBanner state="stale" text={words.reconnecting(format.clock(staleSinceAt))} />;
}
