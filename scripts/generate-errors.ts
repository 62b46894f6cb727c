import { writeFileSync } from 'node:fs';
import { errorsMarkdown } from '../server/src/http/errors-page.ts';

/** Writes docs/ERRORS.md from the problem catalogue; a test holds the two together. */
writeFileSync(new URL('../docs/ERRORS.md', import.meta.url), errorsMarkdown());
