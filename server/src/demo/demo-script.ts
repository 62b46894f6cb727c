/**
 * What has happened at the demo hall when somebody opens it for the first time: 25 minutes of an
 * ordinary morning. Units: minutes from the start of the script.
 */

export const SCRIPT_MINUTES = 25;

type CounterAct = 'call' | 'recall' | 'start' | 'finish' | 'miss';

export type Act =
  | { readonly act: 'open'; readonly counter: string; readonly staff: string }
  | { readonly act: 'issue'; readonly service: string; readonly lane: string }
  | { readonly act: CounterAct; readonly counter: string };
export type Step = { readonly minute: number } & Act;

const OPENINGS: readonly Step[] = ['1', '2', '3', '5'].map((counter) => ({
  minute: 0,
  act: 'open',
  counter,
  staff: `t0${counter}`,
}));

/** Who comes, and for what; the pulse of the hall begins anew at its end. */
export const ARRIVALS: readonly (readonly [minute: number, service: string, lane: string])[] = [
  [0.3, 'cash', 'normal'],
  [0.9, 'accounts', 'normal'],
  [1.4, 'cash', 'elderly'],
  [2.1, 'wealth', 'vip'],
  [3.2, 'cash', 'normal'],
  [3.9, 'corporate', 'normal'],
  [5.3, 'cash', 'normal'],
  [6.4, 'accounts', 'normal'],
  [7.6, 'loans', 'normal'],
  [9.3, 'cash', 'elderly'],
  [11.2, 'cash', 'normal'],
  [12.7, 'accounts', 'normal'],
  [14.1, 'wealth', 'normal'],
  [15.2, 'cash', 'normal'],
  [16.8, 'corporate', 'normal'],
  [18.3, 'cash', 'normal'],
  [19.4, 'accounts', 'normal'],
  [20.6, 'loans', 'normal'],
  [21.8, 'cash', 'normal'],
  [22.9, 'cash', 'elderly'],
  [23.8, 'accounts', 'normal'],
  [24.4, 'wealth', 'vip'],
];

const calling = (counter: string, minute: number): Step[] => [{ minute, act: 'call', counter }];

/** Called, and at the counter a quarter of a minute later. */
const serving = (counter: string, minute: number): Step[] => [
  ...calling(counter, minute),
  { minute: minute + 0.25, act: 'start', counter },
];

const served = (counter: string, from: number, to: number): Step[] => [
  ...serving(counter, from),
  { minute: to, act: 'finish', counter },
];

/** Called three times, long enough for the rule of any lane. */
const missed = (counter: string, minute: number): Step[] => [
  ...calling(counter, minute),
  { minute: minute + 0.5, act: 'recall', counter },
  { minute: minute + 1, act: 'recall', counter },
  { minute: minute + 1.6, act: 'miss', counter },
];

const COUNTER_WORK: readonly Step[] = [
  ...served('1', 0.8, 4.6),
  ...served('1', 5.0, 11.9),
  ...served('1', 12.9, 18.8),
  ...serving('1', 19.6),
  ...served('2', 1.6, 5.1),
  ...missed('2', 5.6),
  ...served('2', 9.6, 13.8),
  ...served('2', 15.4, 20.2),
  ...serving('2', 20.7),
  ...served('3', 4.1, 9.4),
  ...served('3', 11.4, 16.5),
  ...served('3', 17.0, 24.2),
  ...calling('3', 24.7),
  ...served('5', 2.4, 8.1),
  ...served('5', 8.5, 16.0),
  ...serving('5', 17.3),
];

/** All steps in order of time; steps of one instant keep the order openings, arrivals, counters. */
export const demoScript = (): readonly Step[] =>
  [
    ...OPENINGS,
    ...ARRIVALS.map(([minute, service, lane]): Step => ({ minute, act: 'issue', service, lane })),
    ...COUNTER_WORK,
  ].sort((left, right) => left.minute - right.minute);
