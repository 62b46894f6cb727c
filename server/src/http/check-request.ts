/** How requests are checked: every part that a route describes, by its zod schema. */
import type { FastifySchemaCompiler } from 'fastify';
import { validatorCompiler } from 'fastify-type-provider-zod';
import type * as z from 'zod/mini';

/**
 * Headers are checked and stay what they were. Fastify would merge parsed ones into all others anew
 * each time somebody looks at one.
 */
export const checkRequest: FastifySchemaCompiler<z.core.$ZodType> = (route) => {
  const check = validatorCompiler(route);
  if (route.httpPart !== 'headers') return check;
  return (headers: unknown) => {
    const result = check(headers);
    if (typeof result !== 'object' || !('error' in result)) return true;
    const { error } = result;
    return error === undefined ? true : { error };
  };
};
