import { hash } from 'node:crypto';
import type { CommandEnvelope } from '@tingxu/contract/commands';

const LONGEST = 200;

/**
 * What a key stands for: who sent what. Short commands are their own fingerprint, which is cheaper
 * than a hash and can be read. The members of a command come in the order of its schema.
 */
export const fingerprintOf = ({ actor, command }: CommandEnvelope): string => {
  const text = JSON.stringify([actor.role, actor.staff ?? null, command]);
  return text.length <= LONGEST ? text : `sha256:${hash('sha256', text)}`;
};
