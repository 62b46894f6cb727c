/**
 * The server over TLS: 1.2 and 1.3 only. A certificate that was changed on disk is taken into use while
 * connections go on; a pair that does not fit is not. Rules: WEB-3, WEB-4. Source: SEC-15.
 */
import { statSync } from 'node:fs';
import type { RequestListener, ServerOptions } from 'node:http';
import type { Server } from 'node:https';
import type { Instant } from '@tingxu/contract/ids';
import type { HealthCheck, Log } from '../http/hosting.ts';
import { type Certificate, type CertificateFiles, readCertificate } from './certificate.ts';

const DAY_MS = 86_400_000;
/** Staff are told from then on. Units: days. Source: SEC-15. */
const WARN_DAYS = 30;
/** Time between two looks at the files. Units: ms. */
const LOOK_EVERY_MS = 60_000;

/** With forward secrecy and authenticated, the strongest first; none of before. Source: SEC-15. */
const CIPHERS = [
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'TLS_AES_128_GCM_SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
].join(':');

/** Whoever opens a connection and says nothing holds it no longer. Units: ms. Rules: WEB-6. */
const HANDSHAKE_TIMEOUT = 5_000;

const OPTIONS = {
  ...({ minVersion: 'TLSv1.2', ciphers: CIPHERS, honorCipherOrder: true } as const),
  handshakeTimeout: HANDSHAKE_TIMEOUT,
};

export type SecureServer = {
  /** Makes the one server of it. */
  readonly create: (handler: RequestListener, options: ServerOptions) => Server;
  /** What readiness tells of the certificate; no check fails before it has ended. */
  readonly check: () => HealthCheck;
  /** Looks now whether the files have changed, and takes them. */
  readonly look: () => void;
  readonly stop: () => void;
};

export type SecureOptions = {
  readonly files: CertificateFiles;
  readonly now: () => Instant;
  readonly log: Log;
  /** Done before each look: an own certificate is made anew in time. */
  readonly renew?: () => Promise<unknown>;
  readonly lookEveryMs?: number;
};

const stampOf = ({ cert, key }: CertificateFiles): string =>
  [cert, key].map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0).join(' ');

const checkOf = ({ endsAt }: Certificate, now: Instant): HealthCheck => {
  const days = Math.floor((endsAt - now) / DAY_MS);
  const soon = days < WARN_DAYS ? ', renew it' : '';
  const detail = endsAt <= now ? 'has ended' : `ends in ${days} days${soon}`;
  return { name: 'certificate', ok: endsAt > now, detail };
};

/** Rejects: as readCertificate. */
export async function secureServer(options: SecureOptions): Promise<SecureServer> {
  const { files, now, log } = options;
  const { createServer } = await import('node:https');
  let stamp = stampOf(files);
  let certificate = readCertificate(files);
  let server: Server | null = null;
  let warnedAt = Number.NEGATIVE_INFINITY;

  const take = (): void => {
    const seen = stampOf(files);
    if (seen === stamp) return;
    stamp = seen;
    try {
      certificate = readCertificate(files);
      server?.setSecureContext({ ...OPTIONS, cert: certificate.cert, key: certificate.key });
      log.info({ endsAt: certificate.endsAt }, 'a new certificate is in use');
    } catch (err) {
      log.warn({ err }, 'the certificate was changed and cannot be used; the one before stays');
    }
  };
  const warn = (): void => {
    if (certificate.endsAt - now() > WARN_DAYS * DAY_MS || now() - warnedAt < DAY_MS) return;
    warnedAt = now();
    log.warn({ endsAt: certificate.endsAt }, 'the certificate ends soon');
  };
  const look = (): void => {
    take();
    warn();
  };
  warn();
  const looking = setInterval(() => {
    if (!options.renew) return look();
    options
      .renew()
      .then(look)
      .catch((err: unknown) => log.warn({ err }, 'the own certificate cannot be renewed'));
  }, options.lookEveryMs ?? LOOK_EVERY_MS);
  looking.unref();
  return {
    create: (handler, given) => {
      const { cert, key } = certificate;
      server = createServer({ ...given, ...OPTIONS, cert, key }, handler);
      return server;
    },
    check: () => checkOf(certificate, now()),
    look,
    stop: () => clearInterval(looking),
  };
}
