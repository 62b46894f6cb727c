/** What a key is called, on its button and in the list of keys. Pure. */
import type { CounterI18n } from '../texts.ts';
import type { Intent } from './action.ts';

export const intentName = (
  intent: Exclude<Intent, 'main'>,
  { counter, common, desk }: Pick<CounterI18n['t'], 'counter' | 'common' | 'desk'>,
): string => {
  switch (intent) {
    case 'recall':
      return counter.recall;
    case 'miss':
      return counter.miss;
    case 'finish':
      return counter.finishOnly;
    case 'pause':
      return counter.pause;
    case 'close':
      return common.close;
    case 'more':
      return desk.moreKey;
    case 'keys':
      return counter.keys;
    default:
      return desk[intent];
  }
};
