/**
 * The key of this browser as a device: made here, kept by the browser, never given away, not even to this page.
 * With it stands what the server calls the device that it was paired as. Rules: AUTH-18. Source: SEC-17.
 */
import { DeviceKey, PairedDeviceId } from '@tingxu/contract/identity';

export type OwnKey = {
  readonly keys: CryptoKeyPair;
  /** Null until it was paired. */
  readonly device: PairedDeviceId | null;
};

/** The server knows it. */
export type PairedKey = OwnKey & { readonly device: PairedDeviceId };

const DATABASE = 'tingxu-device';
const STORE = 'own';
const KEY = 'key';
const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** Browsers give keys to pages of `https:` and of this machine only. */
export const canHoldKeys = (): boolean =>
  globalThis.isSecureContext && 'subtle' in crypto && 'indexedDB' in globalThis;

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no answer of the browser’s store'));
  });

const open = (): Promise<IDBDatabase> => {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  return done(opening);
};

/** One connection each, so that nobody holds up another tab. */
const within = async <T>(
  mode: IDBTransactionMode,
  run: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> => {
  const database = await open();
  try {
    return await done(run(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
};

const isPair = (keys: unknown): keys is CryptoKeyPair =>
  typeof keys === 'object' && keys !== null && 'privateKey' in keys && 'publicKey' in keys;

/** To look must leave nothing behind: a browser that was never a device keeps nothing. */
const isThere = async (): Promise<boolean> => {
  if (!('databases' in indexedDB)) return true;
  return (await indexedDB.databases()).some(({ name }) => name === DATABASE);
};

/** Null where there is none, or none that this page can read. */
export const readOwn = async (): Promise<OwnKey | null> => {
  if (!(await isThere())) return null;
  const kept: unknown = await within('readonly', (store) => store.get(KEY));
  if (typeof kept !== 'object' || kept === null || !('keys' in kept)) return null;
  const device = PairedDeviceId.safeParse('device' in kept ? kept.device : null).data ?? null;
  return isPair(kept.keys) ? { keys: kept.keys, device } : null;
};

export const keepOwn = async <T extends OwnKey>(own: T): Promise<T> => {
  await within('readwrite', (store) => store.put(own, KEY));
  // Browsers clear what a page keeps when they run short of room, unless they are asked not to.
  await navigator.storage?.persist?.().catch(() => false);
  return own;
};

export const forgetOwn = async (): Promise<void> => {
  await within('readwrite', (store) => store.delete(KEY));
};

export const newOwn = async (): Promise<OwnKey> => {
  const keys = await crypto.subtle.generateKey(CURVE, false, ['sign', 'verify']);
  return { keys, device: null };
};

export const publicKeyOf = async ({ keys }: OwnKey): Promise<DeviceKey> => {
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', keys.publicKey);
  return DeviceKey.parse({ kty, crv, x, y });
};

const base64url = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** ECDSA with SHA-256, the raw form. */
export const signatureOf = async ({ keys }: OwnKey, challenge: string): Promise<string> =>
  base64url(
    await crypto.subtle.sign(SIGNATURE, keys.privateKey, new TextEncoder().encode(challenge)),
  );
