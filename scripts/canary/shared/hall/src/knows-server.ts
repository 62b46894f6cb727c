// expect: lint/style/noRestrictedImports
// expect: lint/correctness/noUndeclaredDependencies
import { hall } from '@tingxu/server/runtime/hall';

export const found = hall;
