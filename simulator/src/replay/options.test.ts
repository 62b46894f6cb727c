import { expect, test } from 'vitest';
import { readOptions, UsageError } from './options.ts';

const line = (text: string) => readOptions(text.split(' '));

test('reads the command line; everything but file and date has a default', () => {
  expect(line('calls.csv.gz --date 1999-01-05')).toEqual({
    file: 'calls.csv.gz',
    date: '1999-01-05',
    policy: 'weighted-delay',
    seed: 1,
    noShow: 0,
    boards: 4,
    counts: false,
  });
  expect(
    line('c.csv --date 1999-01-05 --policy all --seed 7 --no-show 0.1 --boards 9 --json out.json'),
  ).toMatchObject({ policy: 'all', seed: 7, noShow: 0.1, boards: 9, json: 'out.json' });
});

test('help asks for nothing else', () => {
  expect(line('--help')).toBeNull();
});

test.each([
  ['--date 1999-01-05', /file: name a file/],
  ['a.csv b.csv --date 1999-01-05', /name one file/],
  ['a.csv', /date/],
  ['a.csv --date 5.1.1999', /date/],
  ['a.csv --date 1999-01-05 --policy best', /policy/],
  ['a.csv --date 1999-01-05 --seed x', /seed/],
  ['a.csv --date 1999-01-05 --no-show 2', /noShow/],
  ['a.csv --date 1999-01-05 --bords 2', /bords/],
])('refuses "%s" and says why', (text, message) => {
  expect(() => line(text)).toThrow(UsageError);
  expect(() => line(text)).toThrow(message);
});
