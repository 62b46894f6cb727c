/**
 * The yardstick: a bare Fastify with a zod body schema, in a process of its own. It takes the same
 * requests as the hall and answers with as many bytes, and does nothing else.
 */
import Fastify from 'fastify';
import {
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import * as z from 'zod/mini';

const Body = z.strictObject({
  service: z.optional(z.string()),
  lane: z.optional(z.string()),
  counter: z.optional(z.string()),
});

/** As large as what the hall tells of a ticket. */
const TICKET = {
  id: '20261121-000042',
  number: 'A00042',
  hall: 'bench',
  businessDay: '2026-11-21',
  lane: 'normal',
  service: 'accounts',
  state: 'waiting',
  counter: null,
  issuedAt: '2026-11-21T09:30:00.000+08:00',
  endedAt: null,
  endReason: null,
};

const app = Fastify({ logger: false }).withTypeProvider<ZodTypeProvider>();
app.setValidatorCompiler(validatorCompiler);
app.setSerializerCompiler(serializerCompiler);
app.post('/*', { schema: { body: Body } }, (request) => ({ echo: request.body, ticket: TICKET }));
await app.listen({ port: 0, host: '127.0.0.1' });
const address = app.server.address();
if (address === null || typeof address === 'string') throw new Error('the echo has no port');
process.on('disconnect', () => process.exit(0));
process.send?.({ type: 'ready', port: address.port });
