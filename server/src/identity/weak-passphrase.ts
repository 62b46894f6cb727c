/**
 * What everybody tries first. A passphrase is weak when, without its digits and signs, it is one of these
 * words or some of them in a row, or one sign or a row of the keyboard again and again, or the personnel
 * number. Rules: AUTH-8. Source: SEC-02; the words that lead every published list, and those of a bank hall.
 */
import type { StaffId } from '@tingxu/contract/ids';

const WORDS = [
  ...['password', 'passphrase', 'passwort', 'passwd', 'pass', 'word', 'secret', 'letmein', 'let'],
  ...['welcome', 'admin', 'administrator', 'root', 'user', 'guest', 'login', 'signin', 'master'],
  ...['hello', 'monkey', 'dragon', 'football', 'baseball', 'basketball', 'superman', 'batman'],
  ...['princess', 'sunshine', 'shadow', 'flower', 'starwars', 'pokemon', 'michael', 'jordan'],
  ...['iloveyou', 'love', 'you', 'me', 'in', 'my', 'the', 'is', 'trustno', 'whatever', 'freedom'],
  ...['qwerty', 'qwertz', 'azerty', 'qazwsx', 'qaz', 'wsx', 'edc', 'asdf', 'asdfgh', 'asdfghjkl'],
  ...[
    'zxcv',
    'zxcvbn',
    'zxcvbnm',
    'qwer',
    'qwertyuiop',
    'abc',
    'abcd',
    'abcdef',
    'abcdefgh',
    'xyz',
  ],
  ...['test', 'testing', 'demo', 'default', 'changeme', 'change', 'computer', 'internet', 'server'],
  ...['bank', 'bankhall', 'hall', 'teller', 'counter', 'lobby', 'manager', 'supervisor', 'branch'],
  ...['queue', 'ticket', 'number', 'tingxu', 'money', 'vip', 'kiosk', 'board', 'service', 'staff'],
  ...['icbc', 'ccb', 'abc', 'boc', 'cmb', 'psbc', 'bocom', 'hsbc', 'china', 'beijing', 'shanghai'],
  ...['woaini', 'aini', 'wo', 'ni', 'mima', 'yinhang', 'guiyuan', 'dating', 'jingli', 'jiaohao'],
  ...[
    'zhongguo',
    'nihao',
    'woshi',
    'yonghu',
    'guanliyuan',
    'kouling',
    'denglu',
    'tianya',
    'ting',
    'xu',
  ],
  ...['口令', '密码', '银行', '柜员', '大堂', '经理', '管理员', '叫号', '厅序', '我爱你', '中国'],
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september'],
  ...[
    'october',
    'november',
    'december',
    'spring',
    'summer',
    'autumn',
    'winter',
    'monday',
    'friday',
  ],
] as const;

const RUNS = ['01234567890123456789', '09876543210987654321', 'abcdefghijklmnopqrstuvwxyz'];

/** One sign, or a piece of up to six, over and over. */
const REPEATED = /^(.{1,6})\1+.{0,5}$/u;

/** What letters become when somebody thinks that a machine will not see it. */
const PLAIN: Readonly<Record<string, string>> = {
  ...{ '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' },
};

/** Whether words of the list, one after another, are all of it. */
function isMadeOfWords(text: string): boolean {
  const reached = new Set([0]);
  for (let at = 0; at < text.length; at += 1) {
    if (!reached.has(at)) continue;
    for (const word of WORDS) if (text.startsWith(word, at)) reached.add(at + word.length);
  }
  return text.length > 0 && reached.has(text.length);
}

const letters = (text: string): string => text.replaceAll(/[^\p{L}]/gu, '');
const plain = (text: string): string => [...text].map((sign) => PLAIN[sign] ?? sign).join('');

/** Whether somebody who knows the staff list and the lists of passphrases has it among the first tries. */
export function isWeak(passphrase: string, staff: StaffId): boolean {
  const given = passphrase.normalize('NFKC').toLowerCase();
  const rest = given.replaceAll(staff, '');
  if (REPEATED.test(given) || REPEATED.test(rest)) return true;
  const digits = given.replaceAll(/\D/g, '');
  const run = RUNS.some((signs) => signs.includes(given) || signs.includes(digits));
  if (digits.length >= 6 && run && letters(given).length < 6) return true;
  if (letters(rest).length + (rest.length - letters(rest).length) / 2 < 6) return true;
  const stem = rest.replace(/[^\p{L}]+$/u, '');
  return isMadeOfWords(letters(rest)) || isMadeOfWords(letters(plain(stem)));
}
