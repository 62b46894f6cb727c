/** What the keys of a number pad are for, at the counter's page and on a box of buttons alike. Rules: CALLER-1. */
export const PAD_KEYS = {
  '+': 'main',
  '*': 'recall',
  '.': 'finish',
  '-': 'miss',
  '/': 'pause',
  '0': 'help',
} as const;
export type PadKey = keyof typeof PAD_KEYS;
export type PadIntent = (typeof PAD_KEYS)[PadKey];

export const isPadKey = (key: string): key is PadKey => Object.hasOwn(PAD_KEYS, key);
