/** A real server process on a machine whose wall clock leaps around the cut-over. Source: DS-13, DS-14. */
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { HallEvent } from '@tingxu/contract/events';
import { BusinessDay, HallId } from '@tingxu/contract/ids';
import { HallList } from '@tingxu/contract/rest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoHall } from '../demo/demo-hall.ts';
import { rigDevices, rigHeaders, rigPeople } from '../identity/testing/rig-people.ts';
import { seedIdentity } from '../identity/testing/seed-identity.ts';
import { hallFolder, journalFile } from '../journal/journal.ts';
import { openReadJournal } from '../journal/read-journal.ts';
import { temporaryFolder } from '../runtime/testing/hall-fixture.ts';
import { type ServerProcess, startServer } from './testing/server-process.ts';

const PRELOAD = fileURLToPath(new URL('./testing/fast-machine.ts', import.meta.url));
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A minute takes a tenth of a second. */
const FASTER = 600;
const HALL = HallId.parse('berlin');

let disk: ReturnType<typeof temporaryFolder>;
let running: ServerProcess[] = [];
beforeEach(() => {
  disk = temporaryFolder();
  running = [];
  const allDay = [{ from: '04:00', to: '04:00' }];
  const week = Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((weekday) => [weekday, allDay]),
  );
  const hours = { week, preIssueMinutes: 0, opensItself: true };
  const hall = { ...demoHall(), hall: HALL, zone: 'Europe/Berlin', cutOverHour: 4, hours };
  writeFileSync(join(disk.folder, 'tingxu.yaml'), JSON.stringify({ halls: [hall] }));
  const devices = rigDevices(HALL);
  seedIdentity(join(disk.folder, 'data'), { kind: 'real', people: rigPeople(), devices });
});
afterEach(async () => {
  for (const { child } of running) child.kill('SIGKILL');
  await Promise.all(running.map((server) => server.ended));
  disk.remove();
});

type Machine = {
  readonly url: string;
  tell(type: 'run' | 'step' | 'pass', by: number): Promise<void>;
  /** Ends in order. */
  stop(): Promise<void>;
};

const startAt = async (wallAt: number): Promise<Machine> => {
  const env = {
    ...{ TINGXU_CONFIG: 'tingxu.yaml', TINGXU_DATA: 'data' },
    FAST_MACHINE: String(wallAt),
  };
  const server = startServer(env, disk.folder, PRELOAD);
  running.push(server);
  const url = await server.ready;
  return {
    url,
    async tell(type, by) {
      server.child.send(type === 'run' ? { type, factor: by } : { type, ms: by });
      // It has said other things, too.
      for (let said: unknown; said !== 'followed'; ) {
        const [message] = (await once(server.child, 'message')) as [{ type: unknown }];
        said = message.type;
      }
    },
    async stop() {
      server.child.kill('SIGTERM');
      expect(await server.ended).toBe(0);
    },
  };
};

const dayOf = async ({ url }: Machine): Promise<string | null> =>
  HallList.parse(await (await fetch(`${url}/api/v1/halls`)).json()).halls[0]?.businessDay ?? null;
const reaches = async (machine: Machine, day: string): Promise<void> => {
  while ((await dayOf(machine)) !== day) await wait(20);
};

const takeTicket = async ({ url }: Machine): Promise<void> => {
  const { status } = await fetch(`${url}/api/v1/halls/${HALL}/tickets`, {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/json', ...rigHeaders('kiosk') },
      'idempotency-key': 'clock-steps-1',
    },
    body: JSON.stringify({ service: 'cash' }),
  });
  expect(status).toBe(201);
};

/** Every opening and closing of the given days, with the ends of tickets between them. */
const turnsOf = (...days: readonly string[]): readonly string[] => {
  const journal = openReadJournal(journalFile(hallFolder(join(disk.folder, 'data'), HALL)));
  const told = (event: HallEvent): string[] => {
    if (event.type === 'DayOpened' || event.type === 'DayClosed' || event.type === 'DayReopened') {
      return [`${event.type} ${event.businessDay}`];
    }
    return event.type === 'TicketLeft' ? [event.reason] : [];
  };
  const turns = days.flatMap((day) =>
    journal.dayEntries(BusinessDay.parse(day)).flatMap(({ event }) => told(event)),
  );
  journal.close();
  return turns;
};

/** Days of the hall around the cut-over at which its clocks are changed. */
const AUTUMN = {
  cutOverAt: '2026-10-25T03:00:00Z',
  days: ['2026-10-24', '2026-10-25', '2026-10-26'],
};
const SPRING = {
  cutOverAt: '2026-03-29T02:00:00Z',
  days: ['2026-03-28', '2026-03-29', '2026-03-30'],
};

describe('a running server whose wall clock leaps by hours around the cut-over', () => {
  it.each([
    ['forward and then back, on the night of 25 hours', AUTUMN, 2 * HOUR],
    ['back and then forward, on the night of 25 hours', AUTUMN, -2 * HOUR],
    ['forward and then back, on the night of 23 hours', SPRING, 2 * HOUR],
    ['back and then forward, on the night of 23 hours', SPRING, -2 * HOUR],
  ])(
    'TIME-2, TIME-3, DAY-4 rolls over exactly once: %s',
    async (_, { cutOverAt, days }, step) => {
      const [before = '', after = ''] = days;
      const machine = await startAt(Date.parse(cutOverAt) - 20 * MINUTE);
      expect(await dayOf(machine)).toBe(before);
      await takeTicket(machine);
      await machine.tell('step', step);
      await machine.tell('run', FASTER);
      await reaches(machine, after);
      await machine.tell('step', -2 * step);
      // Long enough that the new time is believed, and taken over in the empty hall.
      await wait((30 * MINUTE) / FASTER);
      await machine.stop();
      const once = [`DayOpened ${before}`, 'left-at-closing', `DayClosed ${before}`];
      expect(turnsOf(...days)).toEqual([...once, `DayOpened ${after}`]);

      const again = await startAt(Date.parse(cutOverAt) - HOUR);
      expect(await dayOf(again)).toBe(after);
      await again.stop();
      expect(turnsOf(...days)).toEqual([...once, `DayOpened ${after}`]);
    },
    60_000,
  );

  it('DAY-4 control: where a day really passes another roll-over is counted', async () => {
    const { cutOverAt, days } = AUTUMN;
    const [before = '', after = '', third = ''] = days;
    const machine = await startAt(Date.parse(cutOverAt) - 20 * MINUTE);
    await machine.tell('run', FASTER);
    await reaches(machine, after);
    await machine.tell('pass', 24 * HOUR);
    await reaches(machine, third);
    await machine.stop();
    const turns = [before, after].flatMap((day) => [`DayOpened ${day}`, `DayClosed ${day}`]);
    expect(turnsOf(...days)).toEqual([...turns, `DayOpened ${third}`]);
  }, 60_000);
});
