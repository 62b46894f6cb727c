// expect: lint/style/noRestrictedImports
import { routes } from '@tingxu/server/http/routes';

export const found = routes;
