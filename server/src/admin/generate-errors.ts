/** Writes docs/ERRORS.md from the problem catalogue; a test holds the two together. */
import { writeFileSync } from 'node:fs';
import { errorsMarkdown } from '../http/errors-page.ts';

writeFileSync(new URL('../../../docs/ERRORS.md', import.meta.url), errorsMarkdown());
