/** What the contract's own schema finds wrong with a draft, by the place where it stands. Pure. */
import { HallConfig } from '@tingxu/contract/config';
import type { Draft } from './draft-config.ts';

export type FaultKind =
  | { readonly kind: 'missing' }
  | { readonly kind: 'least'; readonly least: number; readonly of: 'number' | 'rows' }
  | { readonly kind: 'most'; readonly most: number; readonly of: 'number' | 'text' | 'rows' }
  | { readonly kind: 'form' }
  /** A rule across fields, by the sentence of the contract. */
  | { readonly kind: 'rule'; readonly rule: string }
  | { readonly kind: 'unknown-member'; readonly members: readonly string[] };

/** `path` as in `lanes.0.promise.targetMs`. */
export type Fault = { readonly path: string } & FaultKind;

type Parsed = ReturnType<typeof HallConfig.safeParse>;
type Issue = NonNullable<Parsed['error']>['issues'][number];

const kindOf = (issue: Issue): FaultKind => {
  switch (issue.code) {
    case 'invalid_type':
      return { kind: 'missing' };
    case 'too_small': {
      if (issue.origin === 'string') return { kind: 'missing' };
      const rows = issue.origin === 'array';
      return { kind: 'least', least: Number(issue.minimum), of: rows ? 'rows' : 'number' };
    }
    case 'too_big': {
      const of = issue.origin === 'string' ? 'text' : issue.origin === 'array' ? 'rows' : 'number';
      return { kind: 'most', most: Number(issue.maximum), of };
    }
    case 'custom':
      return { kind: 'rule', rule: issue.message };
    case 'unrecognized_keys':
      return { kind: 'unknown-member', members: issue.keys };
    default:
      return { kind: 'form' };
  }
};

export const faultsOf = (draft: Draft): readonly Fault[] => {
  const parsed = HallConfig.safeParse(draft);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), ...kindOf(issue) }));
};

/** The draft as a configuration; null as long as anything is wrong with it. */
export const configOf = (draft: Draft): HallConfig | null =>
  HallConfig.safeParse(draft).data ?? null;
