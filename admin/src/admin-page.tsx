/** The configuration pages: signed in, one page beside the list of pages, the draft always in sight. */
import { Button } from '@tingxu/ui/button';
import { EmptyState } from '@tingxu/ui/empty-state';
import { later } from '@tingxu/ui/later';
import { cx } from '@tingxu/ui/lib/cx';
import { Spinner } from '@tingxu/ui/spinner';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useAdmin } from './admin-context.tsx';
import styles from './admin-page.module.css';
import { Frame } from './frame/frame.tsx';
import { Messages } from './frame/messages.tsx';
import { Nav } from './frame/nav.tsx';
import { OverviewPage } from './pages/overview-page.tsx';
import type { PageName } from './places.ts';
import { useI18n } from './texts.ts';

export function AdminPage(): JSX.Element {
  return (
    <Frame>
      <Body />
      <Messages />
    </Frame>
  );
}

const OtherPage = later(() => import('./pages/other-pages.tsx').then((come) => come.OtherPage));

/** No part of a configuration: they stand on their pages whether it was read or not. */
const BESIDE: readonly PageName[] = ['staff', 'devices', 'trail'];

function Body(): JSX.Element {
  const { draft, unread, refresh, page, readOnly } = useAdmin();
  const { t } = useI18n();
  const place = useRef<HTMLDivElement>(null);
  const name = page.value;
  // A page begins at its top, whatever was read of the one before.
  useLayoutEffect(() => {
    if (name) place.current?.scrollTo(0, 0);
  }, [name]);
  if (!draft.draft.value && !BESIDE.includes(name)) {
    return (
      <div class={cx(styles['empty'])}>
        {unread.value ? (
          <EmptyState icon="alert" title={t.admin.loadFailed}>
            <Button onClick={() => void refresh()}>{t.admin.retry}</Button>
          </EmptyState>
        ) : (
          <Spinner label={t.common.loading} />
        )}
      </div>
    );
  }
  return (
    <div class={cx(styles['body'])}>
      <Nav />
      <div
        class={cx(styles['page'])}
        ref={place}
        data-page={name}
        // Fields that cannot be changed take no focus: what is read is scrolled by the page itself.
        tabIndex={readOnly ? 0 : undefined}
      >
        <h2 class={cx(styles['heading'])}>{t.admin.page[name]}</h2>
        {name === 'overview' ? <OverviewPage /> : <OtherPage name={name} />}
      </div>
    </div>
  );
}
