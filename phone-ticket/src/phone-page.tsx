/** One ticket on its holder's phone. Rules: LINK-2, CALL-6, WAIT-1. */
import { ConnectionBanner } from '@tingxu/ui/connection-banner';
import { EmptyState } from '@tingxu/ui/empty-state';
import { Spinner } from '@tingxu/ui/spinner';
import type { JSX } from 'preact';
import { Actions } from './actions.tsx';
import { BadLink } from './bad-link.tsx';
import { Over } from './over.tsx';
import { usePhone } from './phone-context.tsx';
import styles from './phone-page.module.css';
import { Rate } from './rate.tsx';
import { Shell } from './shell.tsx';
import { Slip } from './slip.tsx';
import { useI18n } from './texts.ts';

export function PhonePage(): JSX.Element {
  const { stage, live, view } = usePhone();
  const { pick } = useI18n();
  const name = view.value?.profile?.name;
  const shown = stage.value;
  if (shown.kind === 'bad-link') return <BadLink />;
  return (
    <Shell
      name={shown.kind}
      branch={name ? pick(name) : null}
      banner={<Banner />}
      stale={shown.kind !== 'connecting' && !live.value}
    >
      <Body />
    </Shell>
  );
}

function Body(): JSX.Element {
  const { t } = useI18n();
  const shown = usePhone().stage.value;
  if (shown.kind === 'over') return <Over {...shown} />;
  if (shown.kind === 'rating') return <Rate rating={shown.rating} />;
  if (shown.kind === 'connecting' || shown.kind === 'bad-link') {
    return <EmptyState title={<Spinner />}>{t.common.connection.never}</EmptyState>;
  }
  return (
    <div class={styles['page']}>
      <Slip kind={shown.kind} row={shown.row} />
      <Actions kind={shown.kind} row={shown.row} />
    </div>
  );
}

function Banner(): JSX.Element {
  const { t, format } = useI18n();
  const { status, staleSinceAt, problem } = usePhone().state.value;
  const words = t.common.connection;
  if (status === 'live') return <ConnectionBanner state="live" text={words.live} />;
  if (problem) {
    const text =
      problem.code === 'upgrade-required' ? words.tooOld : t.problemsPublic[problem.code];
    return <ConnectionBanner state="stale" text={text} />;
  }
  if (staleSinceAt === null) return <ConnectionBanner state="connecting" text={words.never} />;
  return <ConnectionBanner state="stale" text={words.reconnecting(format.clock(staleSinceAt))} />;
}
