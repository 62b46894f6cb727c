import { chanceOf } from '@tingxu/chance/chance';
import { expect, test } from 'vitest';
import type { Intent } from '../testing/arbitraries.ts';
import { openDay } from '../testing/commands.ts';
import { hallConfig } from '../testing/config.ts';
import { commandFor, roleOf, waitOf } from '../testing/intents.ts';
import { CORE, newRun, send } from '../testing/model-run.ts';

const ROLL_OVERS = 1_000;
/** Commands of a day; the roll-over comes whatever they have left undone. */
const LENGTH = 40;

const dayAfter = (day: string): string =>
  new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

test('DAY-4, DAY-7 a thousand roll-overs in the middle of the work: INV-06, INV-11 and every other invariant hold', () => {
  const random = chanceOf(20_261_121).next;
  const upTo = (most: number): number => Math.floor(random() * (most + 1));
  const config = hallConfig();
  const run = newRun({ config }, CORE, {});
  let cut = 0;
  for (let day = 0; day < ROLL_OVERS; day += 1) {
    for (let step = 0; step < LENGTH && run.book?.open; step += 1) {
      const intent: Intent = [upTo(92), upTo(255), upTo(255), upTo(12)];
      run.at += waitOf(intent);
      send(
        run,
        commandFor(run.book, intent, { quiet: false, posted: null }, run.at),
        roleOf(intent),
      );
    }
    const last = run.book?.businessDay ?? '';
    if (run.book?.open) {
      cut += run.book.live.size > 0 ? 1 : 0;
      expect(send(run, { type: 'CloseDay', remaining: 'end-remaining' })).not.toBeNull();
    }
    expect(run.hall.tickets.size).toBe(0);
    run.at += 3_600_000;
    expect(send(run, openDay(run.hall.day?.config ?? config, dayAfter(last)))).not.toBeNull();
    expect([run.hall.issued, run.hall.series]).toEqual([0, {}]);
  }
  expect(cut).toBeGreaterThan(ROLL_OVERS / 2);
}, 120_000);
