/**
 * The program of a reader's maker, as a child of the agent: it writes a line of JSON for each card that it reads, and is
 * started again when it ends. What is no card is left out, and nothing of any line is ever told. Stands alone.
 */
import { spawn } from 'node:child_process';
import { type RawCard, rawCardIn } from './card.ts';

/** Longer than any card; whoever writes more is no reader. Units: characters. */
const LONGEST_LINE = 4_096;

/** Takes a text apart as it comes; null for a line that is too long, of which nothing is kept. */
export const linesOf = (onLine: (line: string | null) => void): ((text: string) => void) => {
  let line: string | null = '';
  return (text) => {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) {
        onLine(line);
        line = '';
      }
      const fits = line !== null && line.length + part.length <= LONGEST_LINE;
      line = fits ? line + part : null;
    }
  };
};

export type ReaderProgram = { stop(): Promise<void> };

export type ReaderOptions = {
  readonly command: readonly [string, ...string[]];
  readonly onCard: (card: RawCard) => void;
  /** A line that is no card; how it looked is nobody's business. */
  readonly onNoCard: () => void;
  readonly onThere: (isThere: boolean) => void;
  /** Before it is started again. Units: ms. */
  readonly againMs?: number;
};

export function startReader(options: ReaderOptions): ReaderProgram {
  const [program, ...args] = options.command;
  const { onCard, onNoCard, onThere, againMs = 2_000 } = options;
  let stopped = false;
  let again: NodeJS.Timeout | undefined;
  let child: ReturnType<typeof start> | undefined;
  let ended: Promise<void> = Promise.resolve();

  const start = () => {
    // What it writes beside is its maker's, may hold numbers, and goes nowhere.
    const made = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] });
    ended = new Promise((resolve) => {
      const end = (): void => {
        onThere(false);
        if (!stopped) again ??= setTimeout(restart, againMs);
        resolve();
      };
      made.once('error', end);
      made.once('close', end);
    });
    made.once('spawn', () => onThere(true));
    const heard = linesOf((line) => {
      const card = line === null ? null : rawCardIn(line);
      if (card) onCard(card);
      else if (line === null || line.trim() !== '') onNoCard();
    });
    made.stdout.setEncoding('utf8').on('data', heard);
    return made;
  };
  const restart = (): void => {
    again = undefined;
    child = start();
  };
  restart();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(again);
      child?.kill();
      await ended;
    },
  };
}
