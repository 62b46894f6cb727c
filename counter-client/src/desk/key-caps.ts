/** Which key stands on which button: the letter, and the key of a number pad. */
import type { Intent } from './action.ts';

export type Caps = { readonly letter: string; readonly pad: string };

export const CAPS: Readonly<Record<Exclude<Intent, 'main'>, Caps>> = {
  recall: { letter: 'F2', pad: '*' },
  miss: { letter: 'M', pad: '-' },
  finish: { letter: 'F', pad: '.' },
  transfer: { letter: 'T', pad: '7' },
  addService: { letter: 'N', pad: '4' },
  park: { letter: 'S', pad: '8' },
  sendBack: { letter: 'B', pad: '9' },
  documents: { letter: 'E', pad: '' },
  end: { letter: 'D', pad: '3' },
  away: { letter: 'L', pad: '5' },
  ticket: { letter: 'C', pad: '6' },
  walkUp: { letter: 'W', pad: '1' },
  help: { letter: 'H', pad: '0' },
  pause: { letter: 'P', pad: '/' },
  handOver: { letter: 'O', pad: '2' },
  close: { letter: 'X', pad: '' },
  more: { letter: 'G', pad: '' },
  keys: { letter: '?', pad: '' },
};
