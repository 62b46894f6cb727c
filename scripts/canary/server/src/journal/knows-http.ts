// expect: lint/style/noRestrictedImports
import { routes } from '../http/routes.ts';

export const found = routes;
