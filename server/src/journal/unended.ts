/** Announcements of the last business day that came to no end. Rules: VOICE-2. */
import type { TicketId } from '@tingxu/contract/ids';
import type { Connection } from './connection.ts';

export type UnendedCall = {
  readonly ticket: TicketId;
  readonly attempt: number;
  /** A board had it on the screen. */
  readonly shown: boolean;
};

/** A sentence that staff asked for, by its place among those of the day. Rules: VOICE-10. */
export type UnendedAsked = { readonly order: number };

type Row = Omit<UnendedCall, 'shown'> & { readonly shown: 0 | 1 };

/**
 * What is so much older than the last end that was written has an end of its own, or was called while the
 * hall had no voice. Units: ms.
 */
const OLDEST_MS = 120_000;

const CALLS = `type IN ('TicketCalled', 'TicketRecalled')`;

/** Whoever stood at the counter was not called. Rules: VOICE-1. */
const QUERY = `
  WITH of_day AS (
    SELECT at, type, ticket_id AS ticket, json_extract(data, '$.attempt') AS attempt,
      json_extract(data, '$.chosen.reason') AS chosen
    FROM events
    WHERE business_day = (SELECT business_day FROM events ORDER BY seq DESC LIMIT 1)
      AND type IN ('TicketCalled', 'TicketRecalled', 'CallShown', 'AnnouncementEnded')
  )
  SELECT ticket, attempt, max(type = 'CallShown') AS shown
  FROM of_day
  GROUP BY ticket, attempt
  HAVING max(${CALLS} AND chosen IS NOT 'walk-up') AND NOT max(type = 'AnnouncementEnded')
    AND max(iif(${CALLS}, at, 0)) >=
      (SELECT coalesce(max(iif(type = 'AnnouncementEnded', at, 0)), 0) FROM of_day) - ${OLDEST_MS}
  ORDER BY min(at)`;

const ASKED = `
  SELECT json_extract(data, '$.order') AS "order"
  FROM events
  WHERE business_day = (SELECT business_day FROM events ORDER BY seq DESC LIMIT 1)
    AND type IN ('AnnouncementAsked', 'AskedEnded')
  GROUP BY 1 HAVING NOT max(type = 'AskedEnded')`;

const readUnendedCalls = (db: Connection): readonly UnendedCall[] =>
  db
    .prepare<[], Row>(QUERY)
    .all()
    .map(({ shown, ...call }) => ({ ...call, shown: shown === 1 }));

export type Unended = UnendedCall | UnendedAsked;

export const readUnended = (db: Connection): readonly Unended[] => [
  ...readUnendedCalls(db),
  ...db.prepare<[], UnendedAsked>(ASKED).all(),
];
