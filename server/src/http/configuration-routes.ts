/** `/configuration`: what is in force and planned, what a change would do, changing it. Rules: CONF-1..CONF-4. */
import type { HallConfig } from '@tingxu/contract/config';
import type { PlannedFor } from '@tingxu/contract/configuration';
import {
  ChangeConfigurationBody,
  ConfigurationHistory,
  ConfigurationPreview,
  ConfigurationReply,
  ConfigurationVersionReply,
  PreviewConfigurationBody,
  WithdrawConfigurationBody,
} from '@tingxu/contract/configuration-rest';
import { configInForce } from '@tingxu/hall/configuration';
import type { HallState } from '@tingxu/hall/state';
import * as z from 'zod/mini';
import {
  readConfigurationText,
  readConfigurationValue,
  textOfConfiguration,
} from '../configuration/exchange.ts';
import { configOfVersion, historyOf } from '../configuration/history.ts';
import { configurationSchema, SCHEMA_PATH } from '../configuration/json-schema.ts';
import { previewOf } from '../configuration/preview.ts';
import { postedHours } from '../day/posted-hours.ts';
import { zoneTime } from '../day/zone-time.ts';
import { addCommand, HallParams } from './command-route.ts';
import type { CostlyReads } from './costly-reads.ts';
import { type Api, type HostedHall, type Hosting, hallOf } from './hosting.ts';
import { PROBLEM_RESPONSES } from './openapi.ts';
import { RequestProblem } from './problem.ts';
import { senderOf } from './rate-limit.ts';
import { type RenderAccepted, rendered } from './render.ts';

/** A configuration of a large hall; other commands are far smaller. Units: bytes. */
const BODY_LIMIT = 512 * 1024;
/** Newest entries of the history that are told. */
const HISTORY = 100;
/** Findings that a problem lists. */
const MOST_FINDINGS = 20;

/** Rejects: validation-failed, with the path and the reason of each finding. */
function configOf({ config, text }: PreviewConfigurationBody): HallConfig {
  if ((config === undefined) === (text === undefined)) {
    const message = 'give either config or text';
    throw new RequestProblem('validation-failed', { errors: [{ path: 'body', message }] });
  }
  const read = text === undefined ? readConfigurationValue(config) : readConfigurationText(text);
  if (read.ok) return read.value;
  const errors = read.findings.slice(0, MOST_FINDINGS).map(({ path, message, line, fault }) => ({
    path: path || 'the file',
    message: text === undefined ? message : `line ${line}: ${message}`,
    ...{ line, fault },
  }));
  throw new RequestProblem('validation-failed', { errors });
}

/** Rules: CONF-2. Rejects: validation-failed. */
function seenVersion(
  { basedOn }: { readonly basedOn?: number | undefined },
  ifMatch: number | undefined,
): number {
  const version = ifMatch ?? basedOn;
  if (version !== undefined && (basedOn ?? version) === version) return version;
  const message = 'say which version was seen, as If-Match or basedOn; in both the same';
  throw new RequestProblem('validation-failed', { errors: [{ path: 'basedOn', message }] });
}

const replyOf = (state: HallState, first: HallConfig): ConfigurationReply => {
  const config = configInForce(state, first);
  const { version, latest, plan } = state.configuration;
  const { restTime } = zoneTime(config.zone);
  return {
    hall: state.hall,
    version,
    latest,
    config,
    plan: plan && {
      version: plan.version,
      when: plan.when === 'next-day' ? plan.when : restTime(plan.when),
      config: plan.config,
    },
  };
};

const render =
  ({ config }: HostedHall): RenderAccepted =>
  ({ after }) =>
    rendered(200, replyOf(after, config));

const ExportQuery = z.strictObject({ format: z.enum(['yaml', 'json']) });

function addReading(api: Api, hosting: Hosting): void {
  api.get(
    '/api/v1/halls/:hall/configuration',
    {
      schema: {
        operationId: 'readConfiguration',
        summary: 'The configuration in force and the planned one',
        tags: ['configuration'],
        params: HallParams,
        response: { 200: ConfigurationReply, ...PROBLEM_RESPONSES },
      },
    },
    (request, reply) => {
      const { runtime, config } = hallOf(hosting, request.params.hall);
      const state = runtime.state();
      reply.header('etag', `"${state.configuration.latest}"`);
      return replyOf(state, config);
    },
  );
  api.get(
    '/api/v1/halls/:hall/configuration/export',
    {
      schema: {
        operationId: 'exportConfiguration',
        summary: 'The configuration in force as a file',
        tags: ['configuration'],
        params: HallParams,
        querystring: ExportQuery,
        response: { 200: z.string(), ...PROBLEM_RESPONSES },
      },
    },
    (request, reply) => {
      const { runtime, config } = hallOf(hosting, request.params.hall);
      const state = runtime.state();
      const { format } = request.query;
      const name = `${state.hall}-configuration-${state.configuration.version}.${format}`;
      reply.header('content-disposition', `attachment; filename="${name}"`);
      reply.type(`application/${format}; charset=utf-8`).serializer(String);
      return textOfConfiguration(configInForce(state, config), format);
    },
  );
  api.get(
    '/api/v1/halls/:hall/configuration/history',
    {
      schema: {
        operationId: 'readConfigurationHistory',
        summary: 'Who changed or planned what and when, newest first',
        tags: ['configuration'],
        params: HallParams,
        response: { 200: ConfigurationHistory, ...PROBLEM_RESPONSES },
      },
    },
    (request) => {
      const { runtime, config, journal } = hallOf(hosting, request.params.hall);
      const { first, entries } = journal.configurationTrail(HISTORY);
      const { zone } = configInForce(runtime.state(), config);
      return historyOf(entries, first, zoneTime(zone).restTime);
    },
  );
}

const VersionParams = z.extend(HallParams, {
  version: z.string().check(z.regex(/^[1-9]\d{0,6}$/)),
});

function addVersions(api: Api, hosting: Hosting): void {
  api.get(
    '/api/v1/halls/:hall/configuration/versions/:version',
    {
      schema: {
        operationId: 'readConfigurationVersion',
        summary: 'The configuration of a version that the history tells',
        tags: ['configuration'],
        params: VersionParams,
        response: { 200: ConfigurationVersionReply, ...PROBLEM_RESPONSES },
      },
    },
    (request) => {
      const { hall } = request.params;
      const version = Number(request.params.version);
      const { first, entries } = hallOf(hosting, hall).journal.configurationTrail(HISTORY);
      const config = configOfVersion(entries, first, version);
      if (!config) throw new RequestProblem('version-unknown');
      return { hall, version, config };
    },
  );
}

const whenOf = (when: PreviewConfigurationBody['when'] = 'now'): PlannedFor | 'now' =>
  when === 'now' || when === 'next-day' ? when : Date.parse(when);

function addPreview(api: Api, hosting: Hosting, costly: CostlyReads): void {
  api.post(
    '/api/v1/halls/:hall/configuration/preview',
    {
      bodyLimit: BODY_LIMIT,
      schema: {
        operationId: 'previewConfiguration',
        summary: 'What a change would do and what speaks against it; changes nothing',
        tags: ['configuration'],
        params: HallParams,
        body: PreviewConfigurationBody,
        response: { 200: ConfigurationPreview, ...PROBLEM_RESPONSES },
      },
    },
    async (request) => {
      const { runtime, config } = hallOf(hosting, request.params.hall);
      const { body } = request;
      const wanted = await costly.run(senderOf(request), () => configOf(body));
      const when = whenOf(body.when);
      if (typeof when === 'number' && when <= hosting.clock.now()) {
        const detail = `${body.when} has passed; name a later moment, now, or next-day`;
        throw new RequestProblem('instant-passed', { detail });
      }
      const preview = previewOf(runtime.state(), config, wanted, when);
      return body.text === undefined ? preview : { ...preview, config: wanted };
    },
  );
}

function addChanging(api: Api, hosting: Hosting): void {
  const common = {
    tag: 'configuration',
    params: HallParams,
    status: 200,
    reply: ConfigurationReply,
    versioned: ({ latest }: ConfigurationReply) => latest,
    render: ({ params }: { params: z.output<typeof HallParams> }) =>
      render(hallOf(hosting, params.hall)),
  } as const;
  addCommand(api, hosting, {
    ...common,
    path: '/configuration',
    operationId: 'changeConfiguration',
    summary: 'Change the configuration at once, at an instant, or when the next day opens',
    body: ChangeConfigurationBody,
    bodyLimit: BODY_LIMIT,
    command: ({ body, ifMatch }, hall) => {
      const config = configOf(body);
      const when = whenOf(body.when);
      const posted = postedHours(hall.runtime.state(), config, when, hosting.clock.now());
      return {
        ...{ type: 'ChangeConfiguration', config, when, basedOn: seenVersion(body, ifMatch) },
        ...(posted && { posted }),
      };
    },
  });
  addCommand(api, hosting, {
    ...common,
    path: '/configuration/withdraw',
    operationId: 'withdrawConfigurationPlan',
    summary: 'Withdraw the planned change',
    body: WithdrawConfigurationBody,
    command: ({ body, ifMatch }) => ({
      type: 'WithdrawConfigurationPlan',
      basedOn: seenVersion(body, ifMatch),
    }),
  });
}

export function addConfiguration(api: Api, hosting: Hosting, costly: CostlyReads): void {
  addReading(api, hosting);
  addVersions(api, hosting);
  addPreview(api, hosting, costly);
  addChanging(api, hosting);
  // Made when first asked for: it takes a tenth of a start.
  let schema: string | undefined;
  api.get(
    SCHEMA_PATH,
    {
      schema: {
        operationId: 'readConfigurationSchema',
        summary: 'JSON Schema of a configuration, for editors',
        tags: ['configuration'],
        response: { 200: z.unknown(), ...PROBLEM_RESPONSES },
      },
    },
    (_request, reply) => {
      schema ??= JSON.stringify(configurationSchema());
      return reply.type('application/schema+json').serializer(String).send(schema);
    },
  );
}
