/** The voice of a hall on the feed: whole each time and beside the batches, as devices are. Rules: VOICE-4, FEED-2. */
import { AUDIENCE_BESIDE } from '@tingxu/contract/access';
import type { HallId } from '@tingxu/contract/ids';
import { HALL_AUDIENCES } from '@tingxu/contract/roles';
import type { FeedVoice } from '@tingxu/contract/voice';
import type { Whom } from './hall-feed.ts';

export type FeedVoiceSource = {
  /** Null while the hall has no voice. */
  told(hall: HallId): FeedVoice | null;
  onChange(listener: (hall: HallId, message: FeedVoice) => void): void;
};

export const VOICE_AUDIENCES = HALL_AUDIENCES.filter((audience) =>
  AUDIENCE_BESIDE[audience].includes('voice'),
);

/** Null for an audience that hears of none. */
export const voiceFor = (source: FeedVoiceSource, hall: HallId, whom: Whom): FeedVoice | null =>
  typeof whom === 'string' && VOICE_AUDIENCES.includes(whom) ? source.told(hall) : null;
