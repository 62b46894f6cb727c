/**
 * A small authority of the branch, for those who have no certificate: made at the first start, it signs
 * the certificate of this server and nothing else. Screens trust its `ca.crt` once; the server's own
 * certificate is made anew before it ends, or when the server has another name. Rules: WEB-3, WEB-4.
 */
import { createHash, randomBytes, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import type { X509Certificate as MadeCertificate } from '@peculiar/x509';
import type { Instant } from '@tingxu/contract/ids';
import { makeFolder } from '../process/make-folder.ts';
import type { CertificateFiles } from './certificate.ts';

const DAY_MS = 86_400_000;
/** Browsers refuse certificates of servers that are valid for longer than 398 days. Units: days. */
const SERVER_DAYS = 397;
const AUTHORITY_DAYS = 3_650;
/** A certificate with less left is made anew. Units: days. */
export const RENEW_DAYS = 30;
/** A clock that was a little wrong shall not make it invalid. Units: ms. */
const BEFORE_MS = DAY_MS;

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** As the global of the machine types it, with and without a browser's typings. */
type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;
type KeyPair = { readonly publicKey: Key; readonly privateKey: Key };

export type OwnFiles = CertificateFiles & { readonly authority: string };

export const ownFiles = (folder: string): OwnFiles => ({
  authority: join(folder, 'ca.crt'),
  cert: join(folder, 'server.crt'),
  key: join(folder, 'server.key'),
});
const authorityKey = (folder: string): string => join(folder, 'ca.key');

/** Loaded when a certificate is made, which is rare: it is larger than the rest of the start. */
const x509 = async () => {
  // A part of the library asks for it and does not bring it.
  await import('reflect-metadata');
  const library = await import('@peculiar/x509');
  library.cryptoProvider.set(globalThis.crypto);
  return library;
};

const write = (file: string, text: string, mode: number): void => {
  // Whole or not at all, for whoever reads it now.
  const draft = `${file}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, text, { mode });
  renameSync(draft, file);
};

const pemOf = async (key: Key): Promise<string> => {
  const { PemConverter } = await x509();
  return `${PemConverter.encode(await crypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY')}\n`;
};

const keyFrom = async (file: string): Promise<Key> => {
  const { PemConverter } = await x509();
  const bytes = PemConverter.decodeFirst(readFileSync(file, 'utf8'));
  return crypto.subtle.importKey('pkcs8', bytes, ALGORITHM, false, ['sign']);
};

const newKeys = (): Promise<KeyPair> =>
  crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);

/** Positive, and never the same twice. */
const serial = (): string => `01${randomBytes(15).toString('hex')}`;

async function makeAuthority(folder: string, now: Instant): Promise<void> {
  const { BasicConstraintsExtension, KeyUsageFlags, KeyUsagesExtension, ...made } = await x509();
  const keys = await newKeys();
  const name = `CN=Tingxu branch ${createHash('sha256').update(randomBytes(16)).digest('hex').slice(0, 8)}`;
  const authority = await made.X509CertificateGenerator.createSelfSigned({
    ...{ serialNumber: serial(), name, keys, signingAlgorithm: ALGORITHM },
    notBefore: new Date(now - BEFORE_MS),
    notAfter: new Date(now + AUTHORITY_DAYS * DAY_MS),
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    ],
  });
  write(authorityKey(folder), await pemOf(keys.privateKey), 0o600);
  write(ownFiles(folder).authority, `${authority.toString('pem')}\n`, 0o644);
}

const alternative = (name: string) =>
  ({ type: isIP(name) === 0 ? 'dns' : 'ip', value: name }) as const;

async function makeServer(folder: string, names: readonly string[], now: Instant): Promise<void> {
  const made = await x509();
  const files = ownFiles(folder);
  const authority: MadeCertificate = new made.X509Certificate(
    readFileSync(files.authority, 'utf8'),
  );
  const keys = await newKeys();
  const certificate = await made.X509CertificateGenerator.create({
    ...{ serialNumber: serial(), subject: `CN=${names[0]}`, issuer: authority.subject },
    notBefore: new Date(now - BEFORE_MS),
    notAfter: new Date(now + SERVER_DAYS * DAY_MS),
    ...{ publicKey: keys.publicKey, signingAlgorithm: ALGORITHM },
    signingKey: await keyFrom(authorityKey(folder)),
    extensions: [
      new made.BasicConstraintsExtension(false, undefined, true),
      new made.KeyUsagesExtension(made.KeyUsageFlags.digitalSignature, true),
      new made.ExtendedKeyUsageExtension([made.ExtendedKeyUsage.serverAuth]),
      new made.SubjectAlternativeNameExtension(names.map(alternative)),
    ],
  });
  // The key first: whoever looks in between sees a pair that does not fit, and looks again.
  write(files.key, await pemOf(keys.privateKey), 0o600);
  write(files.cert, `${certificate.toString('pem')}\n`, 0o644);
}

const fits = (file: string, names: readonly string[], now: Instant): boolean => {
  if (!existsSync(file)) return false;
  const certificate = new X509Certificate(readFileSync(file));
  const knows = (name: string): boolean =>
    (isIP(name) === 0 ? certificate.checkHost(name) : certificate.checkIP(name)) !== undefined;
  return Date.parse(certificate.validTo) - now > RENEW_DAYS * DAY_MS && names.every(knows);
};

/** Makes what is missing or about to end. `names`: hosts and addresses that browsers use, one at least. */
export async function ensureOwnCertificate(
  folder: string,
  names: readonly string[],
  now: Instant,
): Promise<OwnFiles> {
  makeFolder(folder);
  const files = ownFiles(folder);
  const isThere = statSync(authorityKey(folder), { throwIfNoEntry: false })?.isFile() === true;
  if (!isThere || !existsSync(files.authority)) {
    await makeAuthority(folder, now);
    await makeServer(folder, names, now);
  } else if (!existsSync(files.key) || !fits(files.cert, names, now)) {
    await makeServer(folder, names, now);
  }
  return files;
}
