/** The comparison as a table for a terminal, which is Markdown, too. */
import type { Comparison, RuleFigures } from './compare.ts';
import type { LaneFigures } from './figures.ts';

const points = (share: number): string => (Math.abs(share) * 100).toFixed(1);

const within = (band: number | null): string => (band === null ? '' : ` ±${points(band)}`);

const percent = ({ share, band }: LaneFigures): string => `${points(share)}${within(band)}`;

const minutes = (ms: number): string => (ms / 60_000).toFixed(1);

const change = ({ againstFirst }: LaneFigures): string => {
  if (!againstFirst) return '';
  const { share, band } = againstFirst;
  return `${share < 0 ? '−' : '+'}${points(share)}${within(band)}`;
};

const mostOf = (lanes: readonly LaneFigures[]): string =>
  String(Math.max(...lanes.map(({ mostPassedOver }) => mostPassedOver)));

const rowOf = ({ rule, lanes }: RuleFigures): readonly string[] => [
  rule,
  ...lanes.map(percent),
  ...lanes.map(change),
  mostOf(lanes),
  lanes.map(({ longestWaitMs }) => minutes(longestWaitMs)).join(' / '),
];

const headOf = (lanes: readonly string[]): readonly string[] => [
  'rule',
  ...lanes.map((lane) => `${lane} in time %`),
  ...lanes.map((lane) => `${lane} to default`),
  'most passed over',
  `longest wait min (${lanes.join(' / ')})`,
];

const line = (row: readonly string[], widths: readonly number[]): string =>
  `| ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`;

export const comparisonTable = ({ name, days, customersPerDay, rules }: Comparison): string => {
  const rows = [headOf((rules[0]?.lanes ?? []).map(({ lane }) => lane)), ...rules.map(rowOf)];
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  const [head = [], ...rest] = rows;
  const under = widths.map((width, i) =>
    i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [
    `**${name}**, ${days} ${days === 1 ? 'day' : 'days'}, ${customersPerDay} customers a day`,
    '',
    ...[head, under, ...rest].map((row) => line(row, widths)),
  ].join('\n');
};
