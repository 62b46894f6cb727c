/** Where a teller begins: one counter, one personnel number, Enter. */

import { useSignal } from '@preact/signals';
import type { HallProfile } from '@tingxu/contract/hall-profile';
import type { CounterId } from '@tingxu/contract/ids';
import type { CounterView } from '@tingxu/contract/views';
import type { HallFeed } from '@tingxu/feed-client/hall-feed';
import { Button } from '@tingxu/ui/button';
import { EmptyState } from '@tingxu/ui/empty-state';
import { TextField } from '@tingxu/ui/field';
import { cx } from '@tingxu/ui/lib/cx';
import { Panel } from '@tingxu/ui/panel';
import { Spinner } from '@tingxu/ui/spinner';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useDocked } from '../desk/docked.ts';
import { Frame } from '../frame.tsx';
import { parseStation, type Station } from '../station.ts';
import { useI18n } from '../texts.ts';
import { CounterChoice } from './counter-choice.tsx';
import styles from './sign-in-page.module.css';

export type SignInPageProps = {
  readonly feed: HallFeed<'counter'>;
  readonly onEnter: (station: Station) => void;
};

export function SignInPage({ feed, onEnter }: SignInPageProps): JSX.Element {
  const { t } = useI18n();
  const docked = useDocked();
  const { view } = feed.state.value;
  useEffect(() => {
    document.title = `${t.counter.documentTitle} · ${t.common.product}`;
  }, [t.counter, t.common]);
  return (
    <Frame feed={feed} docked={docked}>
      <div class={cx(styles['page'])}>
        <Panel title={t.counter.signInTitle} class={styles['sheet']}>
          {view?.profile && <SignInForm view={view} profile={view.profile} onEnter={onEnter} />}
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
  readonly onEnter: (station: Station) => void;
};

const FIRST_COUNTER = 'input[name="counter"]';
const STAFF_FIELD = 'input[name="staff"]';

function SignInForm({ view, profile, onEnter }: FormProps): JSX.Element {
  const { t } = useI18n();
  const counter = useSignal<CounterId | null>(null);
  const staff = useSignal('');
  const tried = useSignal(false);
  const number = staff.value.trim().toLowerCase();
  const station = parseStation(counter.value, number);
  const numberWrong = tried.value && parseStation('1', number) === null;
  const form = useRef<HTMLFormElement>(null);
  const focus = (selector: string): void =>
    form.current?.querySelector<HTMLInputElement>(selector)?.focus();
  // Hands are on the keys when the page opens.
  useLayoutEffect(() => focus(FIRST_COUNTER), []);
  const submit = (event: Event): void => {
    event.preventDefault();
    tried.value = true;
    if (station) onEnter(station);
    else focus(counter.value === null ? FIRST_COUNTER : STAFF_FIELD);
  };
  /** A digit chooses the counter that bears it, and the next thing to type is the number. */
  const chooseByKey = (event: KeyboardEvent): void => {
    const named = profile.counters.find(({ label }) => label === event.key);
    if (!named || !(event.target instanceof HTMLInputElement) || event.target.name !== 'counter')
      return;
    event.preventDefault();
    counter.value = named.id;
    focus(STAFF_FIELD);
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
        <TextField
          label={t.counter.staffNumber}
          hint={t.counter.staffNumberHint}
          error={numberWrong ? t.staff.staffNumberWrong : undefined}
          value={staff.value}
          name="staff"
          maxLength={32}
          figures
          onInput={(text) => {
            staff.value = text;
          }}
        />
        <Button type="submit" variant="primary" size="l" keycap={t.counter.key.enter}>
          {t.counter.enter}
        </Button>
      </div>
    </form>
  );
}
