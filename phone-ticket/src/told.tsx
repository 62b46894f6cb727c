/** What did not come about, until the next try; a good outcome shows in the ticket itself. */
import type { Outcome } from '@tingxu/feed-client/command-runner';
import { Notice } from '@tingxu/ui/notice';
import type { JSX } from 'preact';
import { useI18n } from './texts.ts';

export function Told(props: {
  readonly outcome: Outcome<unknown, unknown> | null;
}): JSX.Element | null {
  const { t } = useI18n();
  const { outcome } = props;
  if (outcome === null || outcome.kind === 'done') return null;
  if (outcome.kind === 'refused') {
    return <Notice tone="warn">{t.problemsPublic[outcome.problem.code]}</Notice>;
  }
  return (
    <Notice tone="warn">{outcome.kind === 'not-sent' ? t.phone.notSent : t.phone.unknown}</Notice>
  );
}
