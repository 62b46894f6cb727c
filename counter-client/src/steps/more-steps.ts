/** What is seldom wanted, each with its letter, which acts without this list. Pure. */
import type { Intent } from '../desk/action.ts';
import { answerTo } from '../desk/answer.ts';
import { intentName } from '../desk/intent-name.ts';
import { CAPS } from '../desk/key-caps.ts';
import type { Situation } from '../desk/situation.ts';
import { refusalText } from '../desk/why-text.ts';
import type { Words } from '../waiting/ticket-notes.ts';
import type { Step } from './step.ts';

/** Of the customer at hand, then of others, then of the counter itself. */
export const MORE = [
  'addService',
  'sendBack',
  'end',
  'ticket',
  'walkUp',
  'handOver',
  'close',
] as const satisfies readonly Intent[];

/** The answers are keys of the desk: whoever asked presses the one that was chosen. */
export const moreSteps = (now: Situation, words: Words): Step => ({
  prompt: words.t.desk.moreHint,
  options: MORE.map((intent) => {
    const answer = answerTo(intent, now);
    return {
      key: intent,
      title: intentName(intent, words.t),
      cap: CAPS[intent].letter,
      refused: answer.kind === 'refused' ? refusalText(answer.why, words) : undefined,
      leadsTo: () => [],
    };
  }),
});
