/**
 * The YAML reader as Node loads it fastest: an `import` of its CommonJS build looks through each of its
 * seventy files for names first, twice the time of a plain `require`, and a hall must be back at once.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export const {
  isCollection,
  isMap,
  isScalar,
  LineCounter,
  parseDocument,
  stringify,
  visit,
}: typeof import('yaml') = require('yaml');
