/**
 * The bank's own provider of identities, spoken to in OpenID Connect: authorization code with PKCE, state,
 * nonce; the answer's issuer, audience, signature and time are checked by the library. Rules: AUTH-20.
 * Source: SEC-02, ASVS 10.5.
 */
import * as oidc from 'openid-client';

export type SignOnSetting = {
  /** Of the provider, as it names itself. */
  readonly issuer: string;
  readonly clientId: string;
  /** Null: a client that PKCE alone protects. */
  readonly clientSecret: string | null;
  /** The claim that holds the personnel number. */
  readonly staffClaim: string;
  /** Where browsers reach this server. */
  readonly origin: string;
};

/** What only this server and the browser's way back know of one question. */
export type Asked = { readonly state: string; readonly nonce: string; readonly verifier: string };

export type Provider = {
  /** Where the browser asks the provider. Throws where the provider does not answer. */
  ask(): Promise<{ readonly url: URL; readonly asked: Asked }>;
  /** What the provider says of whoever came back with `query`. Throws whatever is wrong with it. */
  read(query: string, asked: Asked): Promise<string | null>;
};

export const CALLBACK_PATH = '/api/v1/sign-on/back';
/** Whoever is believed has just proved themselves, not some time this morning. Units: seconds. */
const AUTHENTICATED_WITHIN = 120;
/** Units: seconds. */
const TIMEOUT = 5;

/** Plain HTTP for a provider on this very machine only: a test's. */
const isLoopback = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' && (hostname === '127.0.0.1' || hostname === 'localhost');

async function discover(setting: SignOnSetting): Promise<oidc.Configuration> {
  const issuer = new URL(setting.issuer);
  const { clientId, clientSecret } = setting;
  const authentication = clientSecret === null ? oidc.None() : oidc.ClientSecretPost(clientSecret);
  const execute = [
    // A signature is checked although the answer came over a connection to the provider itself.
    oidc.enableNonRepudiationChecks,
    ...(isLoopback(issuer) ? [oidc.allowInsecureRequests] : []),
  ];
  return oidc.discovery(issuer, clientId, undefined, authentication, { execute, timeout: TIMEOUT });
}

export const openProvider = (setting: SignOnSetting): Provider => {
  const redirect = new URL(CALLBACK_PATH, setting.origin);
  let latest: oidc.Configuration | null = null;
  let asking: Promise<oidc.Configuration> | null = null;
  /** Asked anew before each way there, so that no browser is sent to a provider that is away. */
  const configuration = (): Promise<oidc.Configuration> => {
    asking ??= discover(setting)
      .then((found) => {
        latest = found;
        return found;
      })
      .finally(() => {
        asking = null;
      });
    return asking;
  };
  return {
    async ask() {
      const config = await configuration();
      const verifier = oidc.randomPKCECodeVerifier();
      const asked = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier };
      const url = oidc.buildAuthorizationUrl(config, {
        ...{ redirect_uri: redirect.href, scope: 'openid profile' },
        ...{ state: asked.state, nonce: asked.nonce, code_challenge_method: 'S256' },
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        // A shared counter: who was here before is still signed in at the provider.
        ...{ prompt: 'login', max_age: String(AUTHENTICATED_WITHIN) },
      });
      return { url, asked };
    },
    async read(query, { state, nonce, verifier }) {
      const back = new URL(redirect);
      back.search = query;
      const tokens = await oidc.authorizationCodeGrant(latest ?? (await configuration()), back, {
        ...{ pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce },
        ...{ maxAge: AUTHENTICATED_WITHIN, idTokenExpected: true },
      });
      const value = tokens.claims()?.[setting.staffClaim];
      return typeof value === 'string' ? value : null;
    },
  };
};
