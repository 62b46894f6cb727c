/** Programs of their own beside the bench: started, asked over Node's IPC channel, ended. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import * as z from 'zod/mini';

/** A program that takes longer for anything is stuck. Units: ms. */
const PATIENCE_MS = 300_000;

export type Child = {
  readonly pid: number;
  /** The next message of this form. Rejects: the program ended, or said nothing for too long. */
  hear<T>(schema: z.ZodMiniType<T>): Promise<T>;
  /** Sends a message and hears the answer. */
  ask<T>(message: object, schema: z.ZodMiniType<T>): Promise<T>;
  /** Ends it, SIGTERM unless said otherwise, and waits until it is gone. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
};

/** What every server of the bench says once it listens. */
export const Ready = z.object({ type: z.literal('ready'), port: z.int() });

const hear = async <T>(
  child: ChildProcess,
  schema: z.ZodMiniType<T>,
  said: () => string,
): Promise<T> => {
  const ended = new AbortController();
  const timer = setTimeout(() => ended.abort(), PATIENCE_MS);
  const onExit = () => ended.abort();
  child.once('exit', onExit);
  try {
    for (;;) {
      const [message] = await once(child, 'message', { signal: ended.signal });
      const parsed = schema.safeParse(message);
      if (parsed.success) return parsed.data;
    }
  } catch (cause) {
    throw new Error(`${child.spawnfile} ended or does not answer: ${said()}`, { cause });
  } finally {
    clearTimeout(timer);
    child.off('exit', onExit);
  }
};

/** The last words of a child, for the report of a failure. */
const lastWords = (child: ChildProcess): (() => string) => {
  let text = '';
  const keep = (chunk: Buffer) => {
    text = `${text}${chunk.toString('utf8')}`.slice(-4_000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => text.trim();
};

/** Starts a program. `execArgv` are options of Node itself, e.g. `--cpu-prof`. */
export const startChild = (
  file: string,
  environment: NodeJS.ProcessEnv = process.env,
  execArgv: readonly string[] = [],
): Child => {
  const child = fork(file, [], {
    env: environment,
    execArgv: [...execArgv],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${file} cannot be started`);
  const said = lastWords(child);
  return {
    pid,
    hear: (schema) => hear(child, schema, said),
    ask: async (message, schema) => {
      const answer = hear(child, schema, said);
      child.send(message);
      return await answer;
    },
    stop: async (signal = 'SIGTERM') => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    },
  };
};
