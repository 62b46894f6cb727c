/** Tells the server each call that stands on the screen, once it has been drawn. Rules: VOICE-3. */
import type { CallRow } from '@tingxu/contract/views';
import type { Reports } from './reports.ts';

const nameOf = ({ number, attempt }: CallRow): string => `${number} ${attempt}`;

export const createShown = (reports: Pick<Reports, 'shown'>) => {
  const told = new Set<string>();
  return async (calls: readonly CallRow[]): Promise<void> => {
    const news = calls.filter((call) => call.state === 'calling' && !told.has(nameOf(call)));
    if (news.length === 0) return;
    for (const call of news) told.add(nameOf(call));
    const heard = await reports.shown(news.map(({ number, attempt }) => ({ number, attempt })));
    // Told again with what comes next.
    if (!heard) for (const call of news) told.delete(nameOf(call));
  };
};
