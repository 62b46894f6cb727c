/** The HTTP shell: API, documentation, screens, health. Listens to nothing by itself. */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import Fastify, { type FastifyInstance, type RawServerDefault } from 'fastify';
import { serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { useEnglishMessages } from '../config/zod-messages.ts';
import { needsSetUp } from '../identity/identity.ts';
import { phoneTakes } from '../presence/phone-takes.ts';
import type { SignOnSetting } from '../sign-on/provider.ts';
import type { SecureServer } from '../tls/secure-server.ts';
import { addAccounts } from './account-routes.ts';
import { addBookings } from './booking-routes.ts';
import { addCareCommand } from './care-routes.ts';
import { checkRequest } from './check-request.ts';
import { refuseClient, refuseTunnel } from './client-errors.ts';
import { addConfiguration } from './configuration-routes.ts';
import { type ConnectionLimits, limitedServer } from './connection-limits.ts';
import { costlyReads } from './costly-reads.ts';
import { addCounterCommands } from './counter-routes.ts';
import { addDayCommands, addDayOpening } from './day-routes.ts';
import { addDevices } from './device-routes.ts';
import { errorHandler } from './error-handler.ts';
import { addCustomer, addReading } from './hall-routes.ts';
import { addHealth } from './health-routes.ts';
import type { Api, HealthCheck, Hosting } from './hosting.ts';
import { admit } from './identity.ts';
import { addKioskCommands } from './kiosk-routes.ts';
import { addOnePerCustomer } from './one-per-customer.ts';
import { addOpenApi } from './openapi.ts';
import { isOwnOrigin, namesTwoHosts } from './own-origin.ts';
import { addPageReports } from './page-report-routes.ts';
import { addPages, type Pages } from './pages.ts';
import { addPairedDevices } from './paired-device-routes.ts';
import { addPassCheck, addPhoneTickets } from './phone-ticket-routes.ts';
import { RequestProblem } from './problem.ts';
import { addProof } from './proof-routes.ts';
import { addPageLimit, addRateLimit, limitRefusals } from './rate-limit.ts';
import { type RouteTable, routeTable } from './route-table.ts';
import { addDataHeaders, addSafeHeaders, safeResponse } from './safe-headers.ts';
import { sendBytes } from './send-bytes.ts';
import { addSessions } from './session-routes.ts';
import { addSignOn } from './sign-on-routes.ts';
import { addTicketFlood } from './ticket-flood.ts';
import { addTicketCommands } from './ticket-routes.ts';
import { addTrail } from './trail-routes.ts';
import { addVisitCommands } from './visit-routes.ts';
import { addVoice } from './voice-routes.ts';

/** Larger than any command, smaller than any attack. Units: bytes. Source: SEC-16. */
const BODY_LIMIT = 16 * 1024;
/** Units: ms. Source: SEC-16. */
const HEADERS_TIMEOUT = 5_000;
const REQUEST_TIMEOUT = 10_000;

export type AppOptions = {
  readonly hosting: Hosting;
  readonly pages: Pages;
  /** Units: requests per minute and device; 0 is no limit. */
  readonly rateLimitPerMinute: number;
  /** Units: tickets per minute and kiosk; 0 is no limit. */
  readonly ticketsPerMinute: number;
  /** The bank's own provider of identities. */
  readonly signOn?: SignOnSetting | null;
  readonly serverChecks: () => readonly HealthCheck[];
  /** Speaks TLS; without it plain HTTP. */
  readonly secure?: Pick<SecureServer, 'create'> | undefined;
  /** Other than those of a real server. */
  readonly connections?: ConnectionLimits | undefined;
};

/** Ids that differ between runs of the server, so that a log can be searched. */
const requestIds = (): (() => string) => {
  const run = randomBytes(4).toString('hex');
  let count = 0;
  return () => {
    count += 1;
    return `${run}-${count}`;
  };
};

/**
 * Only a WebSocket of the feed is an upgrade. Others, such as the h2c that some clients offer with
 * every plain request, are answered as if they had not asked.
 */
const isFeedUpgrade = ({ headers, url }: IncomingMessage): boolean =>
  headers.upgrade?.toLowerCase() === 'websocket' && (url ?? '').startsWith('/socket.io/');

const HTTP_OPTIONS = {
  headersTimeout: HEADERS_TIMEOUT,
  requestTimeout: REQUEST_TIMEOUT,
  connectionsCheckingInterval: 2_000,
  shouldUpgradeCallback: isFeedUpgrade,
};

const makeFastify = ({ hosting, secure, connections }: AppOptions): Api => {
  const handleError = errorHandler(hosting.log);
  const options = { ...HTTP_OPTIONS, ServerResponse: safeResponse(secure !== undefined) };
  const app = Fastify<RawServerDefault>({
    // No line per request on the hot path; errors and slow commands are logged by the shell.
    logger: false,
    bodyLimit: BODY_LIMIT,
    serverFactory: (handler) =>
      limitedServer(
        (handle) => (secure ? secure.create(handle, options) : createServer(options, handle)),
        handler,
        connections,
      ),
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    genReqId: requestIds(),
    frameworkErrors: (error, request, reply) => void handleError(error, request, reply),
    clientErrorHandler: refuseClient,
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(checkRequest);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(handleError);
  app.server.on('connect', refuseTunnel);
  return app;
};

/** JSON and nothing else; no body at all stands for an empty one. */
function addBodyParser(app: Api): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, {});
    else void parse(request, String(body), done);
  });
  app.addHook('preValidation', (request, _reply, done) => {
    if (request.body === undefined && request.method === 'POST') request.body = {};
    done();
  });
}

/** Methods that change nothing, so that any page may try them and read no answer. */
const READS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/** Deny by default: pages of others, who may not, what is not there, and everything while the server drains. */
function addAdmission(app: Api, { hosting, rateLimitPerMinute }: AppOptions): RouteTable {
  const routes = routeTable();
  const comeIn = limitRefusals((request) => {
    if (namesTwoHosts(request.raw)) throw new RequestProblem('malformed-request');
    if (request.is404) routes.refuse(request);
    if (!READS.includes(request.method) && !isOwnOrigin(request.headers)) {
      throw new RequestProblem('origin-refused');
    }
    admit(request, hosting);
  }, rateLimitPerMinute);
  app.addHook('onRoute', routes.note);
  app.addHook('onReady', async () => routes.requireRoles());
  app.addHook('onRequest', (request, reply, done) => {
    if (hosting.stopping()) {
      reply.header('connection', 'close');
      throw new RequestProblem('server-stopping', { retryAfterSeconds: 2 });
    }
    comeIn(request);
    done();
  });
  // Reached when a folder of files has no such file.
  app.setNotFoundHandler(async (request) => routes.refuse(request));
  return routes;
}

function addApi(api: Api, options: AppOptions): void {
  const { hosting } = options;
  const costly = costlyReads(options.rateLimitPerMinute > 0);
  addDataHeaders(api);
  addRateLimit(api, options.rateLimitPerMinute);
  const takes = options.ticketsPerMinute === 0 ? null : phoneTakes();
  addPassCheck(api, hosting, takes);
  addTicketFlood(api, hosting, options.ticketsPerMinute);
  addOnePerCustomer(api, hosting);
  addSessions(api, hosting);
  addSignOn(api, hosting, options.signOn ?? null);
  addAccounts(api, hosting);
  addTrail(api, hosting);
  addPairedDevices(api, hosting);
  addReading(api, hosting);
  addCustomer(api, hosting);
  addProof(api, hosting, costly);
  addTicketCommands(api, hosting);
  addPhoneTickets(api, hosting, takes);
  addVisitCommands(api, hosting);
  addCounterCommands(api, hosting);
  addKioskCommands(api, hosting);
  addCareCommand(api, hosting);
  addBookings(api, hosting);
  addDayCommands(api, hosting);
  addDayOpening(api, hosting);
  addConfiguration(api, hosting, costly);
  addDevices(api, hosting);
  addPageReports(api, hosting);
  addVoice(api, hosting);
  let document: Buffer | undefined;
  const openapi = { config: { operation: 'readOpenApi' }, schema: { hide: true } } as const;
  api.get('/api/openapi.json', openapi, (_request, reply) => {
    document ??= Buffer.from(JSON.stringify(api.swagger()));
    return sendBytes(reply.type('application/json; charset=utf-8'), document);
  });
}

/** A part of the app with hooks of its own. */
const inScope = async (app: Api, add: (scope: Api) => Promise<void> | void): Promise<void> => {
  await app.register((scope, _options, done) => {
    Promise.resolve(add(scope.withTypeProvider<ZodTypeProvider>())).then(() => done(), done);
  });
};

export type BuiltApp = {
  readonly app: FastifyInstance;
  /** Every route, as it was registered: its roles, its schemas. */
  readonly routes: RouteTable['routes'];
};

/** Builds the shell. The caller listens, attaches the feed and closes it. */
export async function buildApp(options: AppOptions): Promise<BuiltApp> {
  useEnglishMessages();
  const app = makeFastify(options);
  addSafeHeaders(app, options.secure !== undefined);
  addBodyParser(app);
  const { routes } = addAdmission(app, options);
  await addOpenApi(app);
  await inScope(app, (scope) => {
    addDataHeaders(scope);
    addHealth(scope, options.hosting, options.serverChecks);
  });
  await inScope(app, (scope) => addApi(scope, options));
  await inScope(app, (scope) => {
    addPageLimit(scope, options.rateLimitPerMinute);
    return addPages(scope, options.pages, () => needsSetUp(options.hosting.identity));
  });
  return { app, routes };
}
