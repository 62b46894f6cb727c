/**
 * The voice of a hall: what is said of calls, in which languages, and what became of each announcement.
 * Rules: VOICE-1..VOICE-14. Decision: docs/adr/0025.
 */
import * as z from 'zod/mini';
import { DeviceId } from './devices.ts';
import { Count, CounterId, HallId, TicketId, TicketNumber } from './ids.ts';
import { PublicLocale } from './locale.ts';

const unique = (values: readonly string[]): boolean => new Set(values).size === values.length;

/** A part of the hall that hears one loudspeaker. */
export const VoiceZoneId = z
  .string()
  .check(z.regex(/^(?!constructor$)[a-z0-9][a-z0-9-]{0,31}$/))
  .brand<'VoiceZoneId'>();
export type VoiceZoneId = z.infer<typeof VoiceZoneId>;

/** The zone of a hall that names none. */
export const WHOLE_HALL = VoiceZoneId.parse('hall');

const VoiceZone = z.strictObject({
  id: VoiceZoneId,
  counters: z
    .array(CounterId)
    .check(z.minLength(1), z.refine(unique, 'a counter stands twice in a voice zone')),
});

/** Rules: VOICE-1, VOICE-8, VOICE-9. Without it the hall has no voice. */
export const VoiceRule = z.strictObject({
  /** In this order. Default: the Chinese of the mainland alone. */
  languages: z.optional(
    z
      .array(PublicLocale)
      .check(
        z.minLength(1),
        z.maxLength(3),
        z.refine(unique, 'a language stands twice in the voice'),
      ),
  ),
  /** How often a call is said. Default twice. */
  times: z.optional(z.int().check(z.gte(1), z.lte(3))),
  /** How 1 is read in Mandarin. Default yao. */
  one: z.optional(z.enum(['yi', 'yao'])),
  /** By whose voice: the clips of the hall, or that of the board's browser where it has one. Default clips. */
  speech: z.optional(z.enum(['clips', 'browser'])),
  /** A tone before the first words. Default yes. */
  chime: z.optional(z.boolean()),
  /** Each day begins in quiet mode. Default no. */
  quiet: z.optional(z.boolean()),
  /** Counters that are in none belong to the first; without zones the hall is one. */
  zones: z.optional(z.array(VoiceZone).check(z.minLength(1), z.maxLength(16))),
});
export type VoiceRule = z.infer<typeof VoiceRule>;

/** What staff may have announced. Source: product.md 4.4. */
export const AskedKind = z.enum(['closing', 'one-metre-line', 'missed-list']);
export type AskedKind = z.infer<typeof AskedKind>;

/** Every announcement comes to one of these ends. Source: INV-14. */
export const AnnouncementEnd = z.enum(['spoken', 'shown-only', 'cancelled']);
export type AnnouncementEnd = z.infer<typeof AnnouncementEnd>;

/**
 * Why it was not spoken. `cut-off`: it had begun when the loudspeaker went. `no-speaker`: none was there.
 * `interrupted`: the server stopped meanwhile.
 */
export const SilentWhy = z.enum([
  ...(['quiet', 'no-speaker', 'too-late', 'superseded', 'cut-off'] as const),
  ...(['call-over', 'interrupted'] as const),
]);
export type SilentWhy = z.infer<typeof SilentWhy>;

/** How far the announcement of a ticket's newest call is, as staff see it. Rules: VOICE-3. */
export const VoiceRow = z.strictObject({
  attempt: Count,
  /** A board has it on the screen. */
  shown: z.boolean(),
  end: z.nullable(AnnouncementEnd),
  why: z.optional(SilentWhy),
});
export type VoiceRow = z.infer<typeof VoiceRow>;

/** The server's own word: a board shows the call. Rules: VOICE-3. */
export const NoteShown = z.strictObject({
  type: z.literal('NoteShown'),
  ticket: TicketId,
  attempt: Count,
});
const ending = { end: AnnouncementEnd, why: z.optional(SilentWhy) };
/** On one line with others, an address. */
const OnSign = { ticket: TicketId, attempt: Count, device: DeviceId, address: Count };
/** The server's own word: a sign has acknowledged that it shows the call. Rules: LED-8. */
export const NoteSign = z.strictObject({ type: z.literal('NoteSign'), ...OnSign });
/** The server's own word on what became of the announcement of a call. Rules: VOICE-2. */
export const EndAnnouncement = z.strictObject({
  type: z.literal('EndAnnouncement'),
  ticket: TicketId,
  attempt: Count,
  ...ending,
});
/** Rules: VOICE-10. */
export const Announce = z.strictObject({ type: z.literal('Announce'), what: AskedKind });
export const EndAsked = z.strictObject({ type: z.literal('EndAsked'), order: Count, ...ending });
/** Rules: VOICE-9. */
export const TurnQuiet = z.strictObject({ type: z.literal('TurnQuiet'), quiet: z.boolean() });

const CallShown = z.strictObject({
  type: z.literal('CallShown'),
  ticket: TicketId,
  attempt: Count,
});
const SignShown = z.strictObject({ type: z.literal('SignShown'), ...OnSign });
const AnnouncementEnded = z.strictObject({
  type: z.literal('AnnouncementEnded'),
  ticket: TicketId,
  attempt: Count,
  ...ending,
});
/** `order` counts those of the day, from 1. */
const AnnouncementAsked = z.strictObject({
  type: z.literal('AnnouncementAsked'),
  what: AskedKind,
  order: Count,
});
const AskedEnded = z.strictObject({ type: z.literal('AskedEnded'), order: Count, ...ending });
const QuietTurned = z.strictObject({ type: z.literal('QuietTurned'), quiet: z.boolean() });

export const VOICE_COMMANDS = [
  ...[NoteShown, NoteSign, EndAnnouncement, Announce, EndAsked, TurnQuiet],
] as const;
export const VOICE_EVENTS = [
  ...[CallShown, SignShown, AnnouncementEnded, AnnouncementAsked, AskedEnded, QuietTurned],
] as const;

/** The name of a board's page, made by itself when it is loaded. */
export const BoardId = z
  .string()
  .check(z.regex(/^[a-z0-9]{8,32}$/))
  .brand<'BoardId'>();
export type BoardId = z.infer<typeof BoardId>;

/** In a list of clips: a comma, which is no file. After each clip, and for a comma, so much silence. Units: ms. */
export const COMMA = ',';
export const CLIP_GAP_MS = 30;
export const COMMA_MS = 250;

/** One continuous piece of sound: clips in order, as the pack names them. */
export const Saying = z.strictObject({
  id: Count,
  language: PublicLocale,
  clips: z.array(z.string()),
  /** The same in words, for a voice of the browser. */
  words: z.string(),
});
export type Saying = z.infer<typeof Saying>;

/**
 * One zone of the voice. `speaker` alone speaks there, and asks the server before each saying; null: nobody.
 * It is a number that the server gives a board, and opens nothing: the name of a board is told to nobody,
 * since whoever knows it speaks for it.
 */
export const VoiceZoneRow = z.strictObject({
  zone: VoiceZoneId,
  speaker: z.nullable(Count),
  saying: z.nullable(Saying),
});
export type VoiceZoneRow = z.infer<typeof VoiceZoneRow>;

/** The latest sentence that staff asked for. `end` is null until it has been heard, or will not be. */
export const AskedRow = z.strictObject({
  what: AskedKind,
  order: Count,
  end: z.nullable(AnnouncementEnd),
  why: z.optional(SilentWhy),
});
export type AskedRow = z.infer<typeof AskedRow>;

/** The voice of a hall as it is now, whole each time: nothing of it is in the journal. */
export const FeedVoice = z.strictObject({
  hall: HallId,
  quiet: z.boolean(),
  zones: z.array(VoiceZoneRow),
  /** Boards may speak by the voice of their browser. Rules: VOICE-14. */
  speech: z.optional(z.literal('browser')),
  /** Of today, unless the server has started since. Rules: VOICE-10. */
  asked: z.optional(AskedRow),
});
export type FeedVoice = z.infer<typeof FeedVoice>;

/** A board says that its sound works, or that it goes. Rules: VOICE-4, VOICE-5. */
export const SpeakerBody = z.strictObject({ zone: VoiceZoneId });
/** `you`: the number of the board that asks. */
export const SpeakerReply = z.strictObject({ row: VoiceZoneRow, you: Count });
export type SpeakerReply = z.infer<typeof SpeakerReply>;

/** Before the first sound. `granted` once per saying. Rules: VOICE-6. */
export const SayingReply = z.strictObject({ granted: z.boolean() });
export type SayingReply = z.infer<typeof SayingReply>;
/** `whole`: it was heard to its end. */
export const SayingEnd = z.strictObject({ zone: VoiceZoneId, whole: z.boolean() });

const ShownCall = z.strictObject({ number: TicketNumber, attempt: Count });
/** Calls that a board has on its screen. Rules: VOICE-3. */
export const ShownBody = z.strictObject({
  calls: z.array(ShownCall).check(z.minLength(1), z.maxLength(24)),
});
export type ShownBody = z.infer<typeof ShownBody>;
/** How many were counted, and those that the journal does not know. */
export const ShownReply = z.strictObject({ shown: Count, unknown: z.array(ShownCall) });

export const AnnounceBody = z.strictObject({ what: AskedKind });
export const QuietBody = z.strictObject({ quiet: z.boolean() });
/** How the voice is after the command. */
export const VoiceReply = z.strictObject({ quiet: z.boolean(), asked: Count });
export type VoiceReply = z.infer<typeof VoiceReply>;

/** Timing of the voice. Units: ms. Source: RT-06, RT-07, ACC-11. */
export const VOICE_TIMING = {
  /** A speaker tells that it is there. */
  beatMs: 1_000,
  /** It falls silent by itself when nobody has answered for so long since it asked. */
  leaseMs: 2_500,
  /** The server gives the zone to another one when it has heard nothing for so long. */
  lostMs: 3_500,
  /** A saying that is offered and not begun goes to another speaker. */
  offerMs: 3_000,
  /** Nothing older is said. */
  oldestMs: 60_000,
} as const;

/**
 * A voice of a browser speaks faster or slower than the clips. Units: share of the clips' length that a sentence
 * takes at least and at most; a board stops it then. Rules: VOICE-13, VOICE-14.
 */
export const BROWSER_PACE = { least: 0.4, most: 1.6 } as const;

/** Boards that stand ready to speak in one zone. Rules: VOICE-4. */
export const MOST_SPEAKERS = 8;
