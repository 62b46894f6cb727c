/** The table of all routes: each names its roles, and what matches none of them is refused here. */
import type { FastifyRequest, RouteOptions } from 'fastify';
import { RequestProblem } from './problem.ts';

type Pattern = { readonly matches: RegExp; readonly methods: Set<string> };

const escaped = (text: string): string => text.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&');

const patternOf = (url: string): RegExp =>
  new RegExp(
    `^${url
      .split('/')
      .map((part) => (part.startsWith(':') ? '[^/]+' : escaped(part).replaceAll('*', '.*')))
      .join('/')}$`,
  );

export type RouteTable = {
  readonly routes: readonly RouteOptions[];
  /** To be told of every route. */
  readonly note: (route: RouteOptions) => void;
  /** Throws when a route does not say who may use it. */
  readonly requireRoles: () => void;
  /** Rejects: method-not-allowed, route-unknown. */
  readonly refuse: (request: FastifyRequest) => never;
};

export function routeTable(): RouteTable {
  const patterns = new Map<string, Pattern>();
  const routes: RouteOptions[] = [];
  return {
    routes,
    note: (route) => {
      const { url, method } = route;
      routes.push(route);
      const pattern = patterns.get(url) ?? { matches: patternOf(url), methods: new Set() };
      for (const name of [method].flat()) pattern.methods.add(name);
      patterns.set(url, pattern);
    },
    requireRoles: () => {
      const open = routes.find((route) => (route.config?.roles ?? []).length === 0);
      if (open) throw new Error(`the route ${open.method} ${open.url} names no roles`);
    },
    refuse: (request) => {
      const path = request.url.split('?', 1)[0] ?? '';
      const methods = [...patterns.values()]
        .filter((pattern) => pattern.matches.test(path))
        .flatMap((pattern) => [...pattern.methods]);
      if (methods.length === 0 || methods.includes(request.method)) {
        throw new RequestProblem('route-unknown');
      }
      const allow = [...new Set(methods)].sort().join(', ');
      throw new RequestProblem('method-not-allowed', { detail: `Allowed: ${allow}.` }, { allow });
    },
  };
}
