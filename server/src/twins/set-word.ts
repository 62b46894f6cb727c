/** `name=value` on what a twin can be: its condition and its misbehaviour. Pure but for what it sets. */

type Settable = Record<string, unknown>;

/** What may be set where a text stands now. */
const TEXTS: Readonly<Record<string, readonly string[]>> = { paper: ['enough', 'low', 'out'] };

const numberIn = (text: string): number | undefined =>
  /^\d{1,9}$/.test(text) ? Number(text) : undefined;

const valueFor = (name: string, now: unknown, text: string): unknown => {
  if (typeof now === 'boolean') return { true: true, false: false }[text];
  if (Array.isArray(now)) {
    const all = text === 'none' ? [] : text.split(',').map(numberIn);
    return all.includes(undefined) ? undefined : all;
  }
  if (typeof now === 'string') return TEXTS[name]?.find((one) => one === text);
  return text === 'none' && !name.endsWith('Ms') ? null : numberIn(text);
};

/** False where none of them has the name, or it cannot be that. */
export const setWord = (targets: readonly object[], word: string): boolean => {
  const [, name = '', text = ''] = /^(\w+)=(\S+)$/.exec(word) ?? [];
  const target = targets.find((one): one is Settable => Object.hasOwn(one, name));
  const value = target && valueFor(name, target[name], text);
  if (!target || value === undefined) return false;
  target[name] = value;
  return true;
};

/** As they would be set: `paper=enough coverOpen=false`. */
export const wordsOf = (targets: readonly object[]): string =>
  targets
    .flatMap((one) => Object.entries(one))
    .map(([name, value]) => {
      const text = Array.isArray(value) ? value.join() : String(value ?? 'none');
      return `${name}=${text === '' ? 'none' : text}`;
    })
    .join(' ');
