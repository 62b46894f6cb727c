/** What a board tells the server of its screen and its sound. Null where no answer came. */
import type { HallId } from '@tingxu/contract/ids';
import { BoardId, SayingReply, SpeakerReply, type VoiceZoneId } from '@tingxu/contract/voice';

type Readable<T> = {
  safeParse(raw: unknown): { success: true; data: T } | { success: false };
};

/** Longer than any lease: whoever waits for so long has fallen silent. Units: ms. */
const GIVE_UP_MS = 2_000;

export type ShownCall = { readonly number: string; readonly attempt: number };

export type Reports = {
  readonly board: BoardId;
  shown(calls: readonly ShownCall[]): Promise<boolean>;
  beat(): Promise<SpeakerReply | null>;
  /** The page goes: the request outlives it. */
  leave(): void;
  start(saying: number): Promise<SayingReply | null>;
  end(saying: number, whole: boolean): Promise<void>;
};

/** Each page that is loaded is another board. */
const newBoard = (): BoardId => {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  const name = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return BoardId.parse(name);
};

export const createReports = (hall: HallId, zone: VoiceZoneId | null): Reports => {
  const board = newBoard();
  const send = (path: string, body: object, more: RequestInit = {}): Promise<Response> =>
    fetch(`/api/v1/halls/${hall}/boards/${board}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Tingxu-Role': 'board' },
      body: JSON.stringify(body),
      ...more,
    });
  const ask = async (path: string, body: object): Promise<unknown> => {
    // AbortSignal.timeout is younger than the oldest boxes in a hall.
    const abort = new AbortController();
    const timeout = setTimeout(() => abort.abort(), GIVE_UP_MS);
    try {
      const answer = await send(path, body, { signal: abort.signal });
      return answer.ok ? await answer.json() : null;
    } catch {
      return null;
    } finally {
      clearTimeout(timeout);
    }
  };
  const parsed = async <T>(schema: Readable<T>, path: string, body: object): Promise<T | null> => {
    const reply = schema.safeParse(await ask(path, body));
    return reply.success ? reply.data : null;
  };
  return {
    board,
    shown: async (calls) => (await ask('/shown', { calls })) !== null,
    beat: () => parsed(SpeakerReply, '/speaker', { zone }),
    leave: () => void send('/speaker/leave', { zone }, { keepalive: true }).catch(() => undefined),
    start: (saying) => parsed(SayingReply, `/sayings/${saying}/start`, { zone }),
    end: async (saying, whole) => {
      await ask(`/sayings/${saying}/end`, { zone, whole });
    },
  };
};
