/**
 * Where the server of a data folder can be reached, for commands on the same machine: they find it
 * whatever port it was given, by environment, by file or by the system.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { isGone } from './parent.ts';

const Address = z.object({ url: z.url({ protocol: /^https?$/ }), pid: z.int() });

const fileIn = (dataFolder: string): string => join(dataFolder, 'server.json');

const read = (dataFolder: string): z.infer<typeof Address> | null => {
  try {
    const text: unknown = JSON.parse(readFileSync(fileIn(dataFolder), 'utf8'));
    return Address.safeParse(text).data ?? null;
  } catch {
    return null;
  }
};

/** The server that runs on this folder; null where none says so, or the one that did is gone. */
export const addressIn = (dataFolder: string): string | null => {
  const left = read(dataFolder);
  return left === null || isGone(left.pid) ? null : left.url;
};

/** Leaves the address until the process ends. A killed one leaves it behind, with an id that is gone. */
export const leaveAddress = (dataFolder: string, url: string): void => {
  const file = fileIn(dataFolder);
  // Whole or not at all, for whoever reads it now.
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, `${JSON.stringify({ url, pid: process.pid })}\n`);
  renameSync(draft, file);
  process.once('exit', () => {
    if (read(dataFolder)?.pid === process.pid) rmSync(file, { force: true });
  });
};
