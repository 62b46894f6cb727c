/** The figures for a reader: one line each, as they come. Pure. */
import type { Commits, FanOutFigures, LoadFigures, Slice, StartFigures } from './figures.ts';
import type { Machine } from './machine.ts';

const right = (value: string | number, width: number): string => String(value).padStart(width);
const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 1);
const percent = (value: number): string => `${Math.round(value * 100)} %`;
const us = (value: number | null): string => (value === null ? '–' : value.toFixed(0));

export const machineLines = (machine: Machine, seed: number): string =>
  [
    `${machine.processors} × ${machine.processor}, ${machine.memoryMiB} MiB, ${machine.platform}`,
    `node ${machine.node}, ${Object.entries(machine.versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}`,
    `commit ${machine.commit ?? 'unknown'}${machine.changed ? ' with changes' : ''}, seed ${seed}`,
    `load before the run ${machine.loadBefore}: above 0.5 the absolute figures say little`,
    'The generator is one process of its own; with two processors it takes one, the server the other.',
  ].join('\n');

const LOAD_HEAD = `${right('connections', 11)}  ${'what'.padEnd(8)}${right('per second', 11)}${right('p50 ms', 9)}${right('p99 ms', 9)}${right('max ms', 9)}${right('server µs', 11)}${right('gener. µs', 11)}${right('bytes', 7)}`;

export const loadHead = (): string =>
  [
    '',
    'Commands through REST, FULL durability: issue → call-next → start → finish, each connection its own',
    'counter. Slices in the order of their running: echo, commits, hall, echo, commits, hall, …',
    LOAD_HEAD,
  ].join('\n');

const sliceLine = (connections: number, what: string, slice: Slice): string => {
  const { perSecond, latency, processorUs, answerBytes } = slice;
  const times = [latency.p50, latency.p99, latency.max].map((value) => right(ms(value), 9));
  const cost = `${right(us(processorUs.server), 11)}${right(us(processorUs.generator), 11)}`;
  const head = `${right(connections, 11)}  ${what.padEnd(8)}${right(perSecond, 11)}`;
  return `${head}${times.join('')}${cost}${right(answerBytes, 7)}`;
};

const commitLine = ({ perSecond, latency }: Commits): string => {
  const times = [latency.p50, latency.p99, latency.max].map((value) => right(ms(value), 9));
  return `${right('', 11)}  ${'commits'.padEnd(8)}${right(perSecond, 11)}${times.join('')}`;
};

export const loadLines = ({ connections, hall, echo, commits, ratios }: LoadFigures): string => {
  const lines: string[] = [];
  for (const [index, slice] of echo.entries()) {
    lines.push(sliceLine(connections, 'echo', slice));
    const commit = commits[index];
    if (commit) lines.push(commitLine(commit));
    const own = hall[index];
    if (own) lines.push(sliceLine(connections, 'hall', own));
  }
  const { toEcho, toEchoSlices, toEchoByProcessor, toCommits, noise } = ratios;
  const slices = toEchoSlices.map(percent).join(', ');
  const byProcessor = toEchoByProcessor === null ? 'unknown' : percent(toEchoByProcessor);
  lines.push(
    `${right('', 11)}  hall ÷ echo ${percent(toEcho)} (slices ${slices}; by processor time ${byProcessor}), hall ÷ commits ${toCommits.toFixed(2)}, echo varied by ${percent(noise)}`,
  );
  return lines.join('\n');
};

export const boardsHead = (): string =>
  [
    '',
    'Call → shown: from the POST of call-next to a board that has received and folded it (real followers',
    'with schemas), beside a bare Socket.IO server that sends the same payload per POST. All boards of a',
    'line live in one process, so the last one waits for the work of all others.',
    `${right('boards', 11)}  ${'what'.padEnd(8)}${right('p50 ms', 9)}${right('p99 ms', 9)}${right('max ms', 9)}${right('last p50', 10)}${right('last p99', 10)}${right('samples', 9)}`,
  ].join('\n');

export const boardLines = (figures: FanOutFigures): string => {
  const { boards, hall, bare, ratioP50, ratioP99, payloadBytes } = figures;
  const line = (what: string, { shown, last, samples }: FanOutFigures['hall']): string => {
    const times = [shown.p50, shown.p99, shown.max].map((value) => right(ms(value), 9));
    const lasts = [last.p50, last.p99].map((value) => right(ms(value), 10));
    const head = `${right(boards, 11)}  ${what.padEnd(8)}`;
    return `${head}${times.join('')}${lasts.join('')}${right(samples, 9)}`;
  };
  return [
    line('hall', hall),
    line('bare', bare),
    `${right('', 11)}  hall ÷ bare p50 ${ratioP50.toFixed(2)}, p99 ${ratioP99.toFixed(2)}; payload ${payloadBytes} bytes`,
  ].join('\n');
};

export const startLines = ({ ready, processor, starts, events }: StartFigures): string => {
  const time = `p50 ${ready.p50.toFixed(0)} ms, max ${ready.max.toFixed(0)} ms`;
  const cost = processor === null ? 'unknown' : `p50 ${processor.p50.toFixed(0)} ms`;
  return [
    '',
    `Ready again after kill -9, ${events} events in the day's journal, ${starts} starts: ${time}; processor time ${cost}`,
  ].join('\n');
};
