/** The pages; those with something to correct say how much. */
import { Icon } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import { VisuallyHidden } from '@tingxu/ui/visually-hidden';
import type { JSX } from 'preact';
import { useAdmin } from '../admin-context.tsx';
import { PAGES, type PageName, placeOf } from '../places.ts';
import { useI18n } from '../texts.ts';
import styles from './nav.module.css';

export function Nav(): JSX.Element {
  const { t } = useI18n();
  return (
    <nav class={cx(styles['nav'])} data-guide="nav" aria-label={t.admin.pages}>
      {PAGES.filter((name) => name !== 'review').map((name) => (
        <PageLink key={name} name={name} />
      ))}
    </nav>
  );
}

function PageLink({ name }: { readonly name: PageName }): JSX.Element {
  const { page, draft } = useAdmin();
  const { t } = useI18n();
  const faults = draft.faults.value.filter(({ path }) => placeOf(path) === name).length;
  return (
    <a
      href={`#/${name}`}
      data-guide={name}
      class={cx(styles['link'])}
      aria-current={page.value === name ? 'page' : undefined}
    >
      <span>{t.admin.page[name]}</span>
      {faults > 0 && (
        <span class={cx(styles['faults'])}>
          <Icon name="alert" />
          <span aria-hidden="true">{faults}</span>
          <VisuallyHidden>{t.admin.faultsOn(faults)}</VisuallyHidden>
        </span>
      )}
    </a>
  );
}
