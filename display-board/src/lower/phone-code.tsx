/** How to take a ticket by phone: a picture to scan and, beside it, what to type. Rules: PHONE-1. */
import { useSignal } from '@preact/signals';
import type { HallId } from '@tingxu/contract/ids';
import { PresenceReply } from '@tingxu/contract/presence';
import { cx } from '@tingxu/ui/lib/cx';
import { QrCode } from '@tingxu/ui/qr-code';
import { VisuallyHidden } from '@tingxu/ui/visually-hidden';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useLanguages } from '../texts.ts';
import styles from './phone-code.module.css';

/** After an answer that did not come. Units: ms. */
const AGAIN_MS = 5_000;
/** The next one is asked for when it is there. Units: ms. */
const AFTER_MS = 250;

const ask = async (hall: HallId): Promise<PresenceReply | null> => {
  try {
    const headers = { 'Tingxu-Role': 'board' };
    const answer = await fetch(`/api/v1/halls/${hall}/presence`, { headers });
    if (!answer.ok) return null;
    return PresenceReply.safeParse(await answer.json()).data ?? null;
  } catch {
    return null;
  }
};

/** Null while the server does not answer: an old code would only disappoint. */
const usePresence = (hall: HallId): PresenceReply | null => {
  const presence = useSignal<PresenceReply | null>(null);
  useEffect(() => {
    let timer = 0;
    let gone = false;
    const renew = async (): Promise<void> => {
      const told = await ask(hall);
      if (gone) return;
      presence.value = told;
      timer = window.setTimeout(renew, told ? told.changesInMs + AFTER_MS : AGAIN_MS);
    };
    void renew();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [hall, presence]);
  return presence.value;
};

export type PhoneCodeProps = { readonly hall: HallId; readonly portrait: boolean };

export function PhoneCode({ hall, portrait }: PhoneCodeProps): JSX.Element | null {
  const { turn } = useLanguages();
  const { t, locale } = turn.value;
  const presence = usePresence(hall);
  if (presence === null) return null;
  const { code, origin } = presence;
  const page = `${origin ?? location.origin}/t/?hall=${hall}#${code}`;
  return (
    <aside
      class={cx(styles['place'], portrait && styles['upright'])}
      lang={locale.value}
      data-testid="phone-code"
    >
      <h2 class={cx(styles['title'])}>{t.board.scanToTake}</h2>
      <QrCode text={page} label={t.board.scanToTake} class={styles['picture']} />
      <p class={cx(styles['code'])}>
        <VisuallyHidden>{t.board.presenceCode}</VisuallyHidden> <strong>{code.slice(0, 4)}</strong>{' '}
        <strong>{code.slice(4)}</strong>
      </p>
    </aside>
  );
}
