/** An identifier becomes a keyed hash here, and is forgotten. Rules: DIR-1. */
import { createHmac } from 'node:crypto';
import { CustomerHash } from '@tingxu/contract/customers';

/** What people and readers put between the signs of a number. */
const BETWEEN = /[\s\p{Pd}._]/gu;

/** One spelling of a number, however it was typed: no gaps, capital letters, no full-width forms. */
const spelt = (identifier: string): string =>
  identifier.normalize('NFKC').replaceAll(BETWEEN, '').toUpperCase();

/** Whether anything of it is left to be hashed. */
export const isIdentifier = (text: string): boolean => /^[\p{L}\p{N}]{4,40}$/u.test(spelt(text));

/** HMAC-SHA-256 of the number as every reader spells it. */
export const hashOfIdentifier = (key: Buffer, identifier: string): CustomerHash =>
  CustomerHash.parse(createHmac('sha256', key).update(spelt(identifier), 'utf8').digest('hex'));
