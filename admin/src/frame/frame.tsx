/** The frame: whose hall, who is here, which language, and the draft at the foot. */
import { WhoIsHere } from '@tingxu/session/who-is-here';
import { AppShell } from '@tingxu/ui/app-shell';
import { Clock } from '@tingxu/ui/clock';
import { ConnectionBanner } from '@tingxu/ui/connection-banner';
import { FirstStepsButton } from '@tingxu/ui/first-steps';
import { LocaleSwitch } from '@tingxu/ui/locale-switch';
import type { ComponentChildren, JSX } from 'preact';
import { useAdmin } from '../admin-context.tsx';
import { useI18n } from '../texts.ts';
import { DraftBar } from './draft-bar.tsx';
import { ReadOnlyBar } from './read-only-bar.tsx';

export function Frame({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const { t, pick, locale, locales, setLocale, zone } = useI18n();
  const { live, reply, clock, staff, readOnly } = useAdmin();
  const name = reply.value?.config.name;
  return (
    <AppShell
      fixed
      stale={!live.value}
      title={name ? `${t.admin.title} · ${pick(name)}` : t.admin.title}
      banner={<Banner />}
      footer={readOnly ? <ReadOnlyBar /> : <DraftBar />}
      end={
        <>
          <Clock
            at={clock.value}
            zone={zone.value}
            locale={locale.value}
            date="none"
            seconds={false}
          />
          <WhoIsHere />
          {/* Its steps lead to what whoever only reads does not have. */}
          {!readOnly && (
            <FirstStepsButton
              of="admin"
              person={staff}
              locale={locale.value}
              label={t.staff.firstSteps}
            />
          )}
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

function Banner(): JSX.Element {
  const { t } = useI18n();
  const { status, problem } = useAdmin().state.value;
  const words = t.common.connection;
  if (status === 'live') return <ConnectionBanner state="live" text={words.live} />;
  if (problem) {
    const text = problem.code === 'upgrade-required' ? words.tooOld : t.problems[problem.code];
    return <ConnectionBanner state="stale" text={text} />;
  }
  return <ConnectionBanner state="stale" text={t.admin.noLink} />;
}
