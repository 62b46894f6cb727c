/**
 * The twin of a card reader's own program, which an agent runs: for each word on its input it behaves once, and writes what
 * such programs write. `node card-reader.ts`. Words: `card NUMBER [NAME [BIRTHDATE]]`, `half NUMBER`, `noise`, `chatter
 * NUMBER` (tells it on the error output, too), `die`. With `--words FILE` the words are those that are added to a file;
 * with `--cards MS` there is one made-up card after another.
 */
import { readFileSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { cards: { type: 'string' }, words: { type: 'string' } } });

const tell = (number: string, name?: string, birthDate?: string): void =>
  void process.stdout.write(`${JSON.stringify({ number, name, birthDate })}\n`);

/** Numbers that no bank gives: they begin with zeros. */
const MADE_UP = [
  ['0000 0000 0000 1001', '张三', '1950-03-01'],
  ['0000 0000 0000 1002', '欧阳小明', '1988-11-20'],
  ['0000 0000 0000 1003', 'Wang Xiaohong', '1990-05-05'],
] as const;

const behave = (line: string): void => {
  const [word, number = '', name, birthDate] = line.trim().split(/\s+/);
  if (word === 'card') tell(number, name, birthDate);
  if (word === 'half') process.stdout.write(`{"number":"${number}\n`);
  if (word === 'noise') process.stdout.write('\u0000\ufffd{"a":1}\n[]\n"text"\n');
  if (word === 'chatter') {
    process.stderr.write(`read ${number}\n`);
    process.stdout.write(`DEBUG card=${number}\n`);
    tell(number, name, birthDate);
  }
  if (word === 'die') process.exit(1);
};

/** Between two looks at the file of words. Units: ms. */
const LOOK_MS = 50;

/** Whole lines that come to the file from now on. */
const follow = (file: string): void => {
  let seen = statSync(file).size;
  // Whoever has started it is gone.
  process.stdin.resume().on('end', () => process.exit(0));
  setInterval(() => {
    const text = readFileSync(file).subarray(seen).toString();
    const lines = text.slice(0, text.lastIndexOf('\n') + 1);
    seen += Buffer.byteLength(lines);
    for (const line of lines.split('\n')) behave(line);
  }, LOOK_MS);
};

if (values.words !== undefined) {
  follow(values.words);
} else if (values.cards === undefined) {
  createInterface({ input: process.stdin })
    .on('line', behave)
    .on('close', () => process.exit(0));
} else {
  let nth = 0;
  setInterval(() => {
    const card = MADE_UP[nth % MADE_UP.length];
    nth += 1;
    if (card) tell(card[0], card[1], card[2]);
  }, Number(values.cards));
}
