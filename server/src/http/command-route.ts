/** One way for every POST: key, role and schemas checked, the command submitted, the answer passed on. */
import { hash } from 'node:crypto';
import type { OperationId } from '@tingxu/contract/access';
import type { HallCommand } from '@tingxu/contract/commands';
import { CommandId, HallId } from '@tingxu/contract/ids';
import type { Actor } from '@tingxu/contract/roles';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import type { Answer } from '../runtime/hall-runtime.ts';
import { type Api, type HostedHall, type Hosting, hallOf } from './hosting.ts';
import { admitPlace, bearerOfRequest, callerOf } from './identity.ts';
import { PROBLEM_RESPONSES } from './openapi.ts';
import { PROBLEM_TYPE } from './problem.ts';
import { type RenderAccepted, renderWith } from './render.ts';

/** Slower answers are logged. Units: ms. */
const SLOW_MS = 500;

export const HallParams = z.strictObject({ hall: HallId });
/** Keys under which the server acts by itself. */
const OWN_KEYS = 'system:';

/** Others may come along and are not looked at. */
const CommandHeaders = z.object({
  'idempotency-key': CommandId.check(
    z.refine(
      (key) => !key.startsWith(OWN_KEYS),
      `keys that begin with ${OWN_KEYS} are the server's`,
    ),
  ),
});

/** Of routes that change what has a version: the one that whoever changes it has seen, as the ETag was. */
const IfMatchHeaders = z.extend(CommandHeaders, {
  'if-match': z.optional(z.string().check(z.regex(/^"\d{1,15}"$/))),
});

type Parsed<Params extends z.core.$ZodType, Body extends z.core.$ZodType> = {
  readonly params: z.output<Params>;
  readonly body: z.output<Body>;
  readonly actor: Actor;
  /** The version in `If-Match`, where the route looks at it and the caller sent it. */
  readonly ifMatch?: number;
};

export type CommandRoute<
  Params extends z.core.$ZodType<{ hall: HallId }> = typeof HallParams,
  Body extends z.core.$ZodType = z.core.$ZodType,
  Reply extends z.core.$ZodType = z.core.$ZodType,
> = {
  /** Below `/api/v1/halls/:hall`. */
  readonly path: string;
  readonly operationId: OperationId;
  readonly summary: string;
  readonly tag: string;
  readonly params: Params;
  readonly body: Body;
  /** Larger than the app's own. Units: bytes. */
  readonly bodyLimit?: number;
  readonly status: 200 | 201;
  readonly reply: Reply;
  /** Of a 201: where what was made is found, below the hall. */
  readonly location?: (reply: z.output<Reply>) => string;
  /** Looks at `If-Match`; a good answer tells the new version of what was changed, its ETag. */
  readonly versioned?: (reply: z.output<Reply>) => number;
  /** Something unguessable that the answer tells and the command does not. */
  readonly secret?: () => string;
  /** Refuses what no hall can know to be wrong, once the caller may ask at all. Rejects: as the route says. */
  readonly check?: (parsed: Parsed<Params, Body>) => void;
  /** A promise where something outside must be asked first. */
  readonly command: (
    parsed: Parsed<Params, Body>,
    hall: HostedHall,
    secret: string,
  ) => HallCommand | Promise<HallCommand>;
  /**
   * The request as the key remembers it, where it holds what must not be kept: of this only a hash is.
   */
  readonly sent?: (parsed: Parsed<Params, Body>, hall: HostedHall) => unknown;
  readonly render: (parsed: Parsed<Params, Body>, secret: string) => RenderAccepted;
  /** Told of what happened now, once it is durable; not of an answer that is given again. */
  readonly happened?: (parsed: Parsed<Params, Body>, hall: HostedHall, answer: Answer) => void;
};

/** What the sender wrote, by which a key tells the same request from another. */
const sentText = <Params extends z.core.$ZodType<{ hall: HallId }>, Body extends z.core.$ZodType>(
  { operationId, sent }: Pick<CommandRoute<Params, Body>, 'operationId' | 'sent'>,
  parsed: Parsed<Params, Body>,
  hall: HostedHall,
): string => {
  if (!sent) {
    const { params, body, ifMatch } = parsed;
    return JSON.stringify([operationId, params, body, ...(ifMatch === undefined ? [] : [ifMatch])]);
  }
  return `sha256:${hash('sha256', JSON.stringify([operationId, sent(parsed, hall)]))}`;
};

/** The device that asks for nobody who is signed in: its key answers no other machine. Rules: JRN-4, AUTH-14. */
const machineOf = (request: FastifyRequest, { staff }: Actor): string => {
  const device = bearerOfRequest(request).device?.paired.device;
  return staff === undefined && device !== undefined ? `${device} ` : '';
};

const RETRY_AFTER = /"retryAfterSeconds":(\d+)/;

/** Headers that follow from the stored body, so that a replayed answer has them too. */
function headersOf(answer: Answer): Record<string, string> {
  const headers: Record<string, string> = {};
  if (answer.replayed) headers['idempotency-replayed'] = 'true';
  const retryAfter = answer.status >= 400 ? RETRY_AFTER.exec(answer.body)?.[1] : undefined;
  if (retryAfter !== undefined) headers['retry-after'] = retryAfter;
  return headers;
}

const passOn = (
  reply: FastifyReply,
  answer: Answer,
  more: Readonly<Record<string, string>>,
): FastifyReply =>
  reply
    .code(answer.status)
    .headers({ ...headersOf(answer), ...more })
    .type(answer.status >= 400 ? PROBLEM_TYPE : 'application/json; charset=utf-8')
    .send(answer.body);

/** The header has its form: the route's schema has seen to it. */
const versionIn = (header: string | string[] | undefined) =>
  typeof header === 'string' ? { ifMatch: Number(header.slice(1, -1)) } : {};

/** Where something made is found, and its version: from the stored body, so that a repeated answer has them too. */
function foundBy<
  Params extends z.core.$ZodType<{ hall: HallId }>,
  Body extends z.core.$ZodType,
  Reply extends z.core.$ZodType,
>(
  { location, versioned }: CommandRoute<Params, Body, Reply>,
  hall: HallId,
  { status, body }: Answer,
): Record<string, string> {
  if (status === 201 && location) {
    return { location: `/api/v1/halls/${hall}${location(JSON.parse(body))}` };
  }
  return status === 200 && versioned ? { etag: `"${versioned(JSON.parse(body))}"` } : {};
}

/** Adds a POST to the API. */
export function addCommand<
  Params extends z.core.$ZodType<{ hall: HallId }>,
  Body extends z.core.$ZodType,
  Reply extends z.core.$ZodType,
>(api: Api, hosting: Hosting, route: CommandRoute<Params, Body, Reply>): void {
  const { operationId, summary, tag, params, body, reply } = route;
  const schema = {
    operationId,
    summary,
    tags: [tag],
    params,
    headers: route.versioned ? IfMatchHeaders : CommandHeaders,
    body,
    response: { [route.status]: reply, ...PROBLEM_RESPONSES },
  };
  api.post(
    `/api/v1/halls/:hall${route.path}`,
    {
      schema,
      ...(route.bodyLimit !== undefined && { bodyLimit: route.bodyLimit }),
    },
    async (request, response) => {
      // The validator has replaced both by the parsed values, and checked the key.
      const actor = callerOf(request);
      const parsed = {
        ...{ params: request.params, body: request.body, actor },
        ...(route.versioned && versionIn(request.headers['if-match'])),
      } as Parsed<Params, Body>;
      const hall = hallOf(hosting, parsed.params.hall);
      const startedAt = performance.now();
      const secret = route.secret?.() ?? '';
      const command = await route.command(parsed, hall, secret);
      admitPlace(request, command);
      route.check?.(parsed);
      const envelope = { id: request.headers['idempotency-key'] as CommandId, actor, command };
      const render = renderWith(route.render(parsed, secret), hosting.clock);
      const sent = `${machineOf(request, actor)}${sentText(route, parsed, hall)}`;
      const answer = await hall.runtime.submit(envelope, render, sent);
      if (answer.status < 300 && !answer.replayed) route.happened?.(parsed, hall, answer);
      const tookMs = Math.round(performance.now() - startedAt);
      if (tookMs > SLOW_MS)
        hosting.log.warn({ requestId: request.id, operationId, tookMs }, 'slow');
      return passOn(response, answer, foundBy(route, parsed.params.hall, answer));
    },
  );
}
