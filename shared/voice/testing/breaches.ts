/** What may never be heard in a hall, looked for in what really sounded. */
import { VOICE_TIMING } from '@tingxu/contract/voice';
import type { Announcement } from '../src/ledger.ts';
import type { HallOfBoards } from './hall-of-boards.ts';

const overlaps = ({ sounds }: HallOfBoards): readonly string[] => {
  const sorted = sounds.toSorted((a, b) => a.fromAt - b.fromAt);
  return sorted.flatMap((sound, i) => {
    const before = sorted[i - 1];
    return before && sound.fromAt < before.untilAt ? [`VOICE-4 overlap at ${sound.fromAt}`] : [];
  });
};

const twice = ({ sounds }: HallOfBoards): readonly string[] => {
  const begun = new Set<string>();
  return sounds.flatMap(({ of }) =>
    of.flatMap(({ id, part }) => {
      const name = `${id} ${part}`;
      if (begun.has(name)) return [`VOICE-6 ${name} is begun twice`];
      begun.add(name);
      return [];
    }),
  );
};

const late = ({ sounds }: HallOfBoards, calls: readonly Announcement[]): readonly string[] =>
  sounds.flatMap(({ of, untilAt }) =>
    of.flatMap(({ id }) => {
      const at = calls.find((call) => call.id === id)?.at ?? 0;
      return untilAt - at > VOICE_TIMING.oldestMs ? [`VOICE-7 ${id} is said late`] : [];
    }),
  );

const nameOf = (subject: Announcement['subject']): string => JSON.stringify(subject);

/** One end each, and *spoken* only of what was heard whole. */
const ends = ({ told, sounds }: HallOfBoards, calls: readonly Announcement[]): readonly string[] =>
  calls.flatMap(({ id, subject }) => {
    const name = nameOf(subject);
    const facts = told.flatMap(({ fact }) =>
      fact.type === 'ended' && nameOf(fact.subject) === name ? [fact] : [],
    );
    const heard = sounds.some(({ of, whole }) => whole && of.some((row) => row.id === id));
    const [fact] = facts;
    if (facts.length !== 1) return [`VOICE-2 ${name} has ${facts.length} ends`];
    if (fact?.end === 'spoken' && !heard) return [`VOICE-2 ${name} spoken, and nobody heard it`];
    if (fact?.end !== 'spoken' && fact?.why === null) return [`VOICE-2 ${name} without a reason`];
    return [];
  });

/** Everything that went wrong. */
export const breachesOf = (
  hall: HallOfBoards,
  calls: readonly Announcement[],
): readonly string[] => [
  ...overlaps(hall),
  ...twice(hall),
  ...late(hall, calls),
  ...ends(hall, calls),
];
