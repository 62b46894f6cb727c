/** What the hall tells everybody: it stands still, and its turn is long enough to be read. Rules: TELL-1. */
import { Icon } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import type { InfoPage } from '../model/info-pages.ts';
import { useLanguages } from '../texts.ts';
import heading from './heading.module.css';
import styles from './told.module.css';

type PageOf<K extends InfoPage['kind']> = { readonly page: InfoPage & { readonly kind: K } };

export function NoticePage({ page }: PageOf<'notice'>): JSX.Element {
  const { t, locale } = useLanguages().turn.value;
  return (
    <section lang={locale.value} data-testid="told">
      <h2 class={cx(heading['heading'])}>
        <span class={cx(styles['title'])}>
          <Icon name="info" class={styles['icon']} />
          {t.board.notices}
        </span>
        {page.pages > 1 && <span>{t.board.page(page.page, page.pages)}</span>}
      </h2>
      <p>
        {page.lines.map((line, index) => (
          // A page is drawn once and stands still: its lines have no other name than their place.
          <span class={cx(styles['line'])} key={index}>
            {line}
          </span>
        ))}
      </p>
    </section>
  );
}

export function TablePage({ page }: PageOf<'table'>): JSX.Element {
  const { locale } = useLanguages().turn.value;
  return (
    <table class={cx(styles['table'])} lang={locale.value} data-testid="table">
      <thead>
        <tr>
          <th scope="col">{page.title}</th>
          {page.columns.length > 0 ? (
            page.columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))
          ) : (
            <td />
          )}
        </tr>
      </thead>
      <tbody>
        {page.rows.map(({ name, values }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {values.map((value, index) => (
              <td key={page.columns[index] ?? ''}>{value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
