import { expect, it } from 'vitest';
import { CODE, CODE_SIGNS, REFERENCE, REFERENCE_SIGNS } from './code-signs.ts';

const ASCII = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

it.each([
  ['codes', CODE, CODE_SIGNS],
  ['references', REFERENCE, REFERENCE_SIGNS],
])('%s are written in their signs and in no other', (_name, shape, signs) => {
  const fitting = ASCII.filter((sign) => shape.test(sign.repeat(8)));
  expect(fitting.join('')).toBe(signs);
});
