import { describe, expect, it } from 'vitest';
import { parseAnswer } from './line.ts';

const HEAD = 'HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 7\r\n\r\n';

describe('an answer on the line', () => {
  it('is taken when head and body are whole', () => {
    expect(parseAnswer(`${HEAD}{"a":1}`)).toEqual({
      status: 201,
      body: '{"a":1}',
      bytes: HEAD.length + 7,
    });
  });

  it('is waited for while a byte is missing', () => {
    const whole = `${HEAD}{"a":1}`;
    for (let length = 0; length < whole.length; length += 1) {
      expect(parseAnswer(whole.slice(0, length))).toBeNull();
    }
  });

  it('is refused without a length: the generator would wait for ever', () => {
    expect(() => parseAnswer('HTTP/1.1 200 OK\r\n\r\n')).toThrow(/without a length/);
  });
});
