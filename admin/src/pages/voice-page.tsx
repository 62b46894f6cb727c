/** How the hall speaks: languages in order, how often, the reading of 1, by which voice. Rules: VOICE-1, VOICE-9. */
import { PublicLocale } from '@tingxu/contract/locale';
import { AskedKind } from '@tingxu/contract/voice';
import { spokenExample } from '@tingxu/i18n/spoken-example';
import { SelectField } from '@tingxu/ui/field';
import { cx } from '@tingxu/ui/lib/cx';
import { Panel } from '@tingxu/ui/panel';
import type { JSX } from 'preact';
import { useDraft } from '../admin-context.tsx';
import { type Draft, withMembers } from '../draft/draft-config.ts';
import { replaceAt } from '../draft/rows.ts';
import { FaultAt, OneOf, Tick } from '../fields/choices.tsx';
import styles from '../fields/fields.module.css';
import { Sentence } from '../fields/sentence.tsx';
import { joined, useI18n } from '../texts.ts';
import { VoiceZones } from './voice-zones.tsx';

export type DraftVoice = NonNullable<Draft['voice']>;
export type VoicePartProps = {
  readonly voice: DraftVoice;
  readonly put: (changes: Parameters<typeof withMembers<DraftVoice>>[1]) => void;
};
type Language = PublicLocale;

const DEFAULT_LANGUAGES: readonly Language[] = ['zh-CN'];
const TIMES = ['1', '2', '3'] as const;
const TIMES_BY_DEFAULT = 2;

export function VoicePage(): JSX.Element {
  const { draft, edit } = useDraft();
  const { t } = useI18n();
  const words = t.adminFields;
  const { voice } = draft;
  const put: VoicePartProps['put'] = (changes) =>
    edit((now) => (now.voice ? { ...now, voice: withMembers(now.voice, changes) } : now));
  return (
    <div class={cx(styles['stack'])}>
      <Panel>
        <Tick
          label={words.voiceOn}
          hint={words.voiceOnHint}
          value={voice !== undefined}
          onChange={(on) => edit((now) => withMembers(now, { voice: on ? {} : undefined }))}
        />
      </Panel>
      {voice && (
        <>
          <Spoken {...{ voice, put }} />
          <VoiceZones {...{ voice, put }} />
          <OnDemand />
        </>
      )}
    </div>
  );
}

const isLanguage = (text: string): text is Language =>
  PublicLocale.options.some((one) => one === text);

const languagesOf = ({ languages = DEFAULT_LANGUAGES }: DraftVoice): readonly Language[] =>
  languages.filter(isLanguage);

function Spoken({ voice, put }: VoicePartProps): JSX.Element {
  const { t } = useI18n();
  const words = t.adminFields;
  const { times = TIMES_BY_DEFAULT, one = 'yao', chime = true, speech = 'clips' } = voice;
  return (
    <Panel title={words.spokenCalls}>
      <div class={cx(styles['stack'])}>
        <Languages {...{ voice, put }} />
        <OneOf
          label={words.spokenTimes}
          value={TIMES.find((text) => text === String(times)) ?? '2'}
          options={TIMES.map((value) => ({ value, label: words.spokenTimesIs(Number(value)) }))}
          onChange={(value) => put({ times: Number(value) })}
        />
        <OneOf
          label={words.readOne}
          value={one}
          options={(['yao', 'yi'] as const).map((value) => ({
            value,
            label: words.readOneAs[value],
          }))}
          onChange={(value) => put({ one: value })}
        />
        <div>
          <OneOf
            label={words.spokenBy}
            value={speech}
            options={(['clips', 'browser'] as const).map((value) => ({
              value,
              label: words.spokenByChoice[value],
            }))}
            onChange={(value) => put({ speech: value === 'clips' ? undefined : value })}
          />
          {speech === 'browser' && <p class={cx(styles['hint'])}>{words.spokenByHint}</p>}
        </div>
        <div>
          <Tick label={words.chime} value={chime} onChange={(on) => put({ chime: on })} />
          <Tick
            label={words.beginsQuiet}
            value={voice.quiet ?? false}
            onChange={(on) => put({ quiet: on || undefined })}
          />
        </div>
        <Sentence data-testid="spoken">
          {words.spokenExample(
            joined(
              languagesOf(voice).map((language) => spokenExample[language](one)),
              words.or,
            ),
            times,
          )}
        </Sentence>
      </div>
    </Panel>
  );
}

/** In the order in which they are said; a language that is chosen again changes places. */
function Languages({ voice, put }: VoicePartProps): JSX.Element {
  const { t } = useI18n();
  const words = t.adminFields;
  const chosen = languagesOf(voice);
  const choose = (index: number, text: string): void => {
    const before = chosen[index];
    if (!isLanguage(text)) {
      put({ languages: chosen.filter((_, i) => i !== index) });
      return;
    }
    const other = chosen.indexOf(text);
    const freed =
      other < 0 || before === undefined ? [...chosen] : replaceAt(chosen, other, before);
    const next = index < freed.length ? replaceAt(freed, index, text) : [...freed, text];
    put({ languages: next });
  };
  const places = words.spokenLanguage.slice(0, chosen.length + 1);
  return (
    <div>
      <div class={cx(styles['grid'])}>
        {places.map((label, index) => (
          <SelectField
            key={index}
            label={label}
            name={`voice.languages.${index}`}
            value={chosen[index] ?? ''}
            options={[
              ...(index > 0 ? [{ value: '', label: words.none }] : []),
              ...PublicLocale.options
                .filter((one) => index < chosen.length || !chosen.includes(one))
                .map((value) => ({ value, label: words.spokenName[value] })),
            ]}
            onInput={(text) => choose(index, text)}
          />
        ))}
      </div>
      <FaultAt path="voice.languages" />
    </div>
  );
}

function OnDemand(): JSX.Element {
  const { t } = useI18n();
  const words = t.adminFields;
  return (
    <Panel title={words.onDemand}>
      <div class={cx(styles['stack'])}>
        <ul>
          {AskedKind.options.map((kind) => (
            <li key={kind}>
              {words.onDemandSentence[kind]} <code>{kind}.wav</code>
            </li>
          ))}
        </ul>
        <p class={cx(styles['hint'])}>{words.onDemandText}</p>
      </div>
    </Panel>
  );
}
