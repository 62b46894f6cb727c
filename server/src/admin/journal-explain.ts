/**
 * `npm run journal:explain -- --hall H TICKET [TICKET] [--day D] [--lang zh-CN|zh-HK|en] [--json] [--data F]`:
 * why a ticket was called when it was, or which of two was called first and why, from the journal of
 * that day alone; safe beside a running server. Exits 1 when there is no such ticket, 2 when asked
 * wrongly. Rules: PROOF-2.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BusinessDay, HallId, TicketRef } from '@tingxu/contract/ids';
import { explainTicket } from '@tingxu/hall/explain';
import { compareTickets } from '@tingxu/hall/explain-order';
import { inEveryLanguage } from '@tingxu/i18n/in-every-language';
import { isLocale, type Locale } from '@tingxu/i18n/locale';
import { tellComparison, tellExplanation } from '@tingxu/i18n/tell-explanation';
import { readSettings } from '../config/settings.ts';
import { hallFolder, journalFile } from '../journal/journal.ts';
import { openReadJournal } from '../journal/read-journal.ts';
import { ticketLife } from '../journal/ticket-life.ts';
import { commandLine } from './command-line.ts';

const USAGE =
  'journal:explain -- --hall HALL TICKET [TICKET] [--day YYYY-MM-DD] [--lang zh-CN|zh-HK|en] [--json] [--data FOLDER]';

type Question = {
  readonly file: string;
  readonly hall: HallId;
  readonly refs: readonly [TicketRef, ...TicketRef[]];
  readonly day: BusinessDay | undefined;
  readonly locale: Locale;
  readonly json: boolean;
};

const asked = (): Question | string => {
  const { values, positionals } = commandLine(USAGE, {
    hall: { type: 'string' },
    day: { type: 'string' },
    lang: { type: 'string', default: 'zh-CN' },
    json: { type: 'boolean', default: false },
    data: { type: 'string' },
  });
  const hall = HallId.safeParse(values.hall);
  if (!hall.success) return 'name the hall: --hall HALL';
  const refs = positionals.map((text) => TicketRef.safeParse(text.toUpperCase()).data);
  const [first, second] = refs;
  if (!first || refs.length > 2 || (refs.length === 2 && !second)) return 'name one ticket or two';
  const day = values.day === undefined ? undefined : BusinessDay.safeParse(values.day).data;
  if (values.day !== undefined && day === undefined) return `${values.day} is no day`;
  if (!isLocale(values.lang)) return `${values.lang} is no language of this product`;
  const dataFolder = values.data
    ? resolve(values.data)
    : readSettings(process.env, process.cwd()).dataFolder;
  const file = journalFile(hallFolder(dataFolder, hall.data));
  if (!existsSync(file)) return `no journal of ${hall.data} in ${join(dataFolder, 'halls')}`;
  const both: Question['refs'] = second ? [first, second] : [first];
  return { file, hall: hall.data, refs: both, day, locale: values.lang, json: values.json };
};

/** The lines of the answer; null when the day has no such ticket. */
const answer = ({ file, hall, refs, day, locale, json }: Question): string[] | null => {
  const journal = openReadJournal(file);
  try {
    const [first, second] = refs;
    if (second) {
      const of = day ?? journal.dayOf(first);
      const entries = of ? journal.dayEntries(of) : [];
      const found = compareTickets(hall, entries, [first, second]);
      if (!found) return null;
      if (json) return [JSON.stringify(found, null, 2)];
      const told = inEveryLanguage((language) => [
        tellComparison(found, language),
        ...[found.earlier, found.later].map((one) => tellExplanation(one, language)),
      ]);
      return told[locale].flatMap((lines) => [...lines, '']);
    }
    const found = explainTicket(hall, ticketLife(journal, first, day), first);
    if (!found) return null;
    if (json) return [JSON.stringify(found, null, 2)];
    return inEveryLanguage((language) => tellExplanation(found, language))[locale];
  } finally {
    journal.close();
  }
};

const question = asked();
if (typeof question === 'string') {
  console.error(`${question}\n${USAGE}`);
  process.exitCode = 2;
} else {
  const lines = answer(question);
  if (lines) console.log(lines.join('\n'));
  else {
    console.error(`No such ticket on that day: ${question.refs.join(' ')}`);
    process.exitCode = 1;
  }
}
