import { describe, expect, it } from 'vitest';
import { gate } from './gate.ts';

const turn = () => new Promise((done) => setImmediate(done));

/** Whoever is through stays until the test lets it go. */
const held = () => {
  const inside: (() => void)[] = [];
  const run = () => new Promise<string>((resolve) => inside.push(() => resolve('done')));
  const release = async () => {
    await turn();
    inside.shift()?.();
    await turn();
  };
  return { inside, run, release };
};

describe('the gate', () => {
  it('AUTH-8 lets a few through, a few wait, and sends the others away', async () => {
    const through = gate({ atOnce: 2, waiting: 3, share: 3 });
    const { inside, run, release } = held();
    const asked = Array.from({ length: 7 }, (_, nth) => through(`place ${nth}`, run));
    expect(await Promise.all(asked.slice(5))).toEqual([null, null]);
    expect(inside).toHaveLength(2);
    for (let nth = 0; nth < 5; nth += 1) {
      expect(inside.length).toBeLessThanOrEqual(2);
      await release();
    }
    expect(await Promise.all(asked.slice(0, 5))).toEqual(Array(5).fill('done'));
    expect(await through('later', async () => 'at once')).toBe('at once');
  });

  it('AUTH-8 keeps room for others, whoever floods it', async () => {
    const through = gate({ atOnce: 1, waiting: 10, share: 4 });
    const { run, release } = held();
    const flood = Array.from({ length: 100 }, () => through('flood', run));
    const owner = through('counter 3', run);
    for (let nth = 0; nth < 6; nth += 1) await release();
    expect(await owner).toBe('done');
    const answers = await Promise.all(flood);
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(5);
  });

  it('AUTH-8 goes on after somebody failed', async () => {
    const through = gate({ atOnce: 1, waiting: 1, share: 1 });
    await expect(through('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await through('a', async () => 1)).toBe(1);
  });
});
