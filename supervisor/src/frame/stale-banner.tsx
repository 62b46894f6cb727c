/** Whether the picture is true, in the frame and on every sheet that hides it. Rules: FEED-4. */
import { ConnectionBanner } from '@tingxu/ui/connection-banner';
import type { JSX } from 'preact';
import { useMonitor } from '../monitor-context.tsx';
import { useI18n } from '../texts.ts';

export function StaleBanner(): JSX.Element {
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
