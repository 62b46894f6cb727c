/** Every setting has a name in every language of staff, and so has whatever can be chosen. */
import { configuration } from '@tingxu/i18n/configuration';
import { learnHongKong } from '@tingxu/i18n/hong-kong';
import { HONG_KONG_WORDS } from '@tingxu/i18n/hong-kong-words';
import { LOCALES } from '@tingxu/i18n/locale';
import { choicesOf } from '@tingxu/i18n/tell-configuration';
import { describe, expect, it } from 'vitest';
import { configurationSchema } from './json-schema.ts';

type Schema = {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
};

/** Keys are names that a hall gives: of its own rows, or of days. */
const NAMES_OF_HALLS = ['hall', 'id'];

type Seen = { readonly members: Set<string>; readonly choices: Set<string> };

const walk = (schema: Schema, key: string, seen: Seen): void => {
  for (const choice of [...(schema.enum ?? []), schema.const].filter(
    (one) => typeof one === 'string',
  )) {
    seen.choices.add(`${key} ${choice}`);
  }
  for (const [name, member] of Object.entries(schema.properties ?? {})) {
    if (!NAMES_OF_HALLS.includes(name)) seen.members.add(name);
    walk(member, name, seen);
  }
  const { items, additionalProperties: rest } = schema;
  for (const inner of [items, typeof rest === 'object' ? rest : undefined]) {
    if (inner) walk(inner, key, seen);
  }
  for (const choice of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) walk(choice, key, seen);
};

const seenIn = (schema: Schema): Seen => {
  const seen: Seen = { members: new Set(), choices: new Set() };
  walk(schema, '', seen);
  return seen;
};

learnHongKong(HONG_KONG_WORDS);
const SETTINGS = seenIn(configurationSchema());

describe('words for settings', () => {
  it.each(LOCALES)('CONF-2 name every setting and every choice in %s', (locale) => {
    const { member, part } = configuration[locale];
    const named = [...SETTINGS.members].filter((name) => !member[name] && !part[name]);
    expect(named).toEqual([]);
    const told = [...SETTINGS.choices].filter((seen) => {
      const [key = '', value = ''] = seen.split(' ');
      return !choicesOf(key, locale)[value];
    });
    expect(told).toEqual([]);
  });

  it('are looked for in every corner of the schema', () => {
    const inner: Schema = { properties: { deep: { enum: ['x'] } } };
    const hidden: Schema = {
      properties: { rows: { items: { anyOf: [inner] } }, days: { additionalProperties: inner } },
    };
    expect(seenIn(hidden)).toEqual({
      members: new Set(['rows', 'days', 'deep']),
      choices: new Set(['deep x']),
    });
    expect(SETTINGS.members.size).toBeGreaterThan(60);
  });
});
