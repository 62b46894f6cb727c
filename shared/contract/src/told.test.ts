import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { StaffId } from './ids.ts';
import type { Audience } from './roles.ts';
import { OF_A_TICKET, PERSONAL, PUBLIC_AUDIENCES, placesOf, toldTo } from './told.ts';
import { BoardView, PublicCounterRow } from './views.ts';

const placesIn = (audience: Audience, wanted: Parameters<typeof placesOf>[1]): string[] =>
  [...toldTo(audience)].flatMap(([name, schema]) => placesOf(schema, wanted, name));

it.each(PUBLIC_AUDIENCES)(
  'FEED-2 no message to a %s has a place for a person or a ticket',
  (audience) => {
    expect(placesIn(audience, PERSONAL)).toEqual([]);
    expect(placesIn(audience, OF_A_TICKET)).toEqual([]);
  },
);

it('FEED-2 the search finds every place where staff and tickets stand, and one that is planted', () => {
  for (const audience of ['counter', 'supervisor'] as const) {
    expect(placesIn(audience, PERSONAL)).toContain('snapshot/view/counters/staff');
    expect(placesIn(audience, OF_A_TICKET)).toContain('batch/events/row/ticket');
  }
  const Leaking = z.extend(PublicCounterRow, { by: z.optional(z.nullable(StaffId)) });
  const Planted = z.extend(BoardView, { counters: z.record(z.string(), Leaking) });
  expect(placesOf(Planted, PERSONAL)).toEqual(['/counters/by']);
});
