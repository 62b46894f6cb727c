/**
 * Loaded into a server process before the server: a machine whose time a test speeds up and whose wall
 * clock it steps, by messages. The server has no part in it and reads its clocks as always.
 */
import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';
import * as z from 'zod/mini';

/** `run`: time passes so many times faster. `step`: the wall clock alone leaps. `pass`: time really passes. */
const Message = z.discriminatedUnion('type', [
  z.object({ type: z.literal('run'), factor: z.number() }),
  z.object({ type: z.literal('step'), ms: z.number() }),
  z.object({ type: z.literal('pass'), ms: z.number() }),
]);

const startAt = Number(process.env['FAST_MACHINE']);
const realNow = performance.now.bind(performance);
const realTimeout = globalThis.setTimeout;

let factor = 1;
let sinceReal = realNow();
/** Of the machine, at `sinceReal`. Units: ms. */
let passedMs = 0;
let steppedMs = 0;

/** The same for all that is read in one go: a pause between two readings would look like a leap. */
let read: number | undefined;

const monotonic = (): number => {
  if (read === undefined) {
    read = passedMs + (realNow() - sinceReal) * factor;
    queueMicrotask(() => {
      read = undefined;
    });
  }
  return read;
};
const wall = (): number => Math.floor(startAt + monotonic() + steppedMs);

const follow = (message: z.infer<typeof Message>): void => {
  passedMs = monotonic();
  sinceReal = realNow();
  read = undefined;
  if (message.type === 'run') factor = message.factor;
  else if (message.type === 'step') steppedMs += message.ms;
  else passedMs += message.ms;
};

Date.now = wall;
performance.now = monotonic;
os.uptime = () => monotonic() / 1_000;
syncBuiltinESMExports();
globalThis.setTimeout = ((fn: () => void, ms = 0) =>
  realTimeout(fn, ms / factor)) as typeof setTimeout;

process.on('message', (message: unknown) => {
  const parsed = Message.safeParse(message);
  if (!parsed.success) return;
  follow(parsed.data);
  process.send?.({ type: 'followed', wall: wall() });
});
