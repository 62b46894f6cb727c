/** Writes docs/ROLES.md from the table of duties; a test holds the two together. */
import { writeFileSync } from 'node:fs';
import { rolesMarkdown } from '../http/roles-page.ts';

writeFileSync(new URL('../../../docs/ROLES.md', import.meta.url), rolesMarkdown());
