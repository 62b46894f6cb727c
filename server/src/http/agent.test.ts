import { describe, expect, it } from 'vitest';
import { agentOf } from './agent.ts';

describe('what a browser says of itself', () => {
  it.each([
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36',
      'Chrome 130 · Linux',
    ],
    [
      'Mozilla/5.0 (Linux; Android 13; Pad) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/121.0.0.0 Safari/537.36',
      'Chrome 121 · Android',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/129.0.0.0 Safari/537.36 Edg/129.0.0.0',
      'Edge 129 · Windows',
    ],
    [
      'Mozilla/5.0 (iPad; CPU OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Mobile/15E148 Safari/604.1',
      'Safari 17 · iPad',
    ],
    [
      'Mozilla/5.0 (X11; Linux armv7l; rv:128.0) Gecko/20100101 Firefox/128.0',
      'Firefox 128 · Linux',
    ],
  ])('is told in two words: %s', (header, told) => {
    expect(agentOf(header)).toBe(told);
  });

  it('is nothing where it is no browser’s', () => {
    expect(agentOf(undefined)).toBeNull();
    expect(agentOf('<script>alert(1)</script>')).toBeNull();
    expect(agentOf('x'.repeat(100_000))).toBeNull();
  });
});
