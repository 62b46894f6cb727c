import { VOICE_TIMING, type VoiceZoneRow } from '@tingxu/contract/voice';
import { describe, expect, test } from 'vitest';
import { createShown } from './shown.ts';
import { createSpeaker } from './speaker.ts';

const YOU = 7;
const zone = 'hall' as VoiceZoneRow['zone'];
const row = (id: number, speaker: number | null = YOU): VoiceZoneRow => ({
  ...{ zone, speaker },
  saying: { id, language: 'zh-CN', clips: ['d1'], words: '1' },
});

/** A board and a server whose answers take as long as the test says. */
const rig = (more: { readonly granted?: boolean; readonly answerMs?: number } = {}) => {
  const done: string[] = [];
  let at = 1_000;
  let on = true;
  let current = 0;
  const speaker = createSpeaker({
    now: () => at,
    sound: {
      isOn: () => on,
      hold: (ms) => void done.push(`hold ${ms}`),
      stop: () => void done.push('stop'),
      play: ({ id }, leaseMs) => void done.push(`play ${id} ${leaseMs}`),
    },
    reports: {
      beat: async () => ({
        row: { ...row(current), ...(current === 0 && { saying: null }) },
        you: YOU,
      }),
      leave: () => void done.push('leave'),
      start: async () => {
        at += more.answerMs ?? 10;
        return { granted: more.granted ?? true };
      },
      end: async (id, whole) => void done.push(`end ${id} ${whole}`),
    },
  });
  const look = async (one: VoiceZoneRow): Promise<void> => {
    speaker.look(one);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    ...{ speaker, done, look },
    wait: (ms: number) => {
      at += ms;
    },
    turn: (to: boolean) => {
      on = to;
    },
    /** What the server answers a beat with from now on; 0: that nothing is said. */
    serverSays: (id: number) => {
      current = id;
    },
  };
};

describe('a board that can speak', () => {
  test('VOICE-6 asks, and says each saying once', async () => {
    const { speaker, look, done } = rig();
    await speaker.beat();
    await look(row(7));
    await look(row(7));
    expect(done).toEqual([`hold ${VOICE_TIMING.leaseMs}`, `play 7 ${VOICE_TIMING.leaseMs - 10}`]);
  });

  test('VOICE-4 says nothing that is another board’s, not granted, or without a lease', async () => {
    const idle = rig();
    await idle.look(row(7));
    await idle.speaker.beat();
    await idle.look(row(7, null));
    await idle.look(row(7, YOU + 1));
    idle.wait(VOICE_TIMING.leaseMs);
    await idle.look(row(7));
    expect(idle.done).toHaveLength(1);
    const refused = rig({ granted: false });
    await refused.speaker.beat();
    await refused.look(row(7));
    expect(refused.done).toHaveLength(1);
  });

  test('VOICE-4, VOICE-5 what it says ends when the server speaks of another saying, or of none', async () => {
    const { speaker, look, done, wait, serverSays } = rig();
    await speaker.beat();
    await look(row(7));
    // The feed may bring what is older; a beat that was asked before the start knows no better.
    await look(row(6));
    expect(done.at(-1)).toBe(`play 7 ${VOICE_TIMING.leaseMs - 10}`);
    wait(1_000);
    serverSays(7);
    await speaker.beat();
    expect(done.at(-1)).toBe(`hold ${VOICE_TIMING.leaseMs}`);
    serverSays(0);
    await speaker.beat();
    expect(done.slice(-2)).toEqual(['stop', `hold ${VOICE_TIMING.leaseMs}`]);
    await look(row(8));
    await look(row(9, YOU + 1));
    expect(done.at(-1)).toBe('stop');
  });

  test('VOICE-5 what it says ends with the lease, also where the clock of the sound stood still', async () => {
    const { speaker, look, done, wait } = rig();
    await speaker.beat();
    await look(row(7));
    wait(VOICE_TIMING.leaseMs - 100);
    speaker.watch();
    expect(done.at(-1)).toMatch(/^play/);
    wait(100);
    speaker.watch();
    speaker.watch();
    expect(done.filter((what) => what === 'stop')).toHaveLength(1);
  });

  test('VOICE-7 an answer that comes late is given back instead of being said', async () => {
    const { speaker, look, done } = rig({ answerMs: 1_000 });
    await speaker.beat();
    await look(row(7));
    expect(done.at(-1)).toBe('end 7 false');
  });

  test('VOICE-4 a board without sound does not offer itself, and leaves when its sound goes', async () => {
    const { speaker, done, turn } = rig();
    turn(false);
    await speaker.beat();
    expect(done).toEqual([]);
    turn(true);
    await speaker.beat();
    turn(false);
    await speaker.beat();
    await speaker.beat();
    expect(done.filter((what) => what === 'leave')).toHaveLength(1);
  });
});

test('VOICE-3 each call on the screen is told once, and again where the server did not hear it', async () => {
  const told: string[] = [];
  let heard = false;
  const tell = createShown({
    shown: async (calls) => {
      told.push(calls.map(({ number, attempt }) => `${number} ${attempt}`).join());
      return heard;
    },
  });
  const call = { number: 'A001', attempt: 1, state: 'calling' } as Parameters<typeof tell>[0][0];
  await tell([call]);
  heard = true;
  await tell([call]);
  await tell([call, { ...call, attempt: 2 }]);
  expect(told).toEqual(['A001 1', 'A001 1', 'A001 2']);
});
