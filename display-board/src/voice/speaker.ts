/**
 * One board that can speak: says that it is there, asks before each saying, says it, and tells how it went.
 * Rules: VOICE-4..VOICE-7. Decision: docs/adr/0025.
 */
import { VOICE_TIMING, type VoiceZoneRow } from '@tingxu/contract/voice';
import type { Reports } from './reports.ts';
import type { Voice } from './sound.ts';

/** An answer that comes later is too old to begin by. Units: ms. */
const BEGIN_WITHIN_MS = 900;

export type Speaker = {
  /** What the feed says of the zone. */
  look(row: VoiceZoneRow): void;
  /** Says that it is there, where it can be heard. */
  beat(): Promise<void>;
  /** The clock of the sound stands still while the machine sleeps; the lease does not. */
  watch(): void;
  leave(): void;
};

export type SpeakerParts = {
  readonly sound: Pick<Voice, 'isOn' | 'play' | 'hold' | 'stop'>;
  readonly reports: Pick<Reports, 'beat' | 'leave' | 'start' | 'end'>;
  /** A steady clock. Units: ms. */
  readonly now: () => number;
};

export const createSpeaker = ({ sound, reports, now }: SpeakerParts): Speaker => {
  let leaseUntil = 0;
  let known = 0;
  let isThere = false;
  /** Under which the server tells others of it. */
  let number: number | null = null;
  let saying: { readonly id: number; readonly sinceAt: number } | null = null;

  const begin = async (one: NonNullable<VoiceZoneRow['saying']>): Promise<void> => {
    const askedAt = now();
    const reply = await reports.start(one.id);
    if (reply?.granted !== true) return;
    const leaseMs = leaseUntil - now();
    if (now() - askedAt > BEGIN_WITHIN_MS || leaseMs <= 0 || !sound.isOn()) {
      await reports.end(one.id, false);
      return;
    }
    const mine = { id: one.id, sinceAt: now() };
    saying = mine;
    sound.play(one, leaseMs, (whole) => {
      if (saying === mine) saying = null;
      void reports.end(one.id, whole);
    });
  };
  const stop = (): void => {
    saying = null;
    sound.stop();
  };
  /** Of another saying, or of none, the server speaks when it has given this one up, or was started anew. */
  const stopUnless = ({ saying: current }: VoiceZoneRow, askedAt: number): void => {
    if (saying && askedAt >= saying.sinceAt && current?.id !== saying.id) stop();
  };
  const take = ({ speaker, saying: next }: VoiceZoneRow): void => {
    // What the feed brings late may be older than what is being said; a later saying is not.
    if (saying && next && next.id > saying.id) stop();
    if (speaker === null || speaker !== number || !next || next.id <= known) return;
    if (now() >= leaseUntil || !sound.isOn()) return;
    known = next.id;
    void begin(next);
  };
  return {
    look: take,
    beat: async () => {
      if (!sound.isOn()) {
        if (isThere) reports.leave();
        isThere = false;
        return;
      }
      const askedAt = now();
      const reply = await reports.beat();
      if (!reply) return;
      isThere = true;
      number = reply.you;
      leaseUntil = Math.max(leaseUntil, askedAt + VOICE_TIMING.leaseMs);
      stopUnless(reply.row, askedAt);
      sound.hold(leaseUntil - now());
      take(reply.row);
    },
    watch: () => {
      if (saying && now() >= leaseUntil) stop();
    },
    leave: () => {
      if (isThere) reports.leave();
      isThere = false;
    },
  };
};
