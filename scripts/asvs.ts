/** Writes docs/ASVS.md from docs/asvs.yaml; `npm run check` holds the two together. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asvsMarkdown } from './asvs/page.ts';
import { readTable } from './asvs/table.ts';
import { ROOT } from './tree.ts';

const table = readTable(readFileSync(join(ROOT, 'docs', 'asvs.yaml'), 'utf8'));
writeFileSync(join(ROOT, 'docs', 'ASVS.md'), asvsMarkdown(table));
