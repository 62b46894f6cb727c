/**
 * One board that can speak: says that it is there, asks before each saying, says it, and tells how it went.
 * Rules: VOICE-4..VOICE-7. Decision: docs/adr/0025.
 */
import { VOICE_TIMING, type VoiceZoneRow } from '@tingxu/contract/voice';
import type { Reports } from './reports.ts';
import type { Sound } from './sound.ts';

/** An answer that comes later is too old to begin by. Units: ms. */
const BEGIN_WITHIN_MS = 900;

export type Speaker = {
  /** What the feed says of the zone. */
  look(row: VoiceZoneRow): void;
  /** Says that it is there, where it can be heard. */
  beat(): Promise<void>;
  leave(): void;
};

export type SpeakerParts = {
  readonly sound: Pick<Sound, 'isOn' | 'play' | 'hold'>;
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

  const begin = async (saying: NonNullable<VoiceZoneRow['saying']>): Promise<void> => {
    const askedAt = now();
    const reply = await reports.start(saying.id);
    if (reply?.granted !== true) return;
    const leaseMs = leaseUntil - now();
    if (now() - askedAt > BEGIN_WITHIN_MS || leaseMs <= 0 || !sound.isOn()) {
      await reports.end(saying.id, false);
      return;
    }
    sound.play(saying, leaseMs, (whole) => void reports.end(saying.id, whole));
  };
  const look = ({ speaker, saying }: VoiceZoneRow): void => {
    if (speaker === null || speaker !== number || !saying || saying.id <= known) return;
    if (now() >= leaseUntil || !sound.isOn()) return;
    known = saying.id;
    void begin(saying);
  };
  return {
    look,
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
      sound.hold(leaseUntil - now());
      look(reply.row);
    },
    leave: () => {
      if (isThere) reports.leave();
      isThere = false;
    },
  };
};
