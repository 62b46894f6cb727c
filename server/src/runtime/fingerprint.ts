import { hash } from 'node:crypto';
import type { Actor } from '@tingxu/contract/roles';

const LONGEST = 200;

/**
 * What a key stands for: who sent what. `request` is what the sender wrote, never what the hall made
 * of it: the hall adds its clock and settings, which another try of the same request finds changed.
 * Short requests are their own fingerprint, which is cheaper than a hash and can be read.
 */
export const fingerprintOf = ({ role, staff }: Actor, request: string): string => {
  const text = `${JSON.stringify([role, staff ?? null])} ${request}`;
  return text.length <= LONGEST ? text : `sha256:${hash('sha256', text)}`;
};
