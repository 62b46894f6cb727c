/**
 * The page that shows the API's document. Loading it takes as long as the rest of the app, and a hall
 * must be back at once, so it is made when somebody opens it.
 */
import swagger from '@fastify/swagger';
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type LightMyRequestResponse,
} from 'fastify';
import type { Api } from './hosting.ts';
import { sendBytes } from './send-bytes.ts';

export const DOCS_PATH = '/api/docs';

const makeDocs = async (api: Api): Promise<FastifyInstance> => {
  const { default: swaggerUi } = await import('@fastify/swagger-ui');
  const docs = Fastify({ logger: false });
  await docs.register(swagger);
  await docs.register(swaggerUi, {
    routePrefix: DOCS_PATH,
    transformSpecification: () => api.swagger(),
    transformSpecificationClone: false,
    theme: { title: 'Tingxu API' },
    // Without the bar on top: it carries another project's mark and asks for other documents.
    uiConfig: { layout: 'BaseLayout', docExpansion: 'list' },
  });
  await docs.ready();
  return docs;
};

type Answered = {
  readonly statusCode: number;
  readonly told: Omit<LightMyRequestResponse['headers'], 'connection'>;
  readonly rawPayload: Buffer;
};
/** Files that are kept; the page has fewer, however their names are written. */
const MOST_KNOWN = 40;

const POLICY = 'content-security-policy';

/**
 * Swagger's page makes markup of texts, those of our own document only; it would not come up where text
 * must not become markup. It still runs this server's scripts and no other. Rules: WEB-2.
 */
const allowMarkup = (reply: FastifyReply): void => {
  const policy = String(reply.getHeader(POLICY) ?? '')
    .split(';')
    .filter((directive) => !directive.includes('trusted-types'));
  reply.header(POLICY, policy.join(';'));
};

/** Adds the page and its files. The app that calls gives them its own headers. */
export function addDocs(pages: Api): void {
  let made: Promise<FastifyInstance> | undefined;
  /** Few and large, and the same for everybody. */
  const known = new Map<string, Answered>();
  const answered = async (path: string): Promise<Answered> => {
    const before = known.get(path);
    if (before) return before;
    made ??= makeDocs(pages);
    const { statusCode, headers: all, rawPayload } = await (await made).inject({ url: path });
    const { connection: _ofAnother, ...told } = all;
    const answer = { statusCode, told, rawPayload };
    if (statusCode === 200 && known.size < MOST_KNOWN) known.set(path, answer);
    return answer;
  };
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    allowMarkup(reply);
    const [path = ''] = request.url.split('?');
    const { statusCode, told, rawPayload } = await answered(path);
    if (statusCode === 404) return reply.callNotFound();
    return sendBytes(reply.code(statusCode).headers(told), rawPayload);
  };
  pages.get(DOCS_PATH, answer);
  pages.get(`${DOCS_PATH}/*`, answer);
}
