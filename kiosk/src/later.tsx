/**
 * What the first picture does not need: all that follows the first touch, and speech. It is loaded right
 * after that picture, so that a line that is cut later takes nothing away.
 */
import { startDevice } from '@tingxu/device/start-device';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { Failed } from './after/failed.tsx';
import { Taking, Unsure } from './after/taking.tsx';
import { Untold } from './after/untold.tsx';
import { startReports } from './devices/start-reports.ts';
import { HelpScreen } from './help/help-screen.tsx';
import { LanesScreen } from './lanes/lanes-screen.tsx';
import { LaterI18nProvider, withLaterTexts } from './later-texts.ts';
import { EntryScreen } from './missed/entry-screen.tsx';
import { ReferenceScreen } from './missed/reference-screen.tsx';
import { RefusalScreen } from './missed/refusal-screen.tsx';
import { ReturnedScreen } from './missed/returned-screen.tsx';
import { followReader } from './model/card-reader.ts';
import { kioskCommands } from './model/commands.ts';
import type { KioskModel } from './model/kiosk-model.ts';
import type { LaterShown } from './model/later.ts';
import { createEyesFree, type EyesFree, type PadKey, padKey } from './speech/eyes-free.ts';
import { createSpeaker } from './speech/speaker.ts';
import { Spoken } from './speech/spoken.tsx';
import { type KioskI18n, useI18n } from './texts.ts';
import { TicketScreen } from './ticket/ticket-screen.tsx';

export const makeCommands = kioskCommands;
export const readCards = followReader;
export const keepAsDevice = startDevice;
export const devicesHere = startReports;

/** Speech and its pad of keys. Source: ACC-05. */
export const startSpeech = (model: KioskModel, i18n: KioskI18n): EyesFree =>
  createEyesFree({
    ...{ model, i18n: withLaterTexts(i18n) },
    speak: createSpeaker(globalThis.speechSynthesis, (text) => new SpeechSynthesisUtterance(text)),
  });

/** A key of the pad, as a keyboard names it; null for any other. */
export const padKeyOf = (event: KeyboardEvent): PadKey | null => padKey(event.key);

export function SpokenPart({ eyesFree }: { readonly eyesFree: EyesFree }): JSX.Element {
  return <Spoken eyesFree={eyesFree} />;
}

export function LaterScreen({ shown }: { readonly shown: LaterShown }): JSX.Element {
  const i18n = useI18n();
  const words = useMemo(() => withLaterTexts(i18n), [i18n]);
  return (
    <LaterI18nProvider value={words}>
      <Now shown={shown} />
    </LaterI18nProvider>
  );
}

function Now({ shown }: { readonly shown: LaterShown }): JSX.Element {
  if ('sending' in shown && shown.sending === 'unsure') return <Unsure />;
  switch (shown.kind) {
    case 'lanes':
      return <LanesScreen service={shown.service} pending={null} />;
    case 'taking':
      return <Taking shown={shown} />;
    case 'ticket':
      return <TicketScreen issued={shown.issued} />;
    case 'untold':
      return <Untold />;
    case 'failed':
      return <Failed code={shown.code} />;
    case 'help':
      return <HelpScreen />;
    case 'entry':
      return <EntryScreen typed={shown.typed} pending={false} />;
    case 'refusal':
      return <RefusalScreen shown={shown} />;
    case 'reference':
      return <ReferenceScreen typed={shown.typed} pending={false} />;
    // The page that was touched stays while the answer is on the way; a scan had none.
    case 'checking':
      return <ReferenceScreen typed={shown.typed} pending />;
    case 'returning':
      return <EntryScreen typed={shown.number ?? ''} pending />;
    case 'returned':
      return <ReturnedScreen ticket={shown.ticket} back={shown.back} />;
    default:
      return shown satisfies never;
  }
}
