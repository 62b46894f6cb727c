import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ComparisonReply } from '@tingxu/contract/comparison';
import { ExplanationReply } from '@tingxu/contract/explanation';
import { HallId, LaneId } from '@tingxu/contract/ids';
import { DayStatistics } from '@tingxu/contract/statistics';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openConnection } from '../journal/connection.ts';
import { hallFolder, journalFile } from '../journal/journal.ts';
import { readTables } from '../journal/read-tables.ts';
import { type HttpRig, openHallDay, openHttpRig } from './testing/http-rig.ts';

const TICKETS = '/api/v1/halls/demo/tickets';

let rig: HttpRig;
beforeEach(async () => {
  rig = await openHttpRig();
  await openHallDay(rig);
});
afterEach(() => rig.close());

const issue = (lane: string) =>
  rig.command('/tickets', { role: 'lobby', body: { service: 'cash', lane } });
const atCounter = (path: string) =>
  rig.command(path, {
    role: 'teller',
    ...(path.startsWith('/tickets') && { body: { counter: '1' } }),
  });
const later = (seconds: number) => rig.clock.advanceTo(rig.clock.now() + seconds * 1_000);

/** A001 waits, V001 comes later and is called first; A001 is then called twice. */
const dispute = async (): Promise<void> => {
  await issue('normal');
  later(30);
  await issue('vip');
  later(10);
  await atCounter('/counters/1/call-next');
  later(120);
  await atCounter('/tickets/V001/finish');
  await atCounter('/counters/1/call-next');
  later(25);
  await atCounter('/tickets/A001/recall');
};

describe('the reason of a call', () => {
  it('PROOF-2 is told over the API in data and in both languages', async () => {
    await dispute();
    const reply = await rig.send('GET', `${TICKETS}/V001/explanation`, { role: 'lobby' });
    expect(reply.status).toBe(200);
    const { explanation, text } = ExplanationReply.parse(reply.json);
    expect(explanation).toMatchObject({ number: 'V001', calls: 1, counted: 1 });
    expect(text['zh-CN'].join('\n')).toContain('其次 A001（普通）：等候 00:40');
    expect(text['zh-CN'].join('\n')).toContain('A001（普通，等候 00:40，合 0.7 分；至此第 1 次');
    expect(text.en.join('\n')).toMatch(
      /V001 came first by the rule: waited 00:10, head start 03:00/,
    );
  });

  it('PROOF-2 compares two tickets: why V001 before A001, and was A001 called twice', async () => {
    await dispute();
    const reply = await rig.send('GET', `${TICKETS}/A001/explanation/V001`, { role: 'supervisor' });
    const { comparison, text } = ComparisonReply.parse(reply.json);
    expect(comparison).toMatchObject({ reason: 'passed-over', earlier: { number: 'V001' } });
    expect(text.en).toEqual(
      expect.arrayContaining([
        'V001 was called before A001: 09:00:40 at counter 1 (teller t01).',
        'A001 was called 2 times (recalls included), 2 counted:',
        '  09:02:40 counter 1 (teller t01), call 1, counted',
        '  09:03:05 counter 1 (teller t01), call 2, counted, 00:25 after the last counted one, interval 00:20',
      ]),
    );
    expect(text['zh-CN'][0]).toBe('V001 先于 A001：09:00:40 叫号，1 号窗口（柜员 t01）。');
  });

  it('PROOF-2 is told of a number of another day, to auditors too', async () => {
    await dispute();
    await rig.command('/day/close', { role: 'supervisor', body: { remaining: 'end-remaining' } });
    later(86_400);
    await openHallDay(rig);
    await issue('normal');
    const read = async (path: string) =>
      (await rig.send('GET', `${TICKETS}/${path}`, { role: 'auditor' })).json;
    const [today, before] = ['20261124-0001', '20261123-0001'];
    expect(await read('A001')).toMatchObject({ ticket: { id: today } });
    expect(await read('A001?day=2026-11-23')).toMatchObject({ ticket: { id: before } });
    const why = ExplanationReply.parse(await read('A001/explanation?day=2026-11-23'));
    expect(why.explanation).toMatchObject({ ticket: before, calls: 2 });
    const both = ComparisonReply.parse(await read('A001/explanation/V001?day=2026-11-23'));
    expect(both.comparison).toMatchObject({ earlier: { number: 'V001' } });
    // An id says its day itself, whatever day is asked for.
    expect(await read(`${before}?day=2026-11-24`)).toMatchObject({ ticket: { id: before } });
    for (const path of ['V001', 'V001/explanation', 'A001?day=2020-01-01']) {
      expect([path, (await read(path))['code']]).toEqual([path, 'ticket-unknown']);
    }
    expect((await read('A001?day=yesterday'))['code']).toBe('validation-failed');
  });

  it('PROOF-2 is refused for a ticket that the day has not', async () => {
    for (const path of ['A009/explanation', 'A009/explanation/V001', '20200101-0001/explanation']) {
      const { json } = await rig.send('GET', `${TICKETS}/${path}`, { role: 'lobby' });
      expect(json['code']).toBe('ticket-unknown');
    }
  });

  it('PROOF-2 is told on the command line in the language asked for, beside a running server', async () => {
    await dispute();
    const program = fileURLToPath(new URL('../admin/journal-explain.ts', import.meta.url));
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [program, '--data', rig.dataFolder, '--hall', 'demo', ...args], {
        encoding: 'utf8',
      });
    const chinese = run('V001', 'A001');
    expect(chinese.stdout).toContain('A001 共叫号 2 次（含重呼），其中计次 2 次：');
    const english = run('a001', '--lang', 'en', '--day', '2026-11-23');
    expect(english.stdout).toMatch(
      /09:03:05 Recalled at counter 1 \(teller t01\), call 2\n {2}counted: 00:25/,
    );
    expect(run('A009').status).toBe(1);
    expect(run('A009', '--lang', 'fr').status).toBe(2);
    expect(run().status).toBe(2);
    const data = run('20261123-0002', '--json');
    expect(JSON.parse(data.stdout)).toMatchObject({ number: 'V001', calls: 1 });
  });
});

describe('the statistics of a day', () => {
  const statistics = (query: string) =>
    rig.send('GET', `/api/v1/halls/demo/statistics${query}`, { role: 'supervisor' });

  it('STAT-3 are read by a supervisor, and equal the totals and the read tables', async () => {
    await dispute();
    const reply = await statistics('');
    const { businessDay, lanes, counters } = DayStatistics.parse(reply.json);
    expect(businessDay).toBe('2026-11-23');
    expect(counters).toMatchObject({
      1: { calls: 2, inServiceMs: 185_000, withTicketMs: 145_000 },
    });
    const { totals } = rig.hall.runtime.state();
    const db = openConnection(
      journalFile(hallFolder(rig.dataFolder, HallId.parse('demo'))),
      'read',
    );
    const rows = readTables(db).ofDay(businessDay).tickets;
    db.close();
    for (const [lane, { issued, ended, waits }] of Object.entries(lanes)) {
      const own = rows.filter(({ laneId }) => laneId === lane);
      expect(issued).toBe(own.length);
      expect(ended.served ?? 0).toBe(own.filter(({ endReason }) => endReason === 'served').length);
      const { waitSumMs, within } = totals[LaneId.parse(lane)] ?? {};
      expect(waits).toMatchObject({ sumMs: waitSumMs, withinPromise: within });
    }
    expect((await statistics('?day=2026-11-23')).json).toEqual(reply.json);
  });

  it('STAT-3 of a day that never was are refused', async () => {
    expect((await statistics('?day=2020-01-01')).json['code']).toBe('day-unknown');
    expect((await statistics('?day=today')).json['code']).toBe('validation-failed');
  });
});
