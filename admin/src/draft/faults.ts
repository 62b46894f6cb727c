/** What the contract's own schema finds wrong with a draft, by the place where it stands. Pure. */

import { HallConfig } from '@tingxu/contract/config';
import { type FaultKind, faultOf } from '@tingxu/contract/config-faults';
import type { Draft } from './draft-config.ts';

/** `path` as in `lanes.0.promise.targetMs`. */
export type Fault = { readonly path: string } & FaultKind;

export const faultsOf = (draft: Draft): readonly Fault[] => {
  const parsed = HallConfig.safeParse(draft);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), ...faultOf(issue) }));
};

/** The draft as a configuration; null as long as anything is wrong with it. */
export const configOf = (draft: Draft): HallConfig | null =>
  HallConfig.safeParse(draft).data ?? null;
