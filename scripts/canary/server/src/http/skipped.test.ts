// expect: lint/suspicious/noSkippedTests
// expect: lint/suspicious/noFocusedTests
import { test } from 'vitest';

test.skip('one', () => undefined);
test.only('two', () => undefined);
