/** The voice of the browser, where it has one for the language. A new text stops the one before it. */

export type Voice = Pick<SpeechSynthesis, 'cancel' | 'speak' | 'getVoices'>;

/** Slow enough for a noisy hall. */
const RATE = 0.9;

export const createSpeaker =
  (voice: Voice | undefined, utter: (text: string) => SpeechSynthesisUtterance) =>
  (text: string, locale: string): void => {
    if (!voice) return;
    voice.cancel();
    const language = locale.slice(0, 2);
    const known = voice.getVoices().filter(({ lang }) => lang.slice(0, 2) === language);
    const best = known.find(({ lang }) => lang.replace('_', '-') === locale) ?? known[0];
    if (text === '' || !best) return;
    const utterance = utter(text);
    utterance.voice = best;
    utterance.lang = best.lang;
    utterance.rate = RATE;
    voice.speak(utterance);
  };
