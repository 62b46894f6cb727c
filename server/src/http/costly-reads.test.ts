import { describe, expect, it } from 'vitest';
import { type CostlyReads, costlyReads } from './costly-reads.ts';
import { RequestProblem } from './problem.ts';

const WORK_MS = 10;
const work = (): number => {
  const from = performance.now();
  while (performance.now() - from < WORK_MS);
  return from;
};

/** How many of so many at once were done, and how many held. */
const flood = async (costly: CostlyReads, count: number, sender: (n: number) => string) => {
  const asked = Array.from({ length: count }, (_, n) => costly.run(sender(n), work));
  const settled = await Promise.allSettled(asked);
  const held = settled.filter(({ status }) => status === 'rejected').length;
  return { done: count - held, held };
};

describe('reads of a whole day', () => {
  it('WEB-7 are two at once of one sender; who asks for more is told to come again', async () => {
    const costly = costlyReads(true);
    expect(await flood(costly, 400, () => 't01')).toEqual({ done: 2, held: 398 });
    await expect(costly.run('s01', () => 'at once')).resolves.toBe('at once');
    expect(await flood(costlyReads(false), 20, () => 't01')).toEqual({ done: 20, held: 0 });
  });

  it('WEB-7 are thirty a minute of one sender, and those of others beside them', async () => {
    const costly = costlyReads(true);
    const ask = (sender: string) => costly.run(sender, () => 'done').catch((problem) => problem);
    for (let asked = 0; asked < 30; asked += 1) expect(await ask('t01')).toBe('done');
    const refused = await ask('t01');
    expect(refused).toBeInstanceOf(RequestProblem);
    expect([refused.code, refused.more.retryAfterSeconds > 30]).toEqual([
      'too-many-requests',
      true,
    ]);
    expect(await ask('t02')).toBe('done');
  });

  it('WEB-7 rest as long as they took, so that what a hall is told comes between', async () => {
    const costly = costlyReads(true);
    let between = 0;
    const commands = setInterval(() => {
      between += 1;
    }, 1);
    const from = performance.now();
    const { done } = await flood(costly, 20, (n) => `t${n}`);
    clearInterval(commands);
    expect([done, performance.now() - from > 20 * WORK_MS * 1.8]).toEqual([20, true]);
    expect(between).toBeGreaterThan(19);
  });

  it('WEB-7 go on after one that failed', async () => {
    const costly = costlyReads(true);
    const failing = () => {
      throw new RequestProblem('ticket-unknown');
    };
    await expect(costly.run('t01', failing)).rejects.toMatchObject({ code: 'ticket-unknown' });
    await expect(costly.run('t01', () => 1)).resolves.toBe(1);
  });
});
