/** What customers see of what is edited: a ticket and the board, from the draft as it is. */
import { useSignal } from '@preact/signals';
import { MissedRule } from '@tingxu/contract/missed-rule';
import { board } from '@tingxu/i18n/board';
import { type PublicLocale, textIn } from '@tingxu/i18n/locale';
import { tellMissedRule } from '@tingxu/i18n/missed-rule';
import { CounterName } from '@tingxu/ui/counter-name';
import { Icon, type IconName } from '@tingxu/ui/icon';
import { LaneTag } from '@tingxu/ui/lane-tag';
import { cx } from '@tingxu/ui/lib/cx';
import { LocaleSwitch } from '@tingxu/ui/locale-switch';
import { TicketNumber } from '@tingxu/ui/ticket-number';
import { TicketSlip } from '@tingxu/ui/ticket-slip';
import type { JSX } from 'preact';
import { useDraft } from '../admin-context.tsx';
import { useI18n } from '../texts.ts';
import styles from './hall-preview.module.css';
import { type Sample, sampleOf } from './sample.ts';

export type HallPreviewProps = { readonly service: string; readonly lane: string };

export function HallPreview({ service, lane }: HallPreviewProps): JSX.Element | null {
  const { draft } = useDraft();
  const { t, locale, locales } = useI18n();
  const language = useSignal(locale.value);
  const sample = sampleOf(draft, service, lane);
  if (!sample) return null;
  return (
    <div class={cx(styles['preview'])}>
      <div class={cx(styles['head'])}>
        <h3>{t.admin.preview}</h3>
        <LocaleSwitch
          locales={locales}
          value={language.value}
          label={t.admin.previewLanguage}
          onChange={(next) => {
            language.value = next;
          }}
        />
      </div>
      <div lang={language.value} class={cx(styles['paper'])}>
        <Ticket sample={sample} locale={language.value} />
        <Board sample={sample} locale={language.value} />
      </div>
      <p class={cx(styles['note'])}>{t.admin.previewNote}</p>
    </div>
  );
}

type PartProps = { readonly sample: Sample; readonly locale: PublicLocale };

function Ticket({ sample, locale }: PartProps): JSX.Element {
  const { draft } = useDraft();
  const { t } = useI18n();
  const rule = MissedRule.safeParse(sample.lane.missed).data;
  return (
    <TicketSlip
      label={t.admin.previewTicket}
      class={styles['slip']}
      stub={
        <div class={cx(styles['facts'])}>
          {sample.service.hint && <p>{textIn(sample.service.hint, locale)}</p>}
          {rule && <p data-testid="preview-rule">{tellMissedRule(rule, locale)}</p>}
        </div>
      }
    >
      <div class={cx(styles['face'])}>
        <span class={cx(styles['hall'])}>{textIn(draft.name, locale)}</span>
        <TicketNumber number={sample.number} size="xl" />
        <span class={cx(styles['origin'])}>
          <span>{textIn(sample.service.name, locale)}</span>
          {sample.lane.id !== draft.defaultLane && (
            <LaneTag lane={sample.lane.id} label={textIn(sample.lane.name, locale)} />
          )}
        </span>
      </div>
    </TicketSlip>
  );
}

const ICONS: Readonly<Record<string, IconName>> = { vip: 'star', elderly: 'cane' };

function Board({ sample, locale }: PartProps): JSX.Element {
  const { draft } = useDraft();
  const { t } = useI18n();
  const words = board[locale];
  return (
    <section
      class={cx(styles['board'])}
      data-theme="board"
      aria-label={t.admin.previewBoard}
      data-testid="preview-board"
    >
      <div class={cx(styles['call'])}>
        <TicketNumber number={sample.number} size="m" />
        {sample.counters[0] ? (
          <CounterName
            text={words.counter(sample.counters[0])}
            label={sample.counters[0]}
            size="m"
          />
        ) : (
          <span>{t.admin.previewNoCounter}</span>
        )}
      </div>
      <ul class={cx(styles['lanes'])}>
        {draft.lanes.map((lane) => (
          <li key={lane.id}>
            <Icon name={ICONS[lane.id] ?? 'ticket'} />
            <span>{textIn(lane.name, locale)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
