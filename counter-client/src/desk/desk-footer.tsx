/** The setting of the loop and the way to the list of keys. */
import { WhoIsHere } from '@tingxu/session/who-is-here';
import { Button } from '@tingxu/ui/button';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useI18n } from '../texts.ts';
import { useDesk } from './desk-context.tsx';
import styles from './desk-footer.module.css';
import { useDocked } from './docked.ts';

export function DeskFooter(): JSX.Element {
  const { autoNext, setAutoNext, press, leave } = useDesk();
  const { t } = useI18n();
  const docked = useDocked();
  return (
    <div class={cx(styles['footer'])}>
      <label class={cx(styles['setting'])}>
        <input
          type="checkbox"
          checked={autoNext.value}
          onChange={(event) => setAutoNext(event.currentTarget.checked)}
        />
        <span>{t.counter.autoNext}</span>
      </label>
      <span class={cx(styles['hint'])}>{t.counter.keysHint}</span>
      {docked ? (
        <WhoIsHere compact onSignOut={leave} />
      ) : (
        <Button size="s" variant="quiet" keycap="?" onClick={() => press('keys')}>
          {t.counter.keys}
        </Button>
      )}
    </div>
  );
}
