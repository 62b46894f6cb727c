import { EmptyState } from '@tingxu/ui/empty-state';
import { Words } from '@tingxu/ui/words';
import type { JSX } from 'preact';
import { Shell } from './shell.tsx';
import { useI18n } from './texts.ts';

export function BadLink(): JSX.Element {
  const { t } = useI18n();
  return (
    <Shell name="bad-link" branch={null}>
      <EmptyState icon="ticket" title={t.phone.badLinkTitle}>
        <Words text={t.phone.badLinkText} />
      </EmptyState>
    </Shell>
  );
}
