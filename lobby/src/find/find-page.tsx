/** A number as far as somebody remembers it, typed with one thumb, and whoever it may be. */
import { useSignal } from '@preact/signals';
import { Button } from '@tingxu/ui/button';
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useLobby } from '../lobby-context.tsx';
import { useI18n } from '../texts.ts';
import { TicketCard } from '../ticket/ticket-card.tsx';
import styles from './find-page.module.css';
import { Keypad } from './keypad.tsx';
import { fullNumber, matches, typed } from './match.ts';

export function FindPage(): JSX.Element {
  const text = useSignal('');
  return (
    <div class={cx(styles['page'])}>
      <Found text={text.value} />
      <Keypad
        text={text.value}
        onKey={(key) => {
          text.value = typed(text.value, key);
        }}
        onErase={() => {
          text.value = text.value.slice(0, -1);
        }}
        onClear={() => {
          text.value = '';
        }}
      />
    </div>
  );
}

function Found({ text }: { readonly text: string }): JSX.Element {
  const { tickets, sheet } = useLobby();
  const { t } = useI18n();
  const rows = matches(text, tickets.value);
  const number = fullNumber(text);
  const known = rows.some((row) => row.number === number);
  return (
    <div class={cx(styles['found'])}>
      <output class={cx(styles['typed'])} data-testid="typed">
        {text === '' ? <span class={cx(styles['hint'])}>{t.lobby.findHint}</span> : text}
      </output>
      {text !== '' && rows.length === 0 && (
        <p class={cx(styles['none'])} role="status">
          {t.lobby.findNone}
        </p>
      )}
      <ul>
        {rows.map((row) => (
          <TicketCard key={row.ticket} row={row} />
        ))}
      </ul>
      {number && !known && (
        <div class={cx(styles['ended'])}>
          <Button size="l" block icon="search" onClick={() => void sheet.lookUp(number)}>
            {t.lobby.findEnded} {number}
          </Button>
        </div>
      )}
    </div>
  );
}
