/** The outcome of a step of `npm test`. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

export const NOTHING: Counts = { passed: 0, failed: 0 };

export function addCounts(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed };
}

/** Ends a step: counts as the last line of its output, and the exit code. */
export function reportCounts(counts: Counts): void {
  process.stdout.write(`${JSON.stringify({ passed: counts.passed, failed: counts.failed })}\n`);
  if (counts.failed > 0) process.exitCode = 1;
}

function countsOf(line: string): Counts | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null) return undefined;
    if (!('passed' in value && 'failed' in value)) return undefined;
    const { passed, failed } = value;
    if (!Number.isInteger(passed) || !Number.isInteger(failed)) return undefined;
    return { passed: Number(passed), failed: Number(failed) };
  } catch {
    return undefined;
  }
}

/** The counts in the last line of a step's output, if it is such a line. */
export function readCounts(output: string): Counts | undefined {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return countsOf(lines.at(-1) ?? '');
}
