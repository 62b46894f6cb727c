/**
 * The table of all routes: each has its row in the table of duties or stands on the list of pages, and what
 * matches none of them is refused here. Rules: AUTH-13.
 */
import { type OperationId, rolesOf } from '@tingxu/contract/access';
import { Role } from '@tingxu/contract/roles';
import type { FastifyRequest, RouteOptions } from 'fastify';
import { whenAsked } from '../when-asked.ts';
import { isPage } from './page-list.ts';
import { RequestProblem } from './problem.ts';

const escaped = (text: string): string => text.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&');

const patternOf = (url: string): RegExp =>
  new RegExp(
    `^${url
      .split('/')
      .map((part) => (part.startsWith(':') ? '[^/]+' : escaped(part).replaceAll('*', '.*')))
      .join('/')}$`,
  );

/** Of an operation the roles of its row, of a page all; of anything else none, whatever it says of itself. */
function takeRoles(route: RouteOptions): void {
  const { operationId } = (route.schema ?? {}) as { readonly operationId?: unknown };
  const operation = route.config?.operation ?? operationId;
  const { roles: _own, operation: _named, ...config } = route.config ?? {};
  if (typeof operation === 'string') {
    const named = { operation: operation as OperationId, roles: rolesOf(operation) ?? [] };
    route.config = { ...config, ...named };
  } else {
    const open = [route.method].flat().every((method) => isPage(method, route.url));
    route.config = { ...config, roles: open ? Role.options : [] };
  }
}

export type RouteTable = {
  readonly routes: readonly RouteOptions[];
  /** To be told of every route. */
  readonly note: (route: RouteOptions) => void;
  /** Throws when no row says who may use a route. */
  readonly requireRoles: () => void;
  /** Rejects: method-not-allowed, route-unknown. */
  readonly refuse: (request: FastifyRequest) => never;
};

export function routeTable(): RouteTable {
  const methodsOf = new Map<string, Set<string>>();
  const routes: RouteOptions[] = [];
  const patterns = whenAsked(() =>
    [...methodsOf].map(([url, methods]) => ({ matches: patternOf(url), methods })),
  );
  return {
    routes,
    note: (route) => {
      takeRoles(route);
      const { url, method } = route;
      routes.push(route);
      const known = methodsOf.get(url) ?? new Set();
      for (const name of [method].flat()) known.add(name);
      methodsOf.set(url, known);
    },
    requireRoles: () => {
      const open = routes.find((route) => (route.config?.roles ?? []).length === 0);
      if (open)
        throw new Error(`the route ${open.method} ${open.url} has no row in the table of duties`);
    },
    refuse: (request) => {
      const path = request.url.split('?', 1)[0] ?? '';
      const methods = patterns()
        .filter(({ matches }) => matches.test(path))
        .flatMap(({ methods }) => [...methods]);
      if (methods.length === 0 || methods.includes(request.method)) {
        throw new RequestProblem('route-unknown');
      }
      const allow = [...new Set(methods)].sort().join(', ');
      throw new RequestProblem('method-not-allowed', { detail: `Allowed: ${allow}.` }, { allow });
    },
  };
}
