import { describe, expect, it } from 'vitest';
import { makeLog } from './log.ts';

const linesOf = (write: (log: ReturnType<typeof makeLog>) => void): string[] => {
  const written: string[] = [];
  write(makeLog('info', { write: (text: string) => void written.push(text) }));
  return written;
};

const HOSTILE = [
  'two\nlines',
  'back\rover',
  '\u001b[2Jcleared',
  '"},{"level":60',
  '\u2028\u2029',
  '\u202eright to left',
  '\ud800 half a sign',
  '%s %o %j',
  'long'.repeat(50_000),
];

describe('the log', () => {
  it('is one JSON object per line, whatever it is told', () => {
    for (const text of HOSTILE) {
      const lines = linesOf((log) => log.warn({ said: text, err: new Error(text) }, text));
      expect(lines).toHaveLength(1);
      const [line = ''] = lines;
      expect(line.indexOf('\n')).toBe(line.length - 1);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no line may hold.
      expect(line.slice(0, -1)).not.toMatch(/[\u0000-\u001f]/);
      const { said, msg, level } = JSON.parse(line);
      expect([said.slice(0, 3), msg.slice(0, 3), level]).toEqual([
        text.slice(0, 3),
        text.slice(0, 3),
        40,
      ]);
    }
  });

  it('says when in UTC and how grave, and leaves out what is below its level', () => {
    const lines = linesOf((log) => {
      log.info('one');
      log.error({ requestId: 'a-1' }, 'two');
    });
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { level: 30, time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/), msg: 'one' },
      { level: 50, time: expect.stringMatching(/Z$/), requestId: 'a-1', msg: 'two' },
    ]);
    const quiet: string[] = [];
    makeLog('error', { write: (text: string) => void quiet.push(text) }).warn('unheard');
    expect(quiet).toEqual([]);
  });
});
