/** What an entry of the trail holds besides, in words. Pure. */
import type { StaffRole } from '@tingxu/contract/roles';
import type { adminTrail } from '@tingxu/i18n/admin-trail';

export type Telling = {
  readonly words: (typeof adminTrail)['zh-CN'];
  readonly roles: Readonly<Record<StaffRole, string>>;
  /** What devices are called. */
  readonly names: ReadonlyMap<string, string>;
};

type Teller = (value: unknown, telling: Telling) => readonly string[];

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
const text = (value: unknown): readonly string[] => (typeof value === 'string' ? [value] : []);

const TELLERS: Readonly<Record<string, Teller>> = {
  roles: (value, { roles }) => texts(value).map((role) => roles[role as StaffRole] ?? role),
  halls: (value, { words }) => (value === null ? [words.allHalls] : texts(value)),
  disabled: (value, { words }) => (value === true ? [words.disabled] : []),
  device: (value, { words, names }) => text(value).map((id) => words.device(names.get(id) ?? id)),
  address: (value, { words }) => text(value).map(words.address),
  hall: text,
  // What a device is stands in its name.
  role: () => [],
  place: (value, { words }) => {
    const { counter, kiosk } = Object(value) as { counter?: unknown; kiosk?: unknown };
    return [...text(counter).map(words.counter), ...text(kiosk).map(words.kiosk)];
  },
};

/** A member that nobody has words for is told as it is: a trail leaves nothing out. */
export const detailsOf = (
  detail: Readonly<Record<string, unknown>>,
  telling: Telling,
): readonly string[] =>
  Object.entries(detail).flatMap(([member, value]) => {
    const teller = TELLERS[member];
    return teller ? teller(value, telling) : [`${member} ${JSON.stringify(value)}`];
  });
