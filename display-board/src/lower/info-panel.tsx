/** Lanes, missed numbers, notices and tables, page by page. Rules: WAIT-1, TELL-1. */
import { Icon, type IconName } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import { TicketNumber } from '@tingxu/ui/ticket-number';
import { VisuallyHidden } from '@tingxu/ui/visually-hidden';
import type { JSX } from 'preact';
import { useBoard } from '../model/board-model.ts';
import type { InfoPage, LaneLine } from '../model/info-pages.ts';
import { comesBackAlone, missedTitle } from '../model/missed-title.ts';
import { textWidth } from '../model/text-width.ts';
import { type BoardI18n, useLanguages } from '../texts.ts';
import heading from './heading.module.css';
import styles from './info-panel.module.css';
import { NoticePage, TablePage } from './told.tsx';

const ICONS: Readonly<Record<string, IconName>> = { vip: 'star', elderly: 'cane' };

/** So many numbers may stand larger, where a page has at least so many lines. */
const FEW = 4;
const FEW_ROOM = 3;

export type InfoPanelProps = {
  readonly page: Exclude<InfoPage, { readonly kind: 'recent' }>;
  /** Whether lanes have room for the number of now. */
  readonly now: boolean;
  /** Of a line. Units: em. */
  readonly width: number;
};

export function InfoPanel({ page, now, width }: InfoPanelProps): JSX.Element {
  switch (page.kind) {
    case 'lanes':
      return <Lanes {...{ page, now, width }} />;
    case 'missed':
      return <Missed {...{ page, width }} />;
    case 'notice':
      return <NoticePage page={page} />;
    case 'table':
      return <TablePage page={page} />;
    default:
      return page satisfies never;
  }
}

type LanesProps = InfoPanelProps & { readonly page: { readonly kind: 'lanes' } };

function Lanes({ page, now }: LanesProps): JSX.Element {
  const { turn } = useLanguages();
  const i18n = turn.value;
  const { t, locale } = i18n;
  return (
    <table class={cx(styles['lanes'])} lang={locale.value} data-testid="lanes">
      <thead>
        <tr class={cx(heading['row'])}>
          <th scope="col">{t.board.lanes}</th>
          {now && <th scope="col">{t.board.now}</th>}
          <th scope="col">
            <Icon name="people" label={t.board.waiting} />
          </th>
          <th scope="col">
            {t.board.minutes}
            <VisuallyHidden>{t.board.wait}</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {page.lanes.map((lane) => (
          <LaneRow key={lane.lane} {...{ lane, now, i18n }} />
        ))}
      </tbody>
    </table>
  );
}

type LaneRowProps = {
  readonly lane: LaneLine;
  readonly now: boolean;
  readonly i18n: BoardI18n;
};

function LaneRow({ lane, now, i18n }: LaneRowProps): JSX.Element {
  const { pick, format } = i18n;
  return (
    <tr data-lane={lane.lane}>
      <th scope="row">
        <span class={cx(styles['name'])}>
          <Icon name={ICONS[lane.lane] ?? 'ticket'} />
          {pick(lane.name)}
        </span>
      </th>
      {now && <td>{lane.now === null ? '—' : <TicketNumber number={lane.now} />}</td>}
      <td data-testid={`waiting-${lane.lane}`}>{lane.waiting}</td>
      <td>{format.waitMinutes(lane.wait)}</td>
    </tr>
  );
}

type MissedProps = Pick<InfoPanelProps, 'width'> & {
  readonly page: InfoPage & { readonly kind: 'missed' };
};

function Missed({ page, width }: MissedProps): JSX.Element {
  const { turn } = useLanguages();
  const { t, locale } = turn.value;
  const few = page.room >= FEW_ROOM && page.numbers.length <= FEW;
  const count = page.pages > 1 ? t.board.page(page.page, page.pages) : '';
  const lanes = useBoard().profile.value?.lanes ?? [];
  const title = missedTitle(t.board, comesBackAlone(lanes), width - textWidth(count));
  return (
    <section data-testid="missed" lang={locale.value}>
      <h2 class={cx(heading['heading'])}>
        <span>{title}</span>
        {count !== '' && <span>{count}</span>}
      </h2>
      <ul class={cx(styles['missed'], few && styles['few'])}>
        {page.numbers.map((number) => (
          <li key={number}>
            <TicketNumber number={number} size={few ? 'm' : 'inherit'} />
          </li>
        ))}
      </ul>
    </section>
  );
}
