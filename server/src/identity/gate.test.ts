import { describe, expect, it } from 'vitest';
import { gate, type Place } from './gate.ts';

const from = (name: string): Place => ({ name, known: false });

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
    const through = gate({ atOnce: 2, waiting: 3, unknown: 9, share: 9 });
    const { inside, run, release } = held();
    const asked = Array.from({ length: 7 }, (_, nth) => through(from(`place ${nth}`), run));
    expect(await Promise.all(asked.slice(5))).toEqual([null, null]);
    expect(inside).toHaveLength(2);
    for (let nth = 0; nth < 5; nth += 1) {
      expect(inside.length).toBeLessThanOrEqual(2);
      await release();
    }
    expect(await Promise.all(asked.slice(0, 5))).toEqual(Array(5).fill('done'));
    expect(await through(from('later'), async () => 'at once')).toBe('at once');
  });

  it('AUTH-8 keeps room for others, whoever floods it', async () => {
    const through = gate({ atOnce: 1, waiting: 10, unknown: 10, share: 4 });
    const { run, release } = held();
    const flood = Array.from({ length: 100 }, () => through(from('flood'), run));
    const owner = through(from('counter 3'), run);
    for (let nth = 0; nth < 6; nth += 1) await release();
    expect(await owner).toBe('done');
    const answers = await Promise.all(flood);
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(5);
  });

  it('AUTH-8 lets whoever is known go first, and keeps room for them, from however many places it is flooded', async () => {
    const through = gate({ atOnce: 1, waiting: 6, unknown: 4, share: 4 });
    const { run, release } = held();
    const order: string[] = [];
    const ask = (place: Place) =>
      through(place, run).then((done) => done && order.push(place.name));
    const flood = Array.from({ length: 20 }, (_, nth) => ask(from(`flood ${nth}`)));
    const owner = ask({ name: 'counter 3', known: true });
    for (let nth = 0; nth < 6; nth += 1) await release();
    await Promise.all([owner, ...flood]);
    expect(order).toEqual(['flood 0', 'counter 3', 'flood 1', 'flood 2', 'flood 3', 'flood 4']);
  });

  it('AUTH-8 goes on after somebody failed', async () => {
    const through = gate({ atOnce: 1, waiting: 1, unknown: 1, share: 1 });
    await expect(through(from('a'), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await through(from('a'), async () => 1)).toBe(1);
  });
});
