/** Says that the screen will go back, and how to stay: a touch anywhere. Source: ACC-04. */
import { Button } from '@tingxu/ui/button';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useModel } from '../model/model-context.ts';
import { useI18n } from '../texts.ts';
import styles from './idle-warning.module.css';

export function IdleWarning(): JSX.Element | null {
  const model = useModel();
  const { t } = useI18n();
  const left = model.left.value;
  if (left === null) return null;
  return (
    <section class={cx(styles['warning'])} data-theme="board" data-testid="idle-warning">
      <p class={cx(styles['text'])} role="timer">
        {t.kiosk.returningIn(left)}
      </p>
      <Button variant="primary" size="touch" onClick={model.touch}>
        {t.kiosk.moreTime}
      </Button>
    </section>
  );
}
