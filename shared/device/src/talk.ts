/** What a device asks the server, and what it makes of the answers. Rules: AUTH-12, AUTH-18. */
import { ChallengeReply, Me, PairingReply, PairingState } from '@tingxu/contract/identity';
import type { ProblemCode } from '@tingxu/contract/problems';
import { PROTOCOL_VERSION } from '@tingxu/contract/protocol';
import { type Answer, ask } from '@tingxu/session/ask';
import type { DevicePage } from './keep-device.ts';
import { type OwnKey, type PairedKey, publicKeyOf, signatureOf } from './own-key.ts';

/** The protocol, and the script that the page began with, which its content names. */
const version = (): string => {
  const script = document.querySelector('script[type="module"]')?.getAttribute('src') ?? '';
  const build = /-([\w-]{8})\.js$/.exec(script)?.[1];
  return [String(PROTOCOL_VERSION), build].filter(Boolean).join(' · ');
};

/** `no`: the server says so, and the same again will not help. */
export type Said<T> =
  | { readonly kind: 'yes'; readonly value: T }
  | { readonly kind: 'no'; readonly code: ProblemCode }
  | { readonly kind: 'silent' };

/** What a server says that cannot now, or not yet. */
const LATER: readonly ProblemCode[] = ['too-many-requests', 'server-stopping', 'internal-error'];

const said = <T>(answer: Answer<T>): Said<T> => {
  if (answer.ok) return { kind: 'yes', value: answer.value };
  const code = answer.problem?.code;
  return code === undefined || LATER.includes(code) ? { kind: 'silent' } : { kind: 'no', code };
};

export const askMe = async ({ url }: DevicePage): Promise<Said<Me>> =>
  said(await ask({ url, path: '/me', schema: Me }));

export const askForCode = async (page: DevicePage, own: OwnKey): Promise<Said<PairingReply>> => {
  const { url, role, place, hall } = page;
  const named = new URLSearchParams(location.search).has('hall') ? { hall } : {};
  const body = { key: await publicKeyOf(own), role, ...named, place, version: version() };
  return said(await ask({ url, path: '/pairing', schema: PairingReply, body }));
};

export const askWhetherPaired = async (
  { url }: DevicePage,
  pairing: string,
): Promise<Said<PairingState>> =>
  said(await ask({ url, path: `/pairing/${pairing}`, schema: PairingState }));

/** The key signs what the server has just made up; whoever shows a live session keeps it. */
export const prove = async ({ url }: DevicePage, own: PairedKey): Promise<Said<Me>> => {
  const { device } = own;
  const path = '/device-session';
  const asked = said(
    await ask({ url, path: `${path}/challenge`, schema: ChallengeReply, body: { device } }),
  );
  if (asked.kind !== 'yes') return asked;
  const { challenge } = asked.value;
  const signature = await signatureOf(own, challenge);
  const body = { device, challenge, signature, version: version() };
  return said(await ask({ url, path, schema: Me, body }));
};
