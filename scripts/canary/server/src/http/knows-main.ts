// expect: lint/style/noRestrictedImports
import { main } from '../main.ts';

export const found = main;
