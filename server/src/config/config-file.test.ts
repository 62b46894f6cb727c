import { readFileSync } from 'node:fs';
import { DEFAULT_LANES, DEFAULT_POLICY } from '@tingxu/contract/defaults';
import { describe, expect, it } from 'vitest';
import { parseConfig } from './config-file.ts';
import { StartRefusal } from './start-refusal.ts';
import { useEnglishMessages } from './zod-messages.ts';

useEnglishMessages();

const EXAMPLE = readFileSync(new URL('../../../docs/tingxu.example.yaml', import.meta.url), 'utf8');

const refusal = (text: string): string => {
  try {
    parseConfig(text, 'tingxu.yaml');
  } catch (error) {
    if (error instanceof StartRefusal) return error.message;
    throw error;
  }
  return 'accepted';
};

/** The example with one line replaced, and the number of that line. */
const changed = (from: string, to: string): { text: string; line: number } => {
  const lines = EXAMPLE.split('\n');
  const index = lines.findIndex((line) => line.includes(from));
  if (index < 0) throw new Error(`the example has no ${from}`);
  lines[index] = (lines[index] ?? '').replace(from, to);
  return { text: lines.join('\n'), line: index + 1 };
};

describe('the config file', () => {
  it('reads the example that is shipped', () => {
    const { server, halls } = parseConfig(EXAMPLE, 'tingxu.yaml');
    expect(server?.port).toBe(8080);
    expect(halls?.map((hall) => hall.hall)).toEqual(['riverside']);
    expect(halls?.[0]?.lanes.map((lane) => lane.missed.minCalls)).toEqual([2, 3, 2]);
  });

  it('may be JSON and is the same', () => {
    const whole = parseConfig(EXAMPLE, 'tingxu.yaml');
    expect(parseConfig(JSON.stringify(whole), 'tingxu.yaml')).toEqual(whole);
    expect(parseConfig(JSON.stringify(whole, null, 2), 'tingxu.yaml')).toEqual(whole);
  });

  it('shows the defaults of the product', () => {
    const [hall] = parseConfig(EXAMPLE, 'tingxu.yaml').halls ?? [];
    expect(hall?.policy).toEqual(DEFAULT_POLICY);
    for (const [id, rules] of Object.entries(DEFAULT_LANES)) {
      expect(hall?.lanes.find((lane) => lane.id === id)).toMatchObject(rules);
    }
  });

  it('may be empty', () => {
    expect(parseConfig('', 'tingxu.yaml')).toEqual({});
    expect(parseConfig('# nothing\n', 'tingxu.yaml')).toEqual({});
  });

  it.each([
    ['  host:', '  hosst:', 'server.hosst: unknown key (did you mean "host"?)'],
    ['port: 8080', 'port: 80800', 'server.port: Too big: expected number to be <=65535'],
    ['logLevel: info', 'logLevel: loud', 'server.logLevel: Invalid option'],
    ['zone: Asia/Shanghai', 'zone: Asia/Shangai', 'halls[0].zone: not an IANA time zone'],
    ['cutOverHour: 4', 'cutOverHour: 24', 'halls[0].cutOverHour: Too big'],
    ['series: E', 'series: O', 'halls[0].lanes[1].series: Invalid string'],
    ['creditMs: 90000', 'creditMs: 1.5', 'halls[0].lanes[1].creditMs: Invalid input: expected int'],
    ['selfSelect: false', 'selfSelekt: false', 'halls[0].lanes[0]'],
    ['skills: [cash] }', 'skills: [] }', 'halls[0].counters[1].skills: Too small'],
  ])('refuses %s → %s with line and reason', (from, to, reason) => {
    const { text, line } = changed(from, to);
    const sentence = refusal(text);
    expect(sentence).toContain(reason);
    expect(sentence).toMatch(/^tingxu\.yaml line \d+: /);
    if (!reason.endsWith(']')) expect(sentence).toContain(` line ${line}: `);
  });

  it('says how many problems there are', () => {
    const text = changed('port: 8080', 'port: no').text.replace(
      'cutOverHour: 4',
      'cutOverHour: -1',
    );
    expect(refusal(text)).toMatch(/line 5: server\.port: .* \(and 1 more problem\)$/);
  });

  it('refuses what contradicts itself', () => {
    expect(refusal(changed('defaultLane: normal', 'defaultLane: gold').text)).toContain(
      'defaultLane is no lane of this hall',
    );
    const twice = `${EXAMPLE}\n${EXAMPLE.slice(EXAMPLE.indexOf('  - hall:'))}`;
    expect(refusal(twice)).toMatch(/halls: two halls share an id|duplicat|anchor/i);
  });

  it.each([
    ['server:\n  port: 1\n  port: 2\n', /^tingxu\.yaml line 3: Map keys must be unique/],
    ['{"server": {"port": 1,\n"port": 2}}', /^tingxu\.yaml line 2: Map keys must be unique/],
    ['{"server": {"host": "a\\"port\\":",\n"prot": 2}}', /^tingxu\.yaml line 2: server\.prot/],
    ['{"server": {"port": 1,}, "server": {}}', /^tingxu\.yaml line 1: Map keys must be unique/],
    ['server:\n\tport: 1\n', /^tingxu\.yaml line 2: /],
    ['server: {port: 1\n', /^tingxu\.yaml line \d: /],
    ['- 1\n- 2\n', /^tingxu\.yaml line 1: the file: Invalid input/],
    ['halls: 7\n', /^tingxu\.yaml line 1: halls: Invalid input/],
    ['__proto__: 1\n', /^tingxu\.yaml line 1: /],
    ['a: 1\nb: *nobody\n', /^tingxu\.yaml line 2: Unresolved alias/],
  ])('refuses %j', (text, sentence) => {
    expect(refusal(text)).toMatch(sentence);
  });
});
