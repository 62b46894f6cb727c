// expect: lint/style/noRestrictedImports
import { follow } from '@tingxu/feed-client/follow';

export const followed = follow;
