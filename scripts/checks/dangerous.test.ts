import { expect, test } from 'vitest';
import { ROOT } from '../tree.ts';
import { checkCiphers, cipherProblems, usesCiphers } from './ciphers.ts';
import { checkDangers, DANGERS, dangersIn, isProduct } from './dangerous.ts';

test('nothing dangerous stands in the sources of the product', () => {
  expect(checkDangers(ROOT)).toEqual([]);
});

test('each danger is found where it is planted', () => {
  // Spelled in parts, so that no other check finds them here.
  const planted: Readonly<Record<string, string>> = {
    'runs a text as a program': ['ev', 'al(text)'].join(''),
    'turns a text into markup': 'node.innerHTML = name;',
    'starts another program': "import { spawn } from 'node:child_process';",
    'makes a pattern of a text': 'const seen = new RegExp(text);',
    'writes a value into the text of a query': [
      'db.prepare(`SELECT 1 WHERE id = $',
      '{id}`);',
    ].join(''),
    'uses a broken hash': "createHash('md5')",
    'encrypts by itself': "createCipheriv('aes-256-ecb', key, null)",
    'takes chance from a source that can be guessed': 'const code = Math.random();',
    'believes any certificate': 'const options = { rejectUnauthorized: false };',
    'calls another server': 'await fetch(address);',
    'talks to other windows': "parent.postMessage(state, '*');",
    'keeps something in the browser': "localStorage.setItem('token', token);",
    'writes beside the log': 'console.log(request);',
  };
  const found = DANGERS.map(({ what }) => dangersIn('server/src/planted.ts', planted[what] ?? ''));
  expect(found).toEqual(DANGERS.map(({ what }) => [`server/src/planted.ts ${what}`]));
});

test('a line without any is not found, and tests are no part of the product', () => {
  expect(dangersIn('server/src/a.ts', "createHash('sha256'); db.prepare('SELECT 1');")).toEqual([]);
  expect(isProduct('server/src/http/app.ts')).toBe(true);
  expect(isProduct('server/src/http/app.test.ts')).toBe(false);
  expect(isProduct('server/src/http/testing/http-rig.ts')).toBe(false);
  expect(isProduct('simulator/src/main.ts')).toBe(false);
});

test('the list of keys and ciphers is whole, and a file that is planted is found', () => {
  expect(checkCiphers(ROOT)).toEqual([]);
  expect(usesCiphers("import { hash } from 'node:crypto';")).toBe(true);
  expect(usesCiphers("import { hash } from './chain.ts';")).toBe(false);
  const page = '| `a/known.ts` | what for | how |\n| `a/gone.ts` | what for | how |';
  expect(cipherProblems(['a/known.ts', 'a/planted.ts'], page)).toEqual([
    'a/planted.ts uses keys or hashes, which docs/SECURITY.md does not list',
    'docs/SECURITY.md lists a/gone.ts, which uses no key or hash',
  ]);
});
