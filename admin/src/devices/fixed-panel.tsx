/** Printers, signs, callers and the voice: what hangs on the server and needs no pairing. Rules: DEV-2, VOICE-4. */
import { type DeviceRow, hinders } from '@tingxu/contract/devices';
import { WHOLE_HALL } from '@tingxu/contract/voice';
import { devices as fixedWords } from '@tingxu/i18n/devices';
import { type Column, DataTable } from '@tingxu/ui/data-table';
import { cx } from '@tingxu/ui/lib/cx';
import type { Tone } from '@tingxu/ui/lib/tone';
import { Panel } from '@tingxu/ui/panel';
import { StatusPill } from '@tingxu/ui/status-pill';
import type { JSX } from 'preact';
import { useAdmin } from '../admin-context.tsx';
import { useI18n } from '../texts.ts';
import type { DeviceWords } from './device-looks.ts';
import styles from './devices-page.module.css';
import { TestPage } from './test-page.tsx';

type FixedWords = (typeof fixedWords)['zh-CN'];
type Shown = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly tone: Tone;
  readonly state: string;
  /** Units: ms; null where nobody has counted. */
  readonly lastingMs: number | null;
  /** Of a printer, to whoever may test it. Rules: DEV-5. */
  readonly tests: boolean;
};

const toneOf = ({ ready, link, troubles }: DeviceRow): Tone => {
  if (link === 'starting') return 'info';
  if (!ready || troubles.some(hinders)) return 'over';
  return troubles.length > 0 ? 'warn' : 'ok';
};

const stateOf = ({ link, troubles }: DeviceRow, words: FixedWords): string =>
  troubles.length > 0
    ? troubles.map((trouble) => words.trouble[trouble]).join(' · ')
    : words.link[link];

export function FixedPanel({ words }: { readonly words: DeviceWords }): JSX.Element {
  const rows = [...useFixed(), ...useVoice(words)];
  const { format, locale } = useI18n();
  const columns: readonly Column<Shown>[] = [
    { key: 'name', head: words.device, rowHead: true, cell: ({ name }) => name },
    { key: 'kind', head: words.kind, cell: ({ kind }) => kind },
    {
      key: 'state',
      head: words.state,
      cell: ({ tone, state }) => <StatusPill tone={tone}>{state}</StatusPill>,
    },
    {
      key: 'lasting',
      head: words.lasting,
      align: 'end',
      cell: ({ lastingMs }) => (lastingMs === null ? words.never : format.elapsed(lastingMs)),
    },
    {
      key: 'test',
      head: words.test,
      cell: ({ id, tests }) =>
        tests && <TestPage device={id} fixed={fixedWords[locale.value]} words={words} />,
    },
  ];
  return (
    <Panel title={words.fixedTitle} flush>
      <p class={cx(styles['hint'], styles['about'])}>{words.fixedText}</p>
      <div class={cx(styles['table'])}>
        <DataTable
          caption={words.fixedTitle}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          rowTone={({ tone }) => (tone === 'over' || tone === 'warn' ? tone : undefined)}
          empty={words.fixedNone}
        />
      </div>
    </Panel>
  );
}

const useFixed = (): Shown[] => {
  const { devices, clock, who } = useAdmin();
  const { locale, pick } = useI18n();
  const words = fixedWords[locale.value];
  const mayTest = who.roles.some((role) => role === 'admin' || role === 'supervisor');
  return devices.value
    .filter((row): row is DeviceRow => 'link' in row)
    .map((row) => ({
      ...{ id: row.device, name: pick(row.name), kind: words.kind[row.kind] },
      ...{ tone: toneOf(row), state: stateOf(row, words) },
      lastingMs: Math.max(0, clock.value - row.sinceAt),
      tests: mayTest && row.kind === 'ticket-printer',
    }));
};

const useVoice = (words: DeviceWords): Shown[] => {
  const { voice } = useAdmin();
  const said = voice.value;
  if (said === null) return [];
  return said.zones.map(({ zone, speaker }) => {
    const silent = said.quiet ? words.voiceQuiet : words.voiceNone;
    const speaks = speaker !== null && !said.quiet;
    return {
      ...{ id: `voice ${zone}`, name: zone === WHOLE_HALL ? words.zoneHall : zone },
      ...{ kind: words.voice, tone: speaks ? 'ok' : 'warn' },
      ...{ state: speaks ? words.voiceOk : silent, lastingMs: null, tests: false },
    };
  });
};
