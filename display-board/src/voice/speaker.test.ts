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
  const speaker = createSpeaker({
    now: () => at,
    sound: {
      isOn: () => on,
      hold: (ms) => void done.push(`hold ${ms}`),
      play: ({ id }, leaseMs) => void done.push(`play ${id} ${leaseMs}`),
    },
    reports: {
      beat: async () => ({ row: row(0), you: YOU }),
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
