/**
 * What stands over a page that is no paired device: a code, large enough to be read from where somebody works at
 * the admin page, and what to do with it. For every size from a phone to a strip over a counter. Rules: AUTH-12.
 */
import { pairing } from '@tingxu/i18n/pairing';
import { Icon, type IconName } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import { QrCode } from '@tingxu/ui/qr-code';
import { Wordmark } from '@tingxu/ui/wordmark';
import type { ComponentChildren, JSX } from 'preact';
import styles from './device-screen.module.css';
import type { DevicePage } from './keep-device.ts';
import type { DeviceShown, Keeper } from './keeper.ts';
import { pathOf } from './paired-address.ts';

export type PairingWords = (typeof pairing)['zh-CN'];
type ScreenProps = { readonly page: DevicePage; readonly keeper: Keeper };

export function DeviceScreen({ page, keeper }: ScreenProps): JSX.Element | null {
  const shown = keeper.shown.value;
  if (shown.kind === 'nothing') return null;
  const words = pairing[page.locale()];
  return (
    <div class={cx(styles['page'])} data-theme="board" data-device={shown.kind}>
      <header class={cx(styles['head'])}>
        <Wordmark />
        <span class={cx(styles['role'])}>{words.role[page.role]}</span>
      </header>
      <main class={cx(styles['body'])}>
        <Now {...{ page, keeper, shown, words }} />
      </main>
    </div>
  );
}

type NowProps = ScreenProps & { readonly shown: DeviceShown; readonly words: PairingWords };

const adminOf = (): string => `${location.origin}/admin/`;

function Now({ page, keeper, shown, words }: NowProps): JSX.Element | null {
  switch (shown.kind) {
    case 'code':
      return (
        <>
          <Told {...{ page, keeper, words }} revoked={shown.revoked} silent={shown.silent} />
          <Code code={shown.code} words={words} />
        </>
      );
    case 'confirmed':
      return (
        <Message icon="check" title={words.confirmed}>
          {words.confirmedText}
        </Message>
      );
    case 'insecure':
      return (
        <Message icon="alert" title={words.insecureTitle}>
          {words.insecureText}
        </Message>
      );
    case 'not-set-up':
      return (
        <Message icon="alert" title={words.notSetUpTitle}>
          {words.notSetUpText(adminOf())}
        </Message>
      );
    case 'other':
      return <Other role={shown.role} words={words} />;
    case 'nothing':
      return null;
    default:
      return shown satisfies never;
  }
}

type ToldProps = Omit<NowProps, 'shown'> & { readonly revoked: boolean; readonly silent: boolean };

function Told({ page, keeper, words, revoked, silent }: ToldProps): JSX.Element {
  const { steps } = words;
  return (
    <section class={cx(styles['told'])}>
      <h1 class={cx(styles['title'])}>{revoked ? words.revokedTitle : words.title}</h1>
      {revoked && <p class={cx(styles['revoked'])}>{words.revokedText}</p>}
      <ol class={cx(styles['steps'])}>
        <li>{steps.open(adminOf())}</li>
        <li>{steps.page}</li>
        <li>{steps.type}</li>
      </ol>
      <p class={cx(styles['waiting'], silent && styles['silent'])} role="status">
        <Icon name={silent ? 'offline' : 'clock'} />
        <span>{silent ? words.silent : words.waiting}</span>
      </p>
      {page.role === 'counter' && (
        <button type="button" class={cx(styles['link'])} onClick={() => keeper.skip()}>
          {words.skip}
        </button>
      )}
    </section>
  );
}

/** A phone would look for them on itself. */
const HERE = /^(?:localhost|127\.|\[::1\])/;

function Code(props: { readonly code: string; readonly words: PairingWords }): JSX.Element {
  const { code, words } = props;
  const address = new URL(adminOf());
  address.searchParams.set('code', code);
  const hall = new URLSearchParams(location.search).get('hall');
  if (hall !== null) address.searchParams.set('hall', hall);
  address.hash = '#/devices';
  return (
    <section class={cx(styles['slip'])} data-theme="slip">
      <h2 class={cx(styles['label'])}>{words.code}</h2>
      <output class={cx(styles['code'])} data-testid="pairing-code" aria-label={spoken(code)}>
        <span>{code.slice(0, 4)}</span> <span>{code.slice(4)}</span>
      </output>
      {!HERE.test(location.hostname) && (
        <div class={cx(styles['scan'])}>
          <QrCode class={styles['qr']} text={address.href} label={words.scan} />
          <span>{words.scan}</span>
        </div>
      )}
    </section>
  );
}

/** Sign by sign, as one would read it out. */
const spoken = (code: string): string => [...code].join(' ');

function Message(props: {
  readonly icon: IconName;
  readonly title: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <section class={cx(styles['message'])}>
      <span class={cx(styles['badge'])}>
        <Icon name={props.icon} />
      </span>
      <h1 class={cx(styles['title'])}>{props.title}</h1>
      <div class={cx(styles['text'])}>{props.children}</div>
    </section>
  );
}

function Other(props: {
  readonly role: DevicePage['role'];
  readonly words: PairingWords;
}): JSX.Element {
  const { role, words } = props;
  const path = pathOf(role);
  return (
    <Message icon="alert" title={words.otherTitle(words.role[role])}>
      <p>{words.otherText}</p>
      {path !== null && (
        <a class={cx(styles['link'])} href={path}>
          {words.go(words.role[role])}
        </a>
      )}
    </Message>
  );
}
