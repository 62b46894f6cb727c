/** At once, at a time, or with the next day; then the button. Rules: CONF-3. */
import { useSignal } from '@preact/signals';
import { Button } from '@tingxu/ui/button';
import { cx } from '@tingxu/ui/lib/cx';
import { Panel } from '@tingxu/ui/panel';
import type { JSX } from 'preact';
import { useAdmin } from '../admin-context.tsx';
import { OneOf } from '../fields/choices.tsx';
import styles from '../fields/fields.module.css';
import { useI18n } from '../texts.ts';
import { instantOf } from './local-instant.ts';
import review from './review.module.css';

type Way = 'now' | 'next-day' | 'at';

const wayOf = (when: string): Way => (when === 'now' || when === 'next-day' ? when : 'at');

export function WhenPanel({ possible }: { readonly possible: boolean }): JSX.Element {
  const { when, applying, draft, live, clock } = useAdmin();
  const { t, zone } = useI18n();
  const words = t.admin;
  const local = useSignal('');
  const way = useSignal<Way>(wayOf(when.value));
  const at = instantOf(local.value, zone.value);
  const ready = way.value !== 'at' || (at !== null && at > clock.value);
  const choose = (next: Way): void => {
    way.value = next;
    if (next !== 'at') when.value = next;
  };
  const type = (text: string): void => {
    local.value = text;
    const instant = instantOf(text, zone.value);
    if (instant !== null) when.value = new Date(instant).toISOString();
  };
  return (
    <Panel title={words.when}>
      <div class={cx(styles['stack'])}>
        <OneOf
          label={words.when}
          headed
          value={way.value}
          options={[
            { value: 'now', label: words.now },
            { value: 'next-day', label: words.nextDayChoice },
            { value: 'at', label: words.atChoice },
          ]}
          onChange={choose}
        />
        {way.value === 'at' && (
          <label>
            <span>{words.atLabel} </span>
            <input
              type="datetime-local"
              class={cx(review['at'])}
              name="at"
              value={local.value}
              onInput={(event) => type(event.currentTarget.value)}
            />
            <span class={cx(styles['hint'])}>
              {' '}
              {ready ? words.atHint(zone.value) : words.atWrong}
            </span>
          </label>
        )}
        <div class={cx(review['orders'])}>
          <Button
            variant="primary"
            size="l"
            pending={applying.pending.value}
            disabled={!possible || !ready || !live.value || draft.outrun.value}
            data-testid="apply"
            onClick={() => void applying.apply()}
          >
            {words.apply[way.value]}
          </Button>
        </div>
      </div>
    </Panel>
  );
}
