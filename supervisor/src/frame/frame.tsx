/** The frame of the page: whose hall, what time, which language, and whether the picture is true. */
import { DemoMark } from '@tingxu/session/demo-mark';
import { AppShell } from '@tingxu/ui/app-shell';
import { Clock } from '@tingxu/ui/clock';
import { ConnectionMark } from '@tingxu/ui/connection-banner';
import { Seal } from '@tingxu/ui/wordmark';
import type { ComponentChildren, JSX } from 'preact';
import { useMonitor } from '../monitor-context.tsx';
import { useI18n } from '../texts.ts';
import { VoiceMark } from '../voice/voice-button.tsx';
import styles from './frame.module.css';
import { Languages } from './languages.tsx';
import { StaleBanner } from './stale-banner.tsx';

export function Frame({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const { t, pick } = useI18n();
  const { live, phone, profile, settings } = useMonitor();
  const hall = profile.value;
  // The end of a long name may be cut, what the page is not.
  const names = [phone.value ? '' : t.supervisor.title, hall && pick(hall.name)];
  return (
    <AppShell
      stale={!live.value}
      title={names.filter(Boolean).join(' · ') || t.supervisor.title}
      mark={phone.value ? <PhoneMark /> : undefined}
      banner={<StaleBanner />}
      footer={
        phone.value ? (
          <div class={styles['foot']}>
            <Languages />
          </div>
        ) : undefined
      }
      end={
        <>
          {settings.wall && <VoiceMark />}
          {!phone.value && live.value && (
            <ConnectionMark state="live" text={t.common.connection.live} />
          )}
          <DemoMark />
          <HallClock />
          {!phone.value && !settings.wall && <Languages />}
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
