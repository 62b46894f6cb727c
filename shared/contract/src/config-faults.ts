/**
 * What is wrong with a value of a configuration, as data: pages say it in their own language, whether
 * they found it themselves or the server did in the text of a file.
 */
import * as z from 'zod/mini';

export const FaultKind = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('missing') }),
  z.object({
    ...{ kind: z.literal('least'), least: z.number() },
    of: z.enum(['number', 'rows']),
  }),
  z.object({
    ...{ kind: z.literal('most'), most: z.number() },
    of: z.enum(['number', 'text', 'rows']),
  }),
  z.object({ kind: z.literal('form') }),
  /** Something else than was expected, e.g. a text where a number stands. */
  z.object({ kind: z.literal('type'), expected: z.string() }),
  z.object({ kind: z.literal('choice'), values: z.array(z.string()) }),
  /** A rule across fields, by the sentence of the contract. */
  z.object({ kind: z.literal('rule'), rule: z.string() }),
  /** `meant`: the known name that is nearest. */
  z.object({
    ...{ kind: z.literal('unknown-member'), members: z.array(z.string()) },
    meant: z.optional(z.string()),
  }),
  /** The text of a file is no YAML: the code of its reader. */
  z.object({ kind: z.literal('syntax'), code: z.string() }),
]);
export type FaultKind = z.infer<typeof FaultKind>;

/** A finding in the text of a file, as a problem lists it. `line` counts from 1. */
export const ConfigurationFinding = z.object({
  path: z.string(),
  line: z.int(),
  fault: FaultKind,
});
export type ConfigurationFinding = z.infer<typeof ConfigurationFinding>;

type Issue = z.core.$ZodIssue;

const amountOf = (origin: string): 'number' | 'text' | 'rows' => {
  if (origin === 'string') return 'text';
  return origin === 'array' ? 'rows' : 'number';
};

/** Of a schema's own finding. Its input tells what is missing from what is of another type. */
export const faultOf = (issue: Issue): FaultKind => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? { kind: 'missing' }
        : { kind: 'type', expected: issue.expected };
    case 'too_small': {
      const of = amountOf(issue.origin);
      if (of === 'text') return { kind: 'missing' };
      return { kind: 'least', least: Number(issue.minimum), of };
    }
    case 'too_big':
      return { kind: 'most', most: Number(issue.maximum), of: amountOf(issue.origin) };
    case 'invalid_value':
      return { kind: 'choice', values: issue.values.map(String) };
    case 'custom':
      return { kind: 'rule', rule: issue.message };
    case 'unrecognized_keys':
      return { kind: 'unknown-member', members: [...issue.keys] };
    default:
      return { kind: 'form' };
  }
};
