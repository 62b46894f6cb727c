/** Letters of this hall and digits, large enough for a thumb; a keyboard types the same. */
import { Icon } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { useLobby } from '../lobby-context.tsx';
import { useI18n } from '../texts.ts';
import styles from './keypad.module.css';
import { seriesLetters } from './match.ts';

export type KeypadProps = {
  readonly text: string;
  readonly onKey: (key: string) => void;
  readonly onErase: () => void;
  readonly onClear: () => void;
};

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

export function Keypad(props: KeypadProps): JSX.Element {
  const { text, onKey, onErase, onClear } = props;
  const { profile, sheet } = useLobby();
  const { t } = useI18n();
  const letters = seriesLetters(profile.value);
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (sheet.sheet.peek() || event.ctrlKey || event.metaKey || event.altKey) return;
      const key = event.key.toUpperCase();
      if (/^\d$/.test(key) || letters.includes(key)) onKey(key);
      else if (event.key === 'Backspace') onErase();
      else if (event.key === 'Escape') onClear();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
  return (
    <div class={cx(styles['pad'])}>
      <div class={cx(styles['letters'])}>
        {letters.map((letter) => (
          <button
            key={letter}
            type="button"
            class={cx(styles['key'], styles['letter'])}
            aria-pressed={text.startsWith(letter)}
            onClick={() => onKey(letter)}
          >
            {letter}
          </button>
        ))}
      </div>
      <div class={cx(styles['digits'])}>
        {DIGITS.map((digit) => (
          <Key key={digit} onClick={() => onKey(digit)}>
            {digit}
          </Key>
        ))}
        <Key label={t.lobby.clear} onClick={onClear}>
          <Icon name="cross" />
        </Key>
        <Key onClick={() => onKey('0')}>0</Key>
        <Key label={t.lobby.erase} onClick={onErase}>
          <Icon name="arrow-left" />
        </Key>
      </div>
    </div>
  );
}

function Key(props: {
  readonly children: JSX.Element | string;
  readonly label?: string;
  readonly onClick: () => void;
}): JSX.Element {
  return (
    <button
      type="button"
      class={cx(styles['key'])}
      aria-label={props.label}
      onClick={props.onClick}
    >
      {props.children}
    </button>
  );
}
