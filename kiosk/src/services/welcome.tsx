/**
 * The kiosk at rest: whose hall it is, how to begin in every language, until when it is open, and what
 * the hall has to tell. It stands still; only notices take turns. Rules: TELL-1. Source: ACC-10.
 */
import type { Notice } from '@tingxu/contract/notices';
import { kiosk } from '@tingxu/i18n/kiosk';
import { Icon } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import { Words } from '@tingxu/ui/words';
import type { JSX } from 'preact';
import { useModel } from '../model/model-context.ts';
import { noticeTurn } from '../model/notices.ts';
import { useI18n } from '../texts.ts';
import styles from './welcome.module.css';

export function Welcome({ brief }: { readonly brief: boolean }): JSX.Element {
  const model = useModel();
  const notices = model.notices.value;
  return (
    <section class={cx(styles['welcome'])} data-testid="welcome">
      {!(brief && notices.length > 0) && <Greeting brief={brief} />}
      {notices.length > 0 && <Notices notices={notices} />}
    </section>
  );
}

function Greeting({ brief }: { readonly brief: boolean }): JSX.Element {
  const model = useModel();
  const { t, pick, locale, locales, format } = useI18n();
  const profile = model.profile.value;
  const closesAt = model.day.value?.closesAt;
  const others = brief ? [] : locales.filter((other) => other !== locale.value);
  return (
    <div class={cx(styles['greeting'])}>
      <p class={cx(styles['hall'])}>{profile && <Words text={pick(profile.name)} />}</p>
      <p class={cx(styles['invite'])}>{t.kiosk.invite}</p>
      {others.map((other) => (
        <p key={other} lang={other}>
          {kiosk[other].invite}
        </p>
      ))}
      {!brief && closesAt !== undefined && (
        <p data-testid="open-until">{t.kiosk.openUntil(format.time(closesAt))}</p>
      )}
    </div>
  );
}

/** As high as the longest of them, so that nothing moves when another has its turn. */
function Notices({ notices }: { readonly notices: readonly Notice[] }): JSX.Element {
  const model = useModel();
  const { t, pick } = useI18n();
  const turn = noticeTurn(model.now.value, notices.length);
  return (
    <div
      class={cx(styles['notices'])}
      aria-label={t.kiosk.notice}
      role="note"
      data-testid="notices"
    >
      <Icon name="info" class={styles['sign']} />
      <div class={cx(styles['turns'])}>
        {notices.map(({ id, text }, index) => (
          <p
            key={id}
            class={cx(index !== turn && styles['waiting'])}
            aria-hidden={index === turn ? undefined : true}
          >
            <Words text={pick(text)} />
          </p>
        ))}
      </div>
    </div>
  );
}
