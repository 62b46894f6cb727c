/** Arbitrary values of a JSON Schema, as far as the contract's schemas go, and values just beside it. */
import fc from 'fast-check';

export type JsonSchema = {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly maxItems?: number;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
};

const objectOf = (schema: JsonSchema): fc.Arbitrary<unknown> => {
  const members = Object.entries(schema.properties ?? {}).map(
    ([name, member]) => [name, valuesOf(member)] as const,
  );
  const requiredKeys = [...(schema.required ?? [])];
  return fc.record(Object.fromEntries(members), { requiredKeys });
};

/** fast-check makes no lookaheads: what they forbid is filtered out afterwards. */
const matching = (pattern: string): fc.Arbitrary<string> => {
  const whole = new RegExp(pattern);
  const loose = new RegExp(pattern.replaceAll(/\(\?[!=][^()]*(\([^()]*\)[^()]*)*\)/g, ''));
  return fc.stringMatching(loose).filter((text) => whole.test(text));
};

const textOf = (schema: JsonSchema): fc.Arbitrary<string> => {
  if (schema.pattern !== undefined) return matching(schema.pattern);
  const { minLength = 0, maxLength = 40 } = schema;
  return fc.string({ minLength, maxLength, unit: 'grapheme' });
};

const numberOf = (schema: JsonSchema): fc.Arbitrary<number> => {
  const min = schema.minimum ?? (schema.exclusiveMinimum ?? -1) + 1;
  return fc.integer({ min, max: Math.min(schema.maximum ?? 2 ** 31, 2 ** 31) });
};

/** Values that the schema takes. Throws on a schema this file does not know. */
export function valuesOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map(valuesOf));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.type === 'object') return objectOf(schema);
  if (schema.type === 'string') return textOf(schema);
  if (schema.type === 'integer' || schema.type === 'number') return numberOf(schema);
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'array') {
    return fc.array(valuesOf(schema.items ?? {}), { maxLength: schema.maxItems ?? 8 });
  }
  if (schema.type === 'null') return fc.constant(null);
  if (Object.keys(schema).length === 0) return fc.jsonValue();
  throw new Error(`no values for ${JSON.stringify(schema)}`);
}

const HOSTILE_KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  '',
  ' ',
  '\u0000',
  'type',
];

/** Values of no particular schema: wrong types, hostile keys, extremes. */
export const strangeValues: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1.5,
    Number.MAX_SAFE_INTEGER,
    1e308,
    '',
    ' ',
    '\u0000',
    'a'.repeat(300),
    '号'.repeat(100),
    '__proto__',
    'constructor',
    '1; DROP TABLE events',
    '<script>alert(1)</script>',
    [],
    [[]],
    {},
  ),
  fc.jsonValue({ maxDepth: 3 }),
  fc.dictionary(fc.constantFrom(...HOSTILE_KEYS), fc.jsonValue({ maxDepth: 1 }), {
    noNullPrototype: true,
  }),
);

/** Objects of the schema with one member changed, added or taken away. */
export const spoiltValues = (schema: JsonSchema): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      valuesOf(schema),
      fc.constantFrom(...Object.keys(schema.properties ?? { none: 0 }), ...HOSTILE_KEYS, 'extra'),
      fc.option(strangeValues, { nil: undefined }),
    )
    .map(([value, key, other]) => {
      const entries = Object.entries((value ?? {}) as object).filter(([name]) => name !== key);
      return Object.fromEntries(other === undefined ? entries : [...entries, [key, other]]);
    });
