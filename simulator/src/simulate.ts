/** `npm run simulate`: a year of random halls through the pure core, every invariant on. */
import { writeFileSync } from 'node:fs';
import { UsageError } from './replay/options.ts';
import { missedMarks } from './year/marks.ts';
import { readSimulation, SIMULATE_HELP, type Simulation } from './year/options.ts';
import { simulateYear, type Year } from './year/simulate-year.ts';
import { figuresOf, linesOf, progressOf } from './year/telling.ts';

/** The year twice: the same seed must lead to the same hash. */
const simulate = ({ seed, days, once }: Simulation): readonly Year[] => {
  const run = (): Year =>
    simulateYear({ seed, days, onDay: (day) => console.error(progressOf(day, days)) });
  return once ? [run()] : [run(), run()];
};

const main = (): number => {
  const asked = readSimulation(process.argv.slice(2));
  if (!asked) {
    console.log(SIMULATE_HELP);
    return 0;
  }
  console.log(`seed ${asked.seed}, ${asked.days} days`);
  const years = simulate(asked);
  const missed = missedMarks(years[0]?.seen ?? new Map(), asked.days);
  const figures = figuresOf(years, missed);
  for (const line of linesOf(figures)) console.log(line);
  if (asked.json) writeFileSync(asked.json, `${JSON.stringify(figures, null, 2)}\n`);
  return figures.sameHash && missed.length === 0 ? 0 : 1;
};

try {
  process.exitCode = main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${SIMULATE_HELP}`);
  process.exitCode = 2;
}
