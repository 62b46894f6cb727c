/** The OpenAPI 3.1 document, made from the schemas that also check the requests. */
import swagger from '@fastify/swagger';
import * as callReasons from '@tingxu/contract/call-reasons';
import * as comparison from '@tingxu/contract/comparison';
import * as explanation from '@tingxu/contract/explanation';
import { HallProfile } from '@tingxu/contract/hall-profile';
import { Problem } from '@tingxu/contract/problem';
import * as rest from '@tingxu/contract/rest';
import * as bookings from '@tingxu/contract/rest-bookings';
import { Actor } from '@tingxu/contract/roles';
import * as statistics from '@tingxu/contract/statistics';
import {
  createJsonSchemaTransform,
  createJsonSchemaTransformObject,
} from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import type { Api } from './hosting.ts';
import { KIOSK_HEADER, ROLE_HEADER } from './identity.ts';
import { PROBLEM_TYPE } from './problem.ts';

/** Every refusal of every route. */
export const PROBLEM_RESPONSES = {
  '4xx': { description: 'A problem', content: { [PROBLEM_TYPE]: { schema: Problem } } },
  '5xx': { description: 'A problem', content: { [PROBLEM_TYPE]: { schema: Problem } } },
};

const NAMED = {
  Problem,
  HallProfile,
  Actor,
  TicketSummary: rest.TicketSummary,
  WaitSeconds: rest.WaitSeconds,
  IssueReply: rest.IssueReply,
  SlotList: bookings.SlotList,
  BookingSummary: bookings.BookingSummary,
  BookingReply: bookings.BookingReply,
  MakeBookingReply: bookings.MakeBookingReply,
  BookingList: bookings.BookingList,
  TicketReply: rest.TicketReply,
  TicketDetail: rest.TicketDetail,
  Leg: rest.Leg,
  CallAttempt: rest.CallAttempt,
  TrailEntry: rest.TrailEntry,
  DayStatistics: statistics.DayStatistics,
  VisitFigures: statistics.VisitFigures,
  PostFigures: statistics.PostFigures,
  ServiceFigures: statistics.ServiceFigures,
  ExplanationReply: explanation.ExplanationReply,
  ComparisonReply: comparison.ComparisonReply,
  TicketExplanation: explanation.TicketExplanation,
  ExplainedStep: explanation.ExplainedStep,
  CallReasons: callReasons.CallReasons,
  Candidate: callReasons.Candidate,
  ExplainedText: explanation.ExplainedText,
  CounterSummary: rest.CounterSummary,
  CounterReply: rest.CounterReply,
  NextCalls: rest.NextCalls,
  HallSummary: rest.HallSummary,
  HallList: rest.HallList,
  HallDetail: rest.HallDetail,
  DayReply: rest.DayReply,
  Health: rest.Health,
};

type Json = Record<string, unknown>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Drops what zod spells out and no reader needs: the bounds of a safe integer, the date pattern. */
function simplify(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(simplify);
  if (!isJson(value)) return value;
  const noise = (key: string, member: unknown): boolean =>
    member === Number.MAX_SAFE_INTEGER ||
    member === Number.MIN_SAFE_INTEGER ||
    (key === 'pattern' && value['format'] === 'date-time');
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, member]) => !noise(key, member))
      .map(([key, member]) => [key, simplify(member)]),
  );
}

const REFERENCE = /"#\/components\/schemas\/([A-Za-z]+)"/g;

/** Components that something refers to, directly or through another component. */
function usedComponents(paths: unknown, schemas: Json): Json {
  const used = new Set<string>();
  const visit = (part: unknown): void => {
    for (const [, name] of JSON.stringify(part ?? {}).matchAll(REFERENCE)) {
      if (name === undefined || used.has(name)) continue;
      used.add(name);
      visit(schemas[name]);
    }
  };
  visit(paths);
  const names = [...used].sort();
  return Object.fromEntries(names.map((name) => [name, schemas[name]]));
}

const INFO = {
  title: 'Tingxu',
  version: '1',
  description: [
    'Queue and call-number system of a bank hall.',
    'Every POST that changes something needs an `Idempotency-Key`: the same key has one effect and always the same answer,',
    'told again with `Idempotency-Replayed: true`. Times are RFC 3339 with the offset of the hall,',
    'durations whole seconds, errors RFC 9457 with a stable `code` ([the list](/api/docs/errors)).',
    'Staff and devices prove who they are by a session: its token in a cookie, or as `Authorization: Bearer`.',
    '`Tingxu-Role` says in which of their roles; whoever holds one need not say it.',
  ].join(' '),
};

const given = (place: 'header' | 'cookie', name: string, description: string) =>
  ({ type: 'apiKey', in: place, name, description }) as const;

/** Registers the generator; routes that are added later are in the document. */
export async function addOpenApi(api: Api): Promise<void> {
  const schemaRegistry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NAMED)) schemaRegistry.add(schema, { id });
  const transform = createJsonSchemaTransform({ schemaRegistry });
  const withComponents = createJsonSchemaTransformObject({ schemaRegistry });
  await api.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: INFO,
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer', description: 'The token of a session.' },
          cookie: given('cookie', 'tingxu-session', 'The same, of a browser.'),
          role: given('header', ROLE_HEADER, 'In which of the roles of the session.'),
          kiosk: given('header', KIOSK_HEADER, 'Which kiosk asks, where it is paired as any.'),
        },
      },
      security: [{ bearer: [], role: [] }, { cookie: [], role: [] }, {}],
    },
    transform: (document) => {
      const { schema, url } = transform(document);
      const roles = document.route.config?.roles ?? [];
      return { schema: { ...schema, 'x-tingxu-roles': roles }, url };
    },
    transformObject: (document) => {
      const whole = withComponents(document) as Json;
      const components = isJson(whole['components']) ? whole['components'] : {};
      const schemas = isJson(components['schemas']) ? components['schemas'] : {};
      const used = usedComponents(whole['paths'], schemas);
      return simplify({ ...whole, components: { ...components, schemas: used } }) as Json;
    },
  });
}
