/** The bookings are asked for when somebody goes there: whoever watches the hall does not wait for them. */
import { useSignal } from '@preact/signals';
import { Button } from '@tingxu/ui/button';
import { cx } from '@tingxu/ui/lib/cx';
import { Notice } from '@tingxu/ui/notice';
import { Spinner } from '@tingxu/ui/spinner';
import type { ComponentType, JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useI18n } from '../texts.ts';
import styles from './bookings.module.css';

export function BookingsDoor(): JSX.Element {
  const { t } = useI18n();
  const page = useSignal<{ readonly Page: ComponentType } | 'failed' | null>(null);
  const load = (): void => {
    page.value = null;
    import('./bookings-page.tsx').then(
      ({ BookingsPage }) => {
        page.value = { Page: BookingsPage };
      },
      () => {
        page.value = 'failed';
      },
    );
  };
  useEffect(load, []);
  const { value } = page;
  if (value === 'failed') {
    const again = (
      <Button size="s" onClick={load}>
        {t.trail.again}
      </Button>
    );
    return (
      <Notice tone="over" action={again}>
        {t.trail.failed}
      </Notice>
    );
  }
  if (value === null) {
    return (
      <div class={cx(styles['empty'])}>
        <Spinner label={t.common.loading} />
      </div>
    );
  }
  return <value.Page />;
}
