// expect: lint/style/noRestrictedImports
import { decide } from '@tingxu/hall/decide';

export const decided = decide;
