/**
 * Somebody at the terminal, signed in at the running server for one command. The passphrase comes from
 * `TINGXU_PASSPHRASE`, from a file, or from whoever sits there; never from the command line, which others
 * can read. Rules: AUTH-2.
 */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { Me } from '@tingxu/contract/identity';
import { Problem } from '@tingxu/contract/problem';
import type { StaffRole } from '@tingxu/contract/roles';
import { isOpenToOthers } from '../config/own-file.ts';

const ASKED = 'TINGXU_PASSPHRASE';
const COOKIE = /^(?:__Host-)?tingxu-session=([^;]+)/;

/** What is typed is not shown. */
async function askPassphrase(staff: string): Promise<string> {
  process.stderr.write(`Passphrase of ${staff}: `);
  const output = new Writable({ write: (_chunk, _encoding, done) => done() });
  const line = createInterface({ input: process.stdin, output, terminal: true });
  try {
    return await line.question('');
  } finally {
    line.close();
    process.stderr.write('\n');
  }
}

async function passphraseIn(file: string): Promise<string> {
  const text = readFileSync(file, 'utf8').trim();
  if (!isOpenToOthers(file)) return text;
  throw new Error(`The passphrase in ${file} may be read by others; give it mode 0600.`);
}

/** Rejects: with a sentence, where nobody can be asked or others may read the file. */
export function passphraseOf(staff: string, file: string | undefined): Promise<string> {
  if (file !== undefined) return passphraseIn(file);
  const given = process.env[ASKED];
  if (given) return Promise.resolve(given);
  if (process.stdin.isTTY) return askPassphrase(staff);
  const ways = `in ${ASKED} or in a file named by --passphrase-file`;
  return Promise.reject(new Error(`The passphrase of ${staff} is needed, ${ways}.`));
}

export type SignedIn = {
  /** Of every request of this person. */
  readonly headers: Readonly<Record<string, string>>;
  readonly end: () => Promise<void>;
};

export type SignInAt = {
  /** Origin of the server. */
  readonly url: string;
  readonly staff: string;
  readonly passphrase: string;
  /** Any of these will do, the first that they hold. */
  readonly as: readonly StaffRole[];
};

const post = (url: string, headers: Readonly<Record<string, string>>, body: object) =>
  fetch(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** Rejects: with what the server says, or a sentence. */
export async function signInAt({ url, staff, passphrase, as }: SignInAt): Promise<SignedIn> {
  const answer = await post(`${url}/api/v1/sign-in`, {}, { staff, passphrase });
  const said: unknown = await answer.json();
  if (!answer.ok) throw new Error(`Refused: ${Problem.parse(said).title}`);
  const token = answer.headers.getSetCookie().flatMap((one) => COOKIE.exec(one)?.[1] ?? [])[0];
  const session = { authorization: `Bearer ${token}` };
  const end = async (): Promise<void> => {
    await post(`${url}/api/v1/sign-out`, session, {});
  };
  const me = Me.parse(said).staff;
  const role = as.find((wanted) => me?.roles.includes(wanted));
  if (role && !me?.mustChange) return { headers: { ...session, 'tingxu-role': role }, end };
  await end();
  const why = role
    ? 'choose a passphrase of your own at one of the pages first'
    : `this needs the role ${as.join(' or ')}`;
  throw new Error(`Refused: ${why}.`);
}
