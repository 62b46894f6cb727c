/** A small hall on a real disk, for tests of what stands on the journal. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CommandEnvelope, HallCommand } from '@tingxu/contract/commands';
import { HallConfig } from '@tingxu/contract/config';
import { BusinessDay, CommandId, HallId } from '@tingxu/contract/ids';
import type { Actor } from '@tingxu/contract/roles';
import { type Journal, openJournal } from '../../journal/journal.ts';
import { type ControlledClock, controlledClock } from '../clock.ts';
import { type HallRuntime, openHallRuntime, type Render } from '../hall-runtime.ts';
import type { Defect } from '../running-hall.ts';

export const HALL = HallId.parse('test');
export const MORNING = Date.parse('2026-11-23T09:00:00+08:00');
const text = (en: string) => ({ 'zh-CN': en, en });
const missed = {
  minCalls: 2,
  intervalMs: 20_000,
  minTotalMs: 0,
  returnAfterCalls: 3,
  maxReturns: 1,
  validMs: 3_600_000,
};

export const CONFIG = HallConfig.parse({
  hall: HALL,
  name: text('Test'),
  zone: 'Asia/Shanghai',
  cutOverHour: 4,
  lanes: [
    {
      id: 'vip',
      name: text('VIP'),
      series: 'V',
      promise: { targetMs: 300_000, sharePermille: 950 },
      creditMs: 180_000,
      selfSelect: false,
      missed,
    },
    {
      id: 'normal',
      name: text('Normal'),
      promise: { targetMs: 900_000, sharePermille: 800 },
      creditMs: 0,
      selfSelect: true,
      missed,
    },
  ],
  services: [
    { id: 'cash', name: text('Cash'), series: 'A', expectedServiceMs: 300_000 },
    { id: 'open', name: text('Accounts'), series: 'B', expectedServiceMs: 900_000 },
  ],
  counters: ['1', '2', '3', '4'].map((id) => ({ id, label: id, skills: ['cash', 'open'] })),
  defaultLane: 'normal',
  policy: { kind: 'weighted-delay', passOverPermille: 1_500 },
});

let made = 0;

/** A command from a lobby manager, who may do everything; the key is fresh unless given. */
export const envelope = (command: unknown, key?: string, actor?: Actor): CommandEnvelope => ({
  id: CommandId.parse(key ?? `test-key-${made++}`),
  actor: actor ?? { role: 'supervisor' },
  command: HallCommand.parse(command),
});

/** An answer that says what was decided: the events, or the refusal. */
export const renderPlainly: Render = (outcome) =>
  outcome.decision === 'accepted'
    ? { status: 200, body: JSON.stringify(outcome.entries) }
    : { status: 409, body: JSON.stringify(outcome.rejection) };

export const openingOf = (day: string) => ({
  type: 'OpenDay',
  businessDay: BusinessDay.parse(day),
  config: CONFIG,
});
export const ISSUE = { type: 'IssueTicket', service: 'cash', lane: 'normal' };

export type TestHall = {
  readonly folder: string;
  readonly journal: Journal;
  readonly clock: ControlledClock;
  readonly runtime: HallRuntime;
  readonly defects: Defect[];
  /** Sends one command and returns its answer's body, parsed. */
  send(command: unknown, key?: string): Promise<unknown>;
};

/** A folder that is removed by the returned `remove`. */
export const temporaryFolder = (): { readonly folder: string; remove(): void } => {
  const folder = mkdtempSync(join(tmpdir(), 'tingxu-journal-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};

/** Opens the hall of a folder, new or not, at the given instant. */
export const openTestHall = (
  folder: string,
  at = MORNING,
  more: Partial<Parameters<typeof openHallRuntime>[0]> = {},
): TestHall => {
  const clock = controlledClock(at);
  const defects: Defect[] = [];
  const journal = more.journal ?? openJournal({ folder, hall: HALL, now: at });
  const onDefect = (defect: Defect) => void defects.push(defect);
  const runtime = openHallRuntime({ clock, onDefect, ...more, journal });
  const send = async (command: unknown, key?: string): Promise<unknown> => {
    const answer = await runtime.submit(envelope(command, key), renderPlainly);
    return JSON.parse(answer.body);
  };
  return { folder, journal, clock, runtime, defects, send };
};
