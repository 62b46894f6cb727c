/**
 * The changes of a hall's configuration as its journal tells them, oldest first in, newest first out.
 * A planned change that took effect with the opening of a day has no event of its own: whatever follows
 * a plan without withdrawing it found it in force. Pure. Rules: CONF-1..CONF-3.
 */
import type { HallConfig } from '@tingxu/contract/config';
import type { ConfigurationHistory } from '@tingxu/contract/configuration-rest';
import type { HallEvent, JournalEntry } from '@tingxu/contract/events';
import type { Instant, RestTime } from '@tingxu/contract/ids';
import { tellHistory } from '@tingxu/i18n/tell-configuration';
import { toldDifferences } from './preview.ts';

type Row = ConfigurationHistory['entries'][number];
type Pending = { readonly version: number; readonly config: HallConfig };

/** What is in force and what waits, as far as the entries so far tell. */
type Standing = { readonly inForce: HallConfig | null; readonly pending: Pending | null };

type Step = { readonly what: Row['what']; readonly version: number; readonly to?: HallConfig };

const stepOf = (event: HallEvent, { pending }: Standing): Step | null => {
  switch (event.type) {
    case 'ConfigurationChanged': {
      const what = pending?.version === event.version ? 'took-effect' : 'changed';
      return { what, version: event.version, to: event.config };
    }
    case 'ConfigurationPlanned': {
      const what = event.postponedBy ? 'postponed' : 'planned';
      return { what, version: event.version, to: event.config };
    }
    case 'ConfigurationPlanWithdrawn':
      return { what: 'withdrawn', version: event.plan };
    default:
      return null;
  }
};

const after = (standing: Standing, { what, version, to }: Step): Standing => {
  if (what === 'withdrawn') return { ...standing, pending: null };
  if (!to) return standing;
  if (what === 'changed' || what === 'took-effect') return { inForce: to, pending: null };
  // A plan that is still there when another one is made took effect in between.
  const taken = what === 'planned' ? standing.pending?.config : undefined;
  return { inForce: taken ?? standing.inForce, pending: { version, config: to } };
};

export function historyOf(
  entries: readonly JournalEntry[],
  first: HallConfig | null,
  time: (at: Instant) => RestTime,
): ConfigurationHistory {
  let standing: Standing = { inForce: first, pending: null };
  const rows: Row[] = [];
  for (const { seq, at, actor, event } of entries) {
    const step = stepOf(event, standing);
    if (!step) continue;
    const { what, version, to } = step;
    const next = after(standing, step);
    const before = what === 'planned' ? next.inForce : standing.inForce;
    const changes = to && before ? toldDifferences(before, to) : [];
    rows.push({
      seq,
      at: time(at),
      by: actor,
      version,
      what,
      changes,
      text: tellHistory(what, version),
    });
    standing = next;
  }
  return { entries: rows.reverse() };
}

/** Version 1 is that of the first day; null where the trail does not reach back so far. */
export function configOfVersion(
  entries: readonly JournalEntry[],
  first: HallConfig | null,
  version: number,
): HallConfig | null {
  const made = entries
    .map(({ event }) => stepOf(event, { inForce: null, pending: null }))
    .find((step) => step?.to && step.version === version);
  return made?.to ?? (version === 1 ? first : null);
}
