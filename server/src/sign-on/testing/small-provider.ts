/**
 * A provider of identities that really speaks OpenID Connect over loopback: discovery, keys, the code flow
 * with PKCE, signed ID tokens. What is wrong with an answer can be chosen, one thing at a time.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';

/** What is wrong with the ID token, or with the way back; `null`: nothing. */
export type Wrong =
  | 'nonce'
  | 'issuer'
  | 'audience'
  | 'expired'
  | 'unsigned'
  | 'other-key'
  | 'signed-by-secret'
  | 'long-ago'
  | 'no-id-token'
  | null;

export type SmallProvider = {
  readonly issuer: string;
  /** Whoever types a passphrase there. */
  claims: JWTPayload;
  wrong: Wrong;
  /** As a browser does it: asked at `url`, sent back to the answer. */
  signIn(url: string): Promise<URL>;
  readonly exchanged: () => number;
  close(): Promise<void>;
};

type Code = { readonly challenge: string; readonly nonce: string; readonly redirect: string };

const bodyOf = async (request: IncomingMessage): Promise<URLSearchParams> => {
  let text = '';
  for await (const part of request) text += String(part);
  return new URLSearchParams(text);
};

const send = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

const now = (): number => Math.floor(Date.now() / 1_000);

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;
type Signing = {
  readonly clientId: string;
  readonly secret: string;
  readonly keys: Keys;
  readonly others: Keys;
};

/** The ID token, with what is wrong with it. */
const idToken = (
  { wrong, claims, issuer }: SmallProvider,
  { clientId, secret, keys, others }: Signing,
  nonce: string,
): Promise<string> | string => {
  const payload = {
    ...{ sub: 'somebody', ...claims, nonce: wrong === 'nonce' ? 'another' : nonce },
    iss: wrong === 'issuer' ? 'https://other.example' : issuer,
    aud: wrong === 'audience' ? 'another-client' : clientId,
    iat: wrong === 'expired' ? now() - 7_200 : now(),
    exp: wrong === 'expired' ? now() - 3_600 : now() + 300,
    auth_time: wrong === 'long-ago' ? now() - 3_600 : now(),
  };
  if (wrong === 'unsigned') return new UnsecuredJWT(payload).encode();
  if (wrong === 'signed-by-secret') {
    const key = new TextEncoder().encode(secret.padEnd(32, '-'));
    return new SignJWT(payload).setProtectedHeader({ alg: 'HS256', kid: 'k1' }).sign(key);
  }
  const { privateKey } = wrong === 'other-key' ? others : keys;
  return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign(privateKey);
};

const discovery = (issuer: string) => ({
  ...{ issuer, authorization_endpoint: `${issuer}/authorize` },
  ...{ token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/keys` },
  ...{ response_types_supported: ['code'], subject_types_supported: ['public'] },
  id_token_signing_alg_values_supported: ['RS256'],
  code_challenge_methods_supported: ['S256'],
});

export async function openSmallProvider(clientId: string, secret: string): Promise<SmallProvider> {
  const keys = await generateKeyPair('RS256', { extractable: true });
  const others = await generateKeyPair('RS256', { extractable: true });
  const signing = { clientId, secret, keys, others };
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  const codes = new Map<string, Code>();
  let exchanged = 0;

  const authorize = (query: URLSearchParams, response: ServerResponse): void => {
    const of = (name: string): string => query.get(name) ?? '';
    if (of('client_id') !== clientId || of('prompt') !== 'login' || of('code_challenge') === '') {
      send(response, 400, { error: 'invalid_request' });
      return;
    }
    const code = randomBytes(16).toString('hex');
    const [challenge, nonce] = [of('code_challenge'), of('nonce')];
    codes.set(code, { challenge, nonce, redirect: of('redirect_uri') });
    const back = new URL(of('redirect_uri'));
    back.search = new URLSearchParams({ code, state: of('state') }).toString();
    response.writeHead(302, { location: back.href }).end();
  };

  const token = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    const code = codes.get(body.get('code') ?? '');
    codes.delete(body.get('code') ?? '');
    const verifier = body.get('code_verifier') ?? '';
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const isOurs = body.get('client_id') === clientId && body.get('client_secret') === secret;
    if (!isOurs) return send(response, 401, { error: 'invalid_client' });
    if (code?.challenge !== challenge || code.redirect !== body.get('redirect_uri')) {
      return send(response, 400, { error: 'invalid_grant' });
    }
    exchanged += 1;
    send(response, 200, {
      ...{ access_token: 'unused', token_type: 'Bearer', expires_in: 60 },
      ...(provider.wrong !== 'no-id-token' && {
        id_token: await idToken(provider, signing, code.nonce),
      }),
    });
  };

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', provider.issuer);
    if (pathname === '/.well-known/openid-configuration')
      send(response, 200, discovery(provider.issuer));
    else if (pathname === '/keys') send(response, 200, { keys: [jwk] });
    else if (pathname === '/authorize') authorize(searchParams, response);
    else if (pathname === '/token') void token(request, response);
    else send(response, 404, {});
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const provider: SmallProvider = {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    claims: {},
    wrong: null,
    signIn: async (url) => {
      const answer = await fetch(url, { redirect: 'manual' });
      return new URL(answer.headers.get('location') ?? 'http://nowhere.invalid/');
    },
    exchanged: () => exchanged,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
  return provider;
}
