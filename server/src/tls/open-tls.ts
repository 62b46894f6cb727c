/** TLS of one server process, from its settings: the certificate, its renewal, the hint on the plain port. */
import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '@tingxu/contract/ids';
import type { HealthCheck, Log } from '../http/hosting.ts';
import type { CertificateFiles } from './certificate.ts';
import { hintServer } from './hint-server.ts';
import { ensureOwnCertificate, ownFiles } from './own-authority.ts';
import { type SecureServer, secureServer } from './secure-server.ts';

/** Paths absolute. Source: SEC-15. */
export type TlsSetting = {
  /** The bank's own certificate, or a small authority of the branch for those who have none. */
  readonly from:
    | ({ readonly kind: 'files' } & CertificateFiles)
    | { readonly kind: 'own'; readonly names: readonly string[] };
  /** Where plain HTTP is answered, with a hint; null: nowhere. */
  readonly plainPort: number | null;
};

export type OpenTls = {
  readonly scheme: 'http' | 'https';
  /** Undefined: plain HTTP. */
  readonly secure: Pick<SecureServer, 'create'> | undefined;
  readonly checks: () => readonly HealthCheck[];
  /** Answers plain HTTP, once the address of the server is known. */
  readonly hint: (host: string, url: string) => void;
};

const PLAIN: OpenTls = {
  scheme: 'http',
  secure: undefined,
  checks: () => [],
  hint: () => undefined,
};

/** As browsers of the branch may call this machine. */
const ownNames = (): string[] => [
  'localhost',
  hostname().toLowerCase(),
  ...Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family }) => family === 'IPv4')
    .map(({ address }) => address),
];

/** Rejects: with StartRefusal, when the certificate cannot be used. */
export async function openTls(
  setting: TlsSetting | null,
  { dataFolder, now, log }: { dataFolder: string; now: () => Instant; log: Log },
): Promise<OpenTls> {
  if (setting === null) return PLAIN;
  const { from, plainPort } = setting;
  const folder = join(dataFolder, 'tls');
  const own = from.kind === 'own' ? from : null;
  const renew = (): Promise<CertificateFiles> =>
    ensureOwnCertificate(folder, [...new Set([...(own?.names ?? []), ...ownNames()])], now());
  const files = from.kind === 'own' ? await renew() : from;
  const secure = await secureServer({ files, now, log, ...(own && { renew }) });
  const authority = own ? ownFiles(folder).authority : null;
  return {
    ...{ scheme: 'https', secure, checks: () => [secure.check()] },
    hint: (host, url) => {
      if (plainPort === null) return;
      const hints = hintServer({ url, authority });
      hints.on('error', (err) => log.warn({ err }, 'the plain port cannot be answered'));
      hints.listen(plainPort, host).unref();
    },
  };
}
