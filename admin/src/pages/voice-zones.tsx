/** Parts of the hall that hear loudspeakers of their own, and the counters of each. Rules: VOICE-4. */
import { cx } from '@tingxu/ui/lib/cx';
import { Panel } from '@tingxu/ui/panel';
import type { JSX } from 'preact';
import { useDraft } from '../admin-context.tsx';
import { withMembers } from '../draft/draft-config.ts';
import { freeId, replaceAt } from '../draft/rows.ts';
import { Act } from '../fields/act.tsx';
import { FaultAt, Ticks } from '../fields/choices.tsx';
import styles from '../fields/fields.module.css';
import { TextEntry } from '../fields/text-entry.tsx';
import { useI18n } from '../texts.ts';
import type { DraftVoice, VoicePartProps } from './voice-page.tsx';

type Zone = NonNullable<DraftVoice['zones']>[number];
const NONE: readonly Zone[] = [];

export function VoiceZones({ voice, put }: VoicePartProps): JSX.Element {
  const { t } = useI18n();
  const words = t.adminFields;
  const zones = voice.zones ?? NONE;
  const putZones = (next: readonly Zone[]): void =>
    put({ zones: next.length > 0 ? next : undefined });
  return (
    <Panel title={words.voiceZones}>
      <div class={cx(styles['stack'])}>
        <p class={cx(styles['hint'])}>{words.voiceZonesText}</p>
        {zones.map((zone, index) => (
          <ZoneFields
            key={index}
            zone={zone}
            path={`voice.zones.${index}`}
            put={(changes) => putZones(replaceAt(zones, index, withMembers(zone, changes)))}
            onRemove={() => putZones(zones.filter((_row, other) => other !== index))}
          />
        ))}
        <FaultAt path="voice.zones" />
        <div>
          <Act onClick={() => putZones([...zones, { id: freeId(zones, 'zone-'), counters: [] }])}>
            {words.newVoiceZone}
          </Act>
        </div>
      </div>
    </Panel>
  );
}

function ZoneFields(props: {
  readonly zone: Zone;
  readonly path: string;
  readonly put: (changes: Parameters<typeof withMembers<Zone>>[1]) => void;
  readonly onRemove: () => void;
}): JSX.Element {
  const { zone, path, put, onRemove } = props;
  const { draft } = useDraft();
  const { t } = useI18n();
  const words = t.adminFields;
  return (
    <div class={cx(styles['stack'])}>
      <div class={cx(styles['grid'])}>
        <TextEntry
          label={words.id}
          path={`${path}.id`}
          value={zone.id}
          maxLength={32}
          hint={words.voiceZone(zone.id)}
          onChange={(id) => put({ id })}
        />
      </div>
      <Ticks
        label={words.voiceZoneCounters}
        path={`${path}.counters`}
        options={draft.counters.map(({ id, label }) => ({
          value: id,
          label: words.counterNamed(label),
        }))}
        value={zone.counters}
        onChange={(counters) => put({ counters })}
      />
      <div>
        <Act size="s" icon="cross" onClick={onRemove}>
          {words.remove}
        </Act>
      </div>
    </div>
  );
}
