import { HallId } from '@tingxu/contract/ids';
import { type FeedVoice, VoiceZoneId, WHOLE_HALL } from '@tingxu/contract/voice';
import { voice as area } from '@tingxu/i18n/voice';
import { describe, expect, it } from 'vitest';
import { alarmsOf } from '../alarms/alarms.ts';
import { watchSettings } from '../alarms/watch-settings.ts';
import { AT, viewWith, waited } from '../testing/rows.ts';
import { askedTold, isSpeakerMissed, voiceTold } from './voice-state.ts';

const words = area.en;
const row = (owned: boolean, zone = WHOLE_HALL) => ({
  ...{ zone, saying: null },
  speaker: owned ? 7 : null,
});
const voiceOf = (more: Partial<FeedVoice> = {}): FeedVoice => ({
  ...{ hall: HallId.parse('demo'), quiet: false, zones: [row(true)] },
  ...more,
});
const NONE = voiceOf({ zones: [row(false)] });
const unheard = (why: 'no-speaker' | 'too-late') =>
  waited(1, 1, { voice: { attempt: 1, shown: true, end: 'shown-only', why } });

describe('the voice on the monitor', () => {
  it('VOICE-9 speaks, is quiet, or has no loudspeaker, as a whole or in parts', () => {
    const told = (voice: FeedVoice) => voiceTold(voice, words);
    expect(told(voiceOf())).toMatchObject({ tone: 'ok', words: 'Calls are spoken' });
    expect(told({ ...NONE, quiet: true })).toMatchObject({ tone: 'warn', short: 'Quiet' });
    expect(told(NONE)).toMatchObject({
      tone: 'over',
      words: 'No loudspeaker: calls are only shown',
    });
    const zones = [row(true, VoiceZoneId.parse('cash')), row(false, VoiceZoneId.parse('wealth'))];
    expect(told(voiceOf({ zones })).words).toBe('wealth: no loudspeaker, calls are only shown');
  });

  it('VOICE-4 alarms once a call was not heard for want of a loudspeaker, while none is there', () => {
    const missed = [unheard('no-speaker')];
    expect(isSpeakerMissed(NONE, missed)).toBe(true);
    expect(isSpeakerMissed(voiceOf(), missed)).toBe(false);
    expect(isSpeakerMissed({ ...NONE, quiet: true }, missed)).toBe(false);
    expect(isSpeakerMissed(null, missed)).toBe(false);
    expect(isSpeakerMissed(NONE, [unheard('too-late'), waited(2, 1)])).toBe(false);
    const kinds = (voice: FeedVoice) =>
      alarmsOf(viewWith({ tickets: missed }), AT, watchSettings(''), [], voice).map(
        ({ kind }) => kind,
      );
    expect([kinds(NONE), kinds(voiceOf())]).toEqual([['voice'], []]);
  });

  it('VOICE-10 tells what became of a sentence that was asked for', () => {
    const asked = { what: 'closing', order: 1, end: null } as const;
    const told = (more: object) => askedTold({ ...asked, ...more }, words);
    expect(told({})).toEqual({ tone: 'info', words: 'We are about to close: to be spoken' });
    expect(told({ end: 'spoken' })).toEqual({ tone: 'ok', words: 'We are about to close: spoken' });
    expect(told({ end: 'cancelled', why: 'no-speaker' })).toEqual({
      tone: 'warn',
      words: 'We are about to close: not spoken (no loudspeaker)',
    });
  });
});
