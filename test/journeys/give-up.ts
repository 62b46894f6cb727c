/**
 * The first of two tries ends with its first failure: whatever came after it in the same hall would
 * wait in vain, and the whole file is tried again (scripts/second-try.ts).
 */
import { afterEach, beforeEach } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    notTried?: boolean;
  }
}

let failed = false;

if (process.env['TEST_TRY'] === 'first') {
  beforeEach(({ task }) => {
    if (!failed) return;
    task.meta.notTried = true;
    throw new Error('not tried: a journey before it in this file has failed');
  });
  afterEach(({ task }) => {
    failed ||= task.result?.state === 'fail';
  });
}
