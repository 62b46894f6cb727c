/** What is said next: whoever has not been heard goes before repetitions. Rules: VOICE-1, VOICE-8. */
import type { Instant } from '@tingxu/contract/ids';
import type { PublicLocale } from '@tingxu/contract/locale';
import type { Entry, Ledger, Part } from './ledger.ts';
import type { Speech } from './speech.ts';

/** As many calls as people follow in one sentence. */
export const MOST_MERGED = 3;
/** Between two sayings; before a repetition. Units: ms. Source: ACC-11 (1–2 s). */
export const BETWEEN_MS = 400;
export const BEFORE_AGAIN_MS = 1_200;
/** After so much silence a tone goes before the words. Units: ms. */
const CHIME_AFTER_MS = 1_500;

type Chosen = { readonly entries: readonly Entry[]; readonly part: Part };

const inLanguage = ({ parts }: Entry, language: PublicLocale): Part | undefined =>
  parts.find((part) => part.language === language);

/** Several calls that wait are said in one sentence, in the language of the first. */
const chooseUnheard = (unheard: readonly Entry[]): Chosen | null => {
  const [head] = unheard;
  const part = head?.parts[0];
  if (!head || !part) return null;
  const calls = unheard.filter(
    (entry) => entry.of.say.kind === 'call' && inLanguage(entry, part.language) !== undefined,
  );
  const merged = head.of.say.kind === 'call' ? calls.slice(0, MOST_MERGED) : [head];
  return { entries: merged, part };
};

const choose = ({ entries }: Ledger): (Chosen & { readonly again: boolean }) | null => {
  const open = entries.filter(({ parts }) => parts.length > 0);
  const unheard = chooseUnheard(open.filter(({ end }) => end === null));
  if (unheard) return { ...unheard, again: false };
  const [head] = open;
  const part = head?.parts[0];
  return head && part ? { entries: [head], part, again: part.round > 0 } : null;
};

/** Offers the next saying to whoever speaks in the zone. */
export const offer = (ledger: Ledger, speech: Speech, at: Instant): Ledger => {
  const { owner, current, soundUntilAt, nextSaying } = ledger;
  if (owner === null || current !== null) return ledger;
  const chosen = choose(ledger);
  if (!chosen) return ledger;
  const restMs = chosen.again ? BEFORE_AGAIN_MS : BETWEEN_MS;
  if (at < soundUntilAt + restMs) return ledger;
  const { entries, part, again } = chosen;
  const { language } = part;
  const chime = speech.chime && !again && part.round === 0 && at >= soundUntilAt + CHIME_AFTER_MS;
  const said = speech.say(
    entries.map(({ of }) => of.say),
    language,
    chime,
  );
  const { clips, words, ms, leastMs } = said;
  return {
    ...ledger,
    nextSaying: nextSaying + 1,
    current: {
      saying: { id: nextSaying, language, clips: [...clips], words },
      of: entries.map((entry) => ({
        id: entry.of.id,
        part: inLanguage(entry, language) ?? part,
      })),
      ...{ board: owner, offeredAt: at, startedAt: null, ms, leastMs },
    },
  };
};
