/**
 * The frame of every screen: the question in ink, the answers on paper, and the same keys in the
 * same places: languages, the way on or back, size, a person to ask.
 */
import { LOCALE_NAMES } from '@tingxu/i18n/locale';
import { cx } from '@tingxu/ui/lib/cx';
import { Seal } from '@tingxu/ui/wordmark';
import { Words } from '@tingxu/ui/words';
import type { ComponentChildren, JSX } from 'preact';
import { useFit } from '../fit/use-fit.ts';
import { useModel } from '../model/model-context.ts';
import { useI18n } from '../texts.ts';
import styles from './frame.module.css';
import { IdleWarning } from './idle-warning.tsx';
import { Key } from './key.tsx';
import { useSettling } from './use-settling.ts';

export type FrameProps = {
  /** Changes with the screen, so that a second touch of a trembling hand falls on nothing. */
  readonly name: string;
  /** The question or the instruction; without it the page begins with whose hall it is. */
  readonly title?: ComponentChildren;
  /** The third key: where this screen leads, beside its own choices. */
  readonly wayOn?: ComponentChildren;
  readonly children: ComponentChildren;
};

/** As large as its words have room; then narrow, where a bank's own name for a group is long. */
const TITLE_LOOKS = 2;

export function Frame(props: FrameProps): JSX.Element {
  const model = useModel();
  const settling = useSettling(props.name);
  const { place, level } = useFit(TITLE_LOOKS, props.name);
  return (
    <div
      class={cx(
        styles['frame'],
        settling && styles['settling'],
        props.title === undefined && styles['untitled'],
        model.reachMm.value !== null && styles['four'],
      )}
      data-connection={model.connection.value}
      data-screen-name={props.name}
      data-settling={settling ? '' : undefined}
    >
      <header class={cx(styles['head'])} data-theme="board">
        <Seal class={styles['seal']} />
        {props.title !== undefined && (
          <div ref={place} class={cx(styles['title'], level > 0 && styles['narrow'])}>
            <h1>{props.title}</h1>
          </div>
        )}
      </header>
      <main class={cx(styles['main'])} tabIndex={-1} data-testid="page">
        {props.title === undefined && <HallName />}
        {props.children}
        <IdleWarning />
      </main>
      <Languages />
      <div class={cx(styles['keys'])} data-theme="board">
        {props.wayOn && <div class={cx(styles['way-on'])}>{props.wayOn}</div>}
        <SizeKey />
        <LowKey />
        <HelpKey />
      </div>
    </div>
  );
}

function HallName(): JSX.Element {
  const model = useModel();
  const { t, pick } = useI18n();
  const profile = model.profile.value;
  return (
    <p class={cx(styles['hall'])} data-testid="hall-name">
      <Words text={profile ? pick(profile.name) : t.common.product} />
    </p>
  );
}

/** Each other language is one touch away. */
function Languages(): JSX.Element {
  const { locale, locales, setLocale } = useI18n();
  const others = locales.filter((known) => known !== locale.value);
  return (
    <div class={cx(styles['pair'])} data-theme="board">
      {others.map((other) => (
        <Key
          key={other}
          aria-label={`${LOCALE_NAMES[other].short} ${LOCALE_NAMES[other].full}`}
          data-testid={`language-${other}`}
          onClick={() => setLocale(other)}
        >
          <span lang={other}>{LOCALE_NAMES[other].short}</span>
        </Key>
      ))}
    </div>
  );
}

/** Only on a panel that reaches higher than somebody in a wheelchair does. Source: ACC-07. */
function LowKey(): JSX.Element | null {
  const model = useModel();
  const { t } = useI18n();
  const low = model.low.value;
  if (model.reachMm.value === null) return null;
  const { short, full } = t.kiosk.low;
  return (
    <Key
      aria-label={`${short} ${full}`}
      aria-pressed={low}
      data-testid="low"
      onClick={() => model.setLow(!low)}
    >
      {short}
    </Key>
  );
}

/** On every screen; it bears a bar while somebody is asked to come. Rules: HELP-1. */
function HelpKey(): JSX.Element {
  const model = useModel();
  const { t } = useI18n();
  const state = model.helpState.value;
  const asked = state === 'called' || state === 'coming';
  return (
    <Key
      data-testid="help"
      aria-label={asked ? `${t.kiosk.staff} ${t.kiosk.help[state].title}` : undefined}
      onClick={model.help}
    >
      {t.kiosk.staff}
      {asked && <i class={cx(styles['asked'])} />}
    </Key>
  );
}

function SizeKey(): JSX.Element {
  const model = useModel();
  const { t } = useI18n();
  const large = model.large.value;
  const { short, full } = large ? t.kiosk.standard : t.kiosk.large;
  return (
    <Key aria-label={`${short} ${full}`} data-testid="large" onClick={() => model.setLarge(!large)}>
      {short}
    </Key>
  );
}
