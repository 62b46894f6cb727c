/** `/api/v1/trail`: what was done to accounts, sessions and devices. Rules: AUTH-11, AUTH-15. Source: H113. */
import { IdentityTrail, TrailWhat } from '@tingxu/contract/identity';
import { AskedTime } from '@tingxu/contract/ids';
import * as z from 'zod/mini';
import { trailOf } from '../identity/read-trail.ts';
import { personOf } from './account-routes.ts';
import type { Api, Hosting } from './hosting.ts';
import { PROBLEM_RESPONSES } from './openapi.ts';
import { utc } from './tell-me.ts';

const TrailQuery = z.strictObject({
  before: z.optional(z.coerce.number().check(z.int(), z.positive())),
  /** Whom it befell or who did it. */
  person: z.optional(z.string().check(z.minLength(1), z.maxLength(40))),
  what: z.optional(TrailWhat),
  from: z.optional(AskedTime),
  until: z.optional(AskedTime),
});

const instant = (time: string | undefined): number | undefined =>
  time === undefined ? undefined : Date.parse(time);

export function addTrail(api: Api, { identity }: Hosting): void {
  const read = {
    schema: {
      operationId: 'readTrail',
      summary: 'What was done to accounts, sessions and devices that the caller looks after',
      ...{ tags: ['identity'], querystring: TrailQuery },
      response: { 200: IdentityTrail, ...PROBLEM_RESPONSES },
    },
  };
  api.get('/api/v1/trail', read, (request) => {
    const { from, until, ...query } = request.query;
    const asked = { ...query, from: instant(from), until: instant(until) };
    const { entries, before } = trailOf(identity, personOf(request), asked);
    return { entries: entries.map(({ at, ...entry }) => ({ ...entry, at: utc(at) })), before };
  });
}
