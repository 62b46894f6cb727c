/**
 * The page that shows the API's document. Loading it takes as long as the rest of the app, and a hall
 * must be back at once, so it is made when somebody opens it.
 */
import swagger from '@fastify/swagger';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Api } from './hosting.ts';

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
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    made ??= makeDocs(pages);
    allowMarkup(reply);
    const { url, headers } = request;
    const answered = await (await made).inject({ method: 'GET', url, headers });
    if (answered.statusCode === 404) return reply.callNotFound();
    const { connection: _ofAnother, ...told } = answered.headers;
    return reply.code(answered.statusCode).headers(told).send(answered.rawPayload);
  };
  pages.get(DOCS_PATH, answer);
  pages.get(`${DOCS_PATH}/*`, answer);
}
