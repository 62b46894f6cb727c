/** Where a teller begins, signed in: one counter, Enter. */

import { useSignal } from '@preact/signals';
import type { HallProfile } from '@tingxu/contract/hall-profile';
import type { CounterId } from '@tingxu/contract/ids';
import type { CounterView } from '@tingxu/contract/views';
import type { HallFeed } from '@tingxu/feed-client/hall-feed';
import { useSession } from '@tingxu/session/context';
import { WhoIsHere } from '@tingxu/session/who-is-here';
import { Button } from '@tingxu/ui/button';
import { EmptyState } from '@tingxu/ui/empty-state';
import { cx } from '@tingxu/ui/lib/cx';
import { Panel } from '@tingxu/ui/panel';
import { Spinner } from '@tingxu/ui/spinner';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useDocked } from '../desk/docked.ts';
import { Frame } from '../frame.tsx';
import { useI18n } from '../texts.ts';
import styles from './choose-page.module.css';
import { CounterChoice } from './counter-choice.tsx';

export type ChoosePageProps = {
  readonly feed: HallFeed<'counter'>;
  readonly onEnter: (counter: CounterId) => void;
};

export function ChoosePage({ feed, onEnter }: ChoosePageProps): JSX.Element {
  const { t } = useI18n();
  const docked = useDocked();
  const { view } = feed.state.value;
  useEffect(() => {
    document.title = `${t.counter.documentTitle} · ${t.common.product}`;
  }, [t.counter, t.common]);
  return (
    <Frame feed={feed} docked={docked} end={<WhoIsHere />}>
      <div class={cx(styles['page'])}>
        <Panel title={t.counter.signInTitle} class={styles['sheet']}>
          {view?.profile && <ChooseForm view={view} profile={view.profile} onEnter={onEnter} />}
          {view && !view.profile && (
            <EmptyState icon="counter" title={t.counter.dayClosedTitle}>
              {t.counter.dayClosedText}
            </EmptyState>
          )}
          {!view && (
            <p class={cx(styles['loading'])}>
              <Spinner /> <span>{t.common.loading}</span>
            </p>
          )}
        </Panel>
      </div>
    </Frame>
  );
}

type FormProps = {
  readonly view: CounterView;
  readonly profile: HallProfile;
  readonly onEnter: (counter: CounterId) => void;
};

const FIRST_COUNTER = 'input[name="counter"]';

function ChooseForm({ view, profile, onEnter }: FormProps): JSX.Element {
  const { t } = useI18n();
  const { standing } = useSession().session;
  const here = standing.value.kind === 'in' ? standing.value.who.staff : null;
  // Whoever is at a counter already goes on there.
  const own = profile.counters.find(({ id }) => {
    const row = view.counters[id];
    return row !== undefined && row.state !== 'closed' && here !== null && row.staff === here;
  });
  const counter = useSignal<CounterId | null>(own?.id ?? null);
  const tried = useSignal(false);
  const form = useRef<HTMLFormElement>(null);
  const focus = (selector: string): void =>
    form.current?.querySelector<HTMLInputElement>(selector)?.focus();
  const free = profile.counters.find(
    ({ id }) => (view.counters[id]?.state ?? 'closed') === 'closed',
  );
  // Hands are on the keys when the page opens, and mostly want a counter that nobody has.
  const first = own ?? free;
  const focusFirst = (): void => focus(first ? `input[value="${first.id}"]` : FIRST_COUNTER);
  useLayoutEffect(focusFirst, []);
  const submit = (event: Event): void => {
    event.preventDefault();
    tried.value = true;
    if (counter.value !== null) onEnter(counter.value);
    else focusFirst();
  };
  /** A digit chooses the counter that bears it. */
  const chooseByKey = (event: KeyboardEvent): void => {
    const named = profile.counters.find(({ label }) => label === event.key);
    if (!named || !(event.target instanceof HTMLInputElement) || event.target.name !== 'counter')
      return;
    event.preventDefault();
    counter.value = named.id;
    focus(`input[value="${named.id}"]`);
  };
  return (
    <form
      ref={form}
      class={cx(styles['form'])}
      onSubmit={submit}
      onKeyDown={chooseByKey}
      noValidate
    >
      <p class={cx(styles['hint'])}>{t.counter.signInHint}</p>
      <CounterChoice
        view={view}
        profile={profile}
        value={counter.value}
        onChange={(id) => {
          counter.value = id;
        }}
        wrong={tried.value && counter.value === null}
      />
      <div class={cx(styles['last'])}>
        <Button type="submit" variant="primary" size="l" keycap={t.counter.key.enter}>
          {t.counter.enter}
        </Button>
      </div>
    </form>
  );
}
