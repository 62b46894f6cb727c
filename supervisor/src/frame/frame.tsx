/** The frame of the page: whose hall, what time, which language, and whether the picture is true. */
import { AppShell } from '@tingxu/ui/app-shell';
import { Clock } from '@tingxu/ui/clock';
import { ConnectionBanner, ConnectionMark } from '@tingxu/ui/connection-banner';
import { LocaleSwitch } from '@tingxu/ui/locale-switch';
import { Seal } from '@tingxu/ui/wordmark';
import type { ComponentChildren, JSX } from 'preact';
import { useMonitor } from '../monitor-context.tsx';
import { useI18n } from '../texts.ts';

export function Frame({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const { t, pick, locale, locales, setLocale } = useI18n();
  const { live, phone, profile } = useMonitor();
  const hall = profile.value;
  const names = [hall && pick(hall.name), phone.value ? '' : t.supervisor.title];
  return (
    <AppShell
      stale={!live.value}
      title={names.filter(Boolean).join(' · ') || t.supervisor.title}
      mark={phone.value ? <PhoneMark /> : undefined}
      banner={<Banner />}
      end={
        <>
          {!phone.value && live.value && (
            <ConnectionMark state="live" text={t.common.connection.live} />
          )}
          <HallClock />
          <LocaleSwitch
            locales={locales}
            value={locale.value}
            onChange={setLocale}
            label={t.common.language}
          />
        </>
      }
    >
      {children}
    </AppShell>
  );
}

function PhoneMark(): JSX.Element {
  return (
    <span style={{ fontSize: '1.25em' }}>
      <Seal />
    </span>
  );
}

function HallClock(): JSX.Element {
  const { clock, phone } = useMonitor();
  const { locale, zone } = useI18n();
  return (
    <Clock
      at={clock.value}
      zone={zone.value}
      locale={locale.value}
      date={phone.value ? 'none' : 'long'}
      seconds={!phone.value}
    />
  );
}

function Banner(): JSX.Element {
  const { t, format } = useI18n();
  const { status, staleSinceAt, problem } = useMonitor().state.value;
  const words = t.common.connection;
  if (status === 'live') return <ConnectionBanner state="live" text={words.live} />;
  if (problem) {
    const text = problem.code === 'upgrade-required' ? words.tooOld : t.problems[problem.code];
    return <ConnectionBanner state="stale" text={text} />;
  }
  if (staleSinceAt === null) return <ConnectionBanner state="connecting" text={words.never} />;
  return <ConnectionBanner state="stale" text={words.reconnecting(format.clock(staleSinceAt))} />;
}
