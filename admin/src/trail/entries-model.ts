/** Entries of the trail as they were asked for, newest first, page by page. Rules: AUTH-15. */
import { type ReadonlySignal, signal } from '@preact/signals';
import {
  IdentityTrail,
  type IdentityTrailRow,
  PairedDeviceList,
  type TrailWhat,
} from '@tingxu/contract/identity';
import type { StaffRole } from '@tingxu/contract/roles';
import { tellSession } from '@tingxu/feed-client/session-refused';
import { ask } from '@tingxu/session/ask';
import { instantOf } from '../review/local-instant.ts';

/** What is asked for; empty is anything. */
export type TrailQuestion = {
  readonly person: string;
  readonly what: TrailWhat | '';
  /** A day of the hall, as a date field has it. */
  readonly day: string;
};
export const ANYTHING: TrailQuestion = { person: '', what: '', day: '' };

export type EntriesModel = {
  /** Null until they were read. */
  readonly rows: ReadonlySignal<readonly IdentityTrailRow[] | null>;
  readonly question: ReadonlySignal<TrailQuestion>;
  /** There are older ones. */
  readonly more: ReadonlySignal<boolean>;
  readonly pending: ReadonlySignal<boolean>;
  readonly failed: ReadonlySignal<boolean>;
  /** What devices are called, as far as the trail names any. */
  readonly names: ReadonlySignal<ReadonlyMap<string, string>>;
  search(question: TrailQuestion): Promise<void>;
  older(): Promise<void>;
};

/** The day after, as a date. */
const dayAfter = (day: string): string => {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
};

/** When a day of the hall begins. */
const midnight = (day: string, zone: string): string =>
  new Date(instantOf(`${day}T00:00`, zone) ?? 0).toISOString();

/** The query of a question; `zone` is that of the hall. */
export const queryOf = (question: TrailQuestion, zone: string, before: number | null): string => {
  const { person, what, day } = question;
  const query = new URLSearchParams();
  if (person !== '') query.set('person', person);
  if (what !== '') query.set('what', what);
  if (day !== '') {
    query.set('from', midnight(day, zone));
    query.set('until', midnight(dayAfter(day), zone));
  }
  if (before !== null) query.set('before', String(before));
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
};

export const createEntriesModel = (
  url: string,
  role: StaffRole,
  zone: ReadonlySignal<string>,
): EntriesModel => {
  const headers = { 'Tingxu-Role': role };
  const rows = signal<readonly IdentityTrailRow[] | null>(null);
  const question = signal(ANYTHING);
  const before = signal<number | null>(null);
  const more = signal(false);
  const pending = signal(false);
  const failed = signal(false);
  const names = signal<ReadonlyMap<string, string>>(new Map());
  const readNames = async (): Promise<void> => {
    const answer = await ask({ url, path: '/devices', schema: PairedDeviceList, headers });
    if (answer.ok) names.value = new Map(answer.value.devices.map((row) => [row.device, row.name]));
  };
  void readNames();
  /** The entries after those that are there already. */
  const read = async (already: readonly IdentityTrailRow[]): Promise<void> => {
    const asked = question.value;
    pending.value = true;
    const path = `/trail${queryOf(asked, zone.value, before.value)}`;
    const answer = await ask({ url, path, schema: IdentityTrail, headers });
    // Something else was asked for meanwhile.
    if (question.value !== asked) return;
    pending.value = false;
    failed.value = !answer.ok;
    if (!answer.ok) {
      tellSession(answer.problem?.code);
      return;
    }
    before.value = answer.value.before;
    more.value = answer.value.before !== null;
    rows.value = [...already, ...answer.value.entries];
  };
  return {
    ...{ rows, question, more, pending, failed, names },
    search: (next) => {
      question.value = { ...next };
      before.value = null;
      return read([]);
    },
    older: () => read(rows.value ?? []),
  };
};
