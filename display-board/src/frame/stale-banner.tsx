/** Says at once, in every language of the board, that the figures are old. Rules: FEED-4. */
import { ConnectionBanner } from '@tingxu/ui/connection-banner';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useBoard } from '../model/board-model.ts';
import { useLanguages } from '../texts.ts';
import styles from './stale-banner.module.css';

export function StaleBanner(): JSX.Element | null {
  const { staleSinceAt } = useBoard();
  const { first, second } = useLanguages();
  const since = staleSinceAt.value;
  const spoken = second ? [first, second] : [first];
  if (since === null) return null;
  return (
    <div class={cx(styles['banner'])} data-testid="stale">
      <ConnectionBanner
        state="stale"
        text={
          <span class={cx(styles['texts'])}>
            {spoken.map(({ t, locale }) => (
              <span key={locale.value} lang={locale.value} class={cx(styles['line'])}>
                {t.board.asOf}
              </span>
            ))}
            <span class={cx(styles['line'])}>{first.format.clock(since)}</span>
          </span>
        }
      />
    </div>
  );
}
