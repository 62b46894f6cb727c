/** "I am here": a missed number is typed in, a letter and then digits. Rules: MISS-4, MISS-6. */
import { Button } from '@tingxu/ui/button';
import { cx } from '@tingxu/ui/lib/cx';
import { TicketNumber } from '@tingxu/ui/ticket-number';
import type { JSX } from 'preact';
import { BackKey } from '../frame/back-key.tsx';
import { Frame } from '../frame/frame.tsx';
import { numberOf } from '../model/entry.ts';
import { useModel } from '../model/model-context.ts';
import { seriesLetters } from '../model/offers.ts';
import { useI18n } from '../texts.ts';
import styles from './entry-screen.module.css';

export type EntryScreenProps = {
  readonly typed: string;
  readonly pending: boolean;
};

export function EntryScreen({ typed, pending }: EntryScreenProps): JSX.Element {
  const { t } = useI18n();
  return (
    <Frame name="entry" title={t.kiosk.entryTitle} wayOn={<BackKey />}>
      <div class={cx(styles['entry'])}>
        <div class={cx(styles['typed'])} role="status" data-testid="typed">
          {typed === '' ? (
            <span class={cx(styles['hint'])}>{t.kiosk.entryLetter}</span>
          ) : (
            <TicketNumber number={typed} size={typed.length > 5 ? 'm' : 'l'} />
          )}
          {typed.length === 1 && <span class={cx(styles['hint'])}>{t.kiosk.entryDigits}</span>}
        </div>
        {typed === '' ? <Letters /> : <Digits typed={typed} pending={pending} />}
      </div>
    </Frame>
  );
}

function Letters(): JSX.Element {
  const model = useModel();
  const { t } = useI18n();
  const profile = model.profile.value;
  return (
    <div class={cx(styles['pad'])}>
      {(profile ? seriesLetters(profile) : []).map((letter) => (
        <Key key={letter} label={letter} onPress={() => model.press(letter)} />
      ))}
      {profile?.appointments && (
        <Button
          size="touch"
          class={cx(styles['word'], styles['booking'])}
          data-testid="reference"
          onClick={model.openReference}
        >
          {t.kiosk.haveBooking}
        </Button>
      )}
    </div>
  );
}

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

function Digits(props: { readonly typed: string; readonly pending: boolean }): JSX.Element {
  const model = useModel();
  const { t } = useI18n();
  const ready = numberOf(props.typed) !== null;
  return (
    <div class={cx(styles['pad'])}>
      {DIGITS.map((digit) => (
        <Key key={digit} label={digit} onPress={() => model.press(digit)} />
      ))}
      <button
        type="button"
        class={cx(styles['key'], styles['word'])}
        data-testid="erase"
        onClick={model.erase}
      >
        {t.kiosk.erase}
      </button>
      <Key label="0" class={styles['zero']} onPress={() => model.press('0')} />
      <Button
        variant="primary"
        size="touch"
        class={styles['word']}
        pending={props.pending}
        disabled={!ready}
        data-testid="submit"
        onClick={model.submit}
      >
        {t.kiosk.submit}
      </Button>
    </div>
  );
}

function Key(props: {
  readonly label: string;
  readonly class?: string | undefined;
  readonly onPress: () => void;
}): JSX.Element {
  return (
    <button
      type="button"
      class={cx(styles['key'], props.class)}
      data-testid={`key-${props.label}`}
      onClick={props.onPress}
    >
      {props.label}
    </button>
  );
}
