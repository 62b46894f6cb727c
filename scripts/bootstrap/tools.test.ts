import { expect, test } from 'vitest';
import { exitCodeOf, withoutNpmTraces } from './child.mjs';
import { isNewEnough } from './tools.mjs';

test.each([
  ['20.20.2', false],
  ['22.17.1', false],
  ['22.18.0', true],
  ['23.11.0', false],
  ['24.0.0', true],
  ['26.8.0', true],
])('Node %s is new enough: %s', (version, expected) => {
  expect(isNewEnough(version)).toBe(expected);
});

test('a nested npm does not see the prefix and the package of the outer one', () => {
  const env = {
    PATH: '/bin',
    npm_config_prefix: '/outer',
    npm_config_local_prefix: '/outer',
    npm_package_json: '/outer/package.json',
    npm_lifecycle_event: 'start',
    npm_config_cache: '/cache',
  };
  expect(withoutNpmTraces(env)).toEqual({ PATH: '/bin', npm_config_cache: '/cache' });
});

test('a child that a signal ended has no success', () => {
  expect(exitCodeOf(0, null)).toBe(0);
  expect(exitCodeOf(3, null)).toBe(3);
  expect(exitCodeOf(null, 'SIGKILL')).toBe(137);
  expect(exitCodeOf(null, 'SIGTERM')).toBe(143);
});
