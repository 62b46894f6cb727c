/** `node test/journals/export-journal.ts <journal.sqlite>` prints a journal's events, one JSON row a line. */
import { openConnection } from '@tingxu/server/journal/connection';
import { readEvents } from '@tingxu/server/journal/rows';

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('which journal.sqlite?');
const db = openConnection(file, 'read');
for (const row of readEvents(db).after(0, 100_000)) console.log(JSON.stringify(row));
db.close();
