/** What a replay prints besides its table. */
import type { PolicyKind } from '@tingxu/contract/config';
import type { Finding } from '../evidence/finding.ts';
import type { Scenario } from '../model/scenario.ts';
import type { DropReason, RecordedDay } from '../record/recorded-day.ts';

const WHY: Readonly<Record<DropReason, string>> = {
  flagged: 'flagged as unusable',
  'never-queued': 'hung up in the voice menu',
  'unknown-type': 'of no known type',
  'before-the-day': 'before the day',
  'across-midnight': 'across midnight',
};

export const dayHead = (day: RecordedDay, scenario: Scenario): string => {
  const dropped = (Object.keys(WHY) as DropReason[])
    .filter((reason) => day.dropped[reason] > 0)
    .map((reason) => `${day.dropped[reason]} ${WHY[reason]}`);
  const noShow = scenario.noShow > 0 ? `, no-show ${scenario.noShow}` : '';
  return [
    `${day.date}: ${day.customers.length} customers, ${scenario.counters.length} counters, seed ${scenario.seed}${noShow}`,
    `rows left out: ${dropped.join(', ') || 'none'}`,
  ].join('\n');
};

/** Violations shown per check; the JSON file holds all of them. */
const SHOWN = 5;

export const findingLines = (
  policy: PolicyKind,
  findings: readonly Finding[],
  run: { readonly commands: number; readonly seconds: number },
): string => {
  const lines = findings.flatMap(({ ok, claim, violations }) => [
    `  ${ok ? 'ok    ' : 'FAILED'}  ${claim}`,
    ...violations.slice(0, SHOWN).map((violation) => `            ${violation}`),
    ...(violations.length > SHOWN ? [`            and ${violations.length - SHOWN} more`] : []),
  ]);
  return [`\n${policy}: ${run.commands} commands in ${run.seconds} s`, ...lines].join('\n');
};
