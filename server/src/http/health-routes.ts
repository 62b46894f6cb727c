/** `/livez`: the event loop turns. `/readyz`: everything that a ticket needs is there. Source: OPS-03. */
import { Health } from '@tingxu/contract/rest';
import type { Api, HealthCheck, Hosting } from './hosting.ts';

const healthOf = (checks: readonly HealthCheck[]): Health => ({
  status: checks.every((check) => check.ok) ? 'ok' : 'failing',
  checks: checks.map(({ name, ok, detail }) => ({
    name,
    ok,
    ...(detail !== undefined && { detail }),
  })),
});

/** Checks of the server itself come in as `serverChecks`; each hall has its own. */
export function addHealth(
  api: Api,
  hosting: Hosting,
  serverChecks: () => readonly HealthCheck[],
): void {
  const options = (operationId: string, summary: string) => ({
    schema: {
      operationId,
      summary,
      tags: ['health'],
      response: { 200: Health, 503: Health },
    },
  });
  api.get('/livez', options('live', 'The process answers'), () => healthOf([]));
  api.get('/readyz', options('ready', 'A ticket could be issued now'), (_request, reply) => {
    const halls = [...hosting.halls.values()].flatMap((hall) => hall.checks());
    const health = healthOf([...serverChecks(), ...halls]);
    reply.code(health.status === 'ok' ? 200 : 503);
    return health;
  });
}
