/**
 * The kiosk without eyes: a pad of five keys (up, down, left, OK, help) that arrive as keys of a
 * keyboard. Every key is answered by speech, and stops the speech before it. Source: ACC-05.
 */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { LaterI18n } from '../later-texts.ts';
import type { KioskModel } from '../model/kiosk-model.ts';
import { type Act, type Scene, type Script, scriptOf, sentences } from './script.ts';

export type PadKey = 'up' | 'down' | 'left' | 'ok' | 'help';

const KEYS: Readonly<Record<string, PadKey>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'ok',
  Enter: 'ok',
  F1: 'help',
};

export const padKey = (key: string): PadKey | null => KEYS[key] ?? null;

export type EyesFree = {
  readonly on: ReadonlySignal<boolean>;
  /** What is being said; empty while the mode is off. */
  readonly said: ReadonlySignal<string>;
  press(key: PadKey): void;
  /** Somebody touches the screen: the mode ends. */
  leave(): void;
  close(): void;
};

export type EyesFreeOptions = {
  readonly model: KioskModel;
  readonly i18n: LaterI18n;
  /** Says it aloud where there is a voice; an empty text only stops. */
  readonly speak: (text: string, locale: string) => void;
};

/** Units: s. */
const WARN_STEP = 10;

const wrap = (index: number, count: number): number => (count === 0 ? 0 : (index + count) % count);

/** Where the listener is: which choice, and how much of the screen is said. */
const createPosition = () => ({
  at: signal(0),
  /** The whole screen is said when it has come, afterwards only what is chosen. */
  moved: signal(false),
  greeting: signal(false),
  repeats: signal(0),
});
type Position = ReturnType<typeof createPosition>;

const sceneOf = (model: KioskModel): Scene => ({
  shown: model.shown.value,
  services: model.services.value,
  lanes: model.lanes.value,
  stopped: model.notIssuing.value,
  opensAt: model.opensAt.value,
  closesAt: model.day.value?.closesAt ?? null,
  help: model.helpState.value,
  profile: model.profile.value,
  now: model.now.value,
});

export const createEyesFree = ({ model, i18n, speak }: EyesFreeOptions): EyesFree => {
  const position = createPosition();
  const { at, moved, greeting, repeats } = position;
  const script = computed(() => scriptOf(sceneOf(model), i18n));
  const said = signal('');
  const place = computed(() => {
    const { kind } = model.shown.value;
    return kind === 'help' ? `help ${model.helpState.value}` : placeOf(model.shown.value);
  });
  /** In steps: a warning that counted every second would never be heard to its end. */
  const warning = computed(() => Math.ceil((model.left.value ?? 0) / WARN_STEP) * WARN_STEP);
  /** What must be heard at once. Figures that change meanwhile interrupt nobody. */
  const heard: readonly ReadonlySignal<unknown>[] = [
    ...[place, at, moved, greeting, repeats, warning, i18n.locale, model.eyesFree],
  ];
  const cue = computed(() => heard.map(({ value }) => value).join(' '));
  const led = computed(() => {
    const act = script.value.choices[at.value]?.act;
    return model.eyesFree.value && act ? keyOf(act, i18n) : null;
  });
  const stops = [
    led.subscribe(model.setLed),
    place.subscribe(() => {
      at.value = 0;
      moved.value = false;
    }),
    cue.subscribe(() => {
      const text = warning.value > 0 ? i18n.t.speech.warning(warning.value) : null;
      said.value = model.eyesFree.value ? (text ?? tell(script.value, position, i18n)) : '';
      speak(said.value, i18n.locale.value);
    }),
  ];
  const press = (key: PadKey): void => {
    const warned = model.left.value !== null;
    model.touch();
    if (!model.eyesFree.value) {
      greeting.value = true;
      model.setEyesFree(true);
    } else if (!warned) {
      greeting.value = false;
      move(key, script.value, position, { model, i18n });
    }
  };
  return {
    on: model.eyesFree,
    said,
    press: (key) => batch(() => press(key)),
    leave: () => model.setEyesFree(false),
    close: () => {
      for (const stop of stops) stop();
    },
  };
};

const sayAll = ({ moved, repeats }: Position): void => {
  moved.value = false;
  repeats.value += 1;
};

const move = (
  key: PadKey,
  { choices }: Script,
  position: Position,
  { model, i18n }: Pick<EyesFreeOptions, 'model' | 'i18n'>,
): void => {
  const { at, moved, greeting } = position;
  if (key === 'up' || key === 'down') {
    at.value = wrap(at.value + (key === 'down' ? 1 : -1), choices.length);
    moved.value = true;
  } else if (key === 'left') {
    model.back();
  } else if (key === 'help') {
    greeting.value = true;
    sayAll(position);
  } else {
    const chosen = choices[at.value]?.act;
    if (chosen?.kind === 'again') sayAll(position);
    else if (chosen) act(model, i18n, chosen);
  }
};

/** Changes when another screen has come, or another thing is asked on it. */
const placeOf = (shown: Scene['shown']): string => {
  if (shown.kind === 'entry' || shown.kind === 'reference') return `${shown.kind} ${shown.typed}`;
  if (shown.kind === 'group') return `${shown.kind} ${shown.group}`;
  if ('sending' in shown) return `${shown.kind} ${shown.sending}`;
  return shown.kind;
};

const tell = (
  { prompt, choices }: Script,
  { at, moved, greeting }: Position,
  i18n: LaterI18n,
): string => {
  const { t } = i18n;
  const choice = choices[at.value];
  const option = choice ? t.speech.option(at.value + 1, choices.length, choice.say) : null;
  const opening = greeting.value ? sentences([t.speech.welcome, t.speech.keys], i18n) : '';
  const told = [opening, moved.value ? '' : prompt, sentences([option], i18n)];
  return told.filter((part) => part !== '').join(' ');
};

const nextLocale = ({ locale, locales }: LaterI18n): LaterI18n['locales'][number] =>
  locales[(locales.indexOf(locale.value) + 1) % locales.length] ?? locale.value;

/** The key of the screen that does the same; the page itself is what can be heard again. */
const keyOf = (act: Act, i18n: LaterI18n): string => {
  if (act.kind === 'service') return `service-${act.service}`;
  if (act.kind === 'lane') return `lane-${act.lane ?? 'default'}`;
  if (act.kind === 'press') return `key-${act.key}`;
  if (act.kind === 'language') return `language-${nextLocale(i18n)}`;
  return act.kind === 'again' ? 'page' : act.kind;
};

type Doing = Exclude<Act['kind'], 'service' | 'lane' | 'press' | 'again'>;

const act = (model: KioskModel, i18n: LaterI18n, chosen: Act): void => {
  if (chosen.kind === 'service') model.chooseService(chosen.service);
  else if (chosen.kind === 'lane') model.chooseLane(chosen.lane);
  else if (chosen.kind === 'press') model.press(chosen.key);
  else if (chosen.kind !== 'again') doingsOf(model, i18n)[chosen.kind]();
};

const doingsOf = (model: KioskModel, i18n: LaterI18n): Readonly<Record<Doing, () => void>> => ({
  entry: model.openEntry,
  reference: model.openReference,
  help: model.help,
  'take-back': model.takeHelpBack,
  back: model.back,
  finish: model.startOver,
  'try-again': model.tryAgain,
  erase: model.erase,
  submit: model.submit,
  language: () => i18n.setLocale(nextLocale(i18n)),
});
