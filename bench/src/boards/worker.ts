/**
 * All boards of a measurement in a process of their own, together with whoever calls, so that one
 * clock tells all instants. `{type:'hall'|'bare', …}` → `{type:'measured', …}`.
 */
import * as z from 'zod/mini';
import { bareFanOut } from './bare-boards.ts';
import { hallFanOut } from './hall-boards.ts';

const Task = z.object({
  type: z.enum(['hall', 'bare']),
  port: z.int(),
  boards: z.int(),
  calls: z.int(),
  seed: z.int(),
});
type Task = z.infer<typeof Task>;

const measure = async ({ type, port, boards, calls, seed }: Task) =>
  type === 'hall'
    ? await hallFanOut(port, boards, calls, seed)
    : { figures: await bareFanOut(port, boards, calls), payload: null };

process.on('message', (message) => {
  const task = Task.safeParse(message);
  if (!task.success) return;
  measure(task.data).then(
    (measured) => process.send?.({ type: 'measured', ...measured }),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(0));
