/**
 * A page as a device: from the code on its screen to a session that is renewed for as long as the page lives.
 * It never gives up: whatever the server does, the page gets its right back without a hand, or says what a
 * person must do. Rules: AUTH-12, AUTH-18, AUTH-19.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Me, PairedDeviceId } from '@tingxu/contract/identity';
import type { DeviceRole } from '@tingxu/contract/roles';
import { onSessionRefused, tellRenewed } from '@tingxu/feed-client/session-refused';
import type { DevicePage } from './keep-device.ts';
import {
  canHoldKeys,
  forgetOwn,
  keepOwn,
  newOwn,
  type OwnKey,
  type PairedKey,
  readOwn,
} from './own-key.ts';
import { pairedAddress, wantsPairing } from './paired-address.ts';
import { createPauses } from './pauses.ts';
import { askForCode, askMe, askWhetherPaired, prove, type Said } from './talk.ts';

export type DeviceShown =
  /** The page itself. */
  | { readonly kind: 'nothing' }
  /** The address is no safe one, so that the browser gives no key; or nobody has set the server up. */
  | { readonly kind: 'insecure' | 'not-set-up' | 'confirmed' }
  | {
      readonly kind: 'code';
      readonly code: string;
      /** It was paired, and an admin has ended that. */
      readonly revoked: boolean;
      /** The server does not answer for now. */
      readonly silent: boolean;
    }
  /** Paired, but as something else. */
  | { readonly kind: 'other'; readonly role: DeviceRole };

export type Keeper = {
  readonly shown: ReadonlySignal<DeviceShown>;
  /** The page goes on without being a device: at a counter anybody may sign in. */
  skip(): void;
};

/** Units: ms. */
const ASK_MS = 2_000;
/** The session of a device holds for a day. Units: ms. */
const RENEW_MS = 6 * 3_600_000;
/** How long "confirmed" stands before the page goes on. Units: ms. */
const TOLD_MS = 900;

const after = (ms: number): Promise<void> => new Promise((resume) => setTimeout(resume, ms));

const isPaired = (own: OwnKey | null): own is PairedKey => own !== null && own.device !== null;

/** Until the server has said something. */
const untilSaid = async <T>(
  question: () => Promise<Said<T>>,
  onSilence: () => void = () => undefined,
): Promise<Exclude<Said<T>, { kind: 'silent' }>> => {
  for (;;) {
    const answer = await question();
    if (answer.kind !== 'silent') return answer;
    onSilence();
    await after(ASK_MS);
  }
};

type Show = (shown: DeviceShown) => void;

/** Nobody could confirm anything before. */
const untilSetUp = async (page: DevicePage, show: Show): Promise<void> => {
  for (;;) {
    const me = await untilSaid(() => askMe(page));
    if (me.kind === 'no' || !me.value.needsSetUp) return;
    show({ kind: 'not-set-up' });
    await after(ASK_MS);
  }
};

/** Shows codes, one after another, until somebody has confirmed one. */
const untilPaired = async (page: DevicePage, revoked: boolean, show: Show): Promise<PairedKey> => {
  const own = (await readOwn()) ?? (await keepOwn(await newOwn()));
  for (;;) {
    await untilSetUp(page, show);
    const asked = await untilSaid(() => askForCode(page, own));
    if (asked.kind === 'no') {
      await after(ASK_MS);
      continue;
    }
    const { pairing, code } = asked.value;
    const told = { kind: 'code', code, revoked } as const;
    show({ ...told, silent: false });
    const device = await untilTaken(page, pairing, (silent) => show({ ...told, silent }));
    if (device !== null) return keepOwn({ ...own, device });
  }
};

/** Null when the code is good for nothing any more. */
const untilTaken = async (
  page: DevicePage,
  pairing: string,
  tell: (silent: boolean) => void,
): Promise<PairedDeviceId | null> => {
  for (;;) {
    const answer = await untilSaid(
      () => askWhetherPaired(page, pairing),
      () => tell(true),
    );
    if (answer.kind === 'no' || answer.value.state === 'over') return null;
    if (answer.value.device !== null) return answer.value.device;
    tell(false);
    await after(ASK_MS);
  }
};

const isAt = (place: string): boolean => place === location.href;

/** The page as what it is: at its own address, and followed again. */
const arrive = (page: DevicePage, { device }: Me, isNew: boolean, show: Show): void => {
  if (device === null) return;
  const address = pairedAddress(location.href, device);
  if (device.role !== page.role && !isNew) {
    show({ kind: 'other', role: device.role });
  } else if (device.role === 'gateway') {
    show({ kind: 'other', role: device.role });
  } else if (isAt(address)) {
    show({ kind: 'nothing' });
    tellRenewed();
  } else {
    location.replace(address);
  }
};

/** As the server knows it, by its key; null where it does not. */
const proveAgain = async (page: DevicePage, own: PairedKey): Promise<Me | null> => {
  // A challenge that came too late is asked for once more.
  for (const last of [false, true]) {
    const proof = await untilSaid(() => prove(page, own));
    if (proof.kind === 'yes') return proof.value;
    if (proof.code === 'device-not-paired' || last) break;
  }
  await forgetOwn();
  return null;
};

/** From a code to the page at work. */
const pair = async (page: DevicePage, revoked: boolean, show: Show): Promise<void> => {
  const own = await untilPaired(page, revoked, show);
  show({ kind: 'confirmed' });
  const [me] = await Promise.all([proveAgain(page, own), after(TOLD_MS)]);
  if (me) arrive(page, me, true, show);
};

export const createKeeper = (page: DevicePage): Keeper => {
  const shown = signal<DeviceShown>({ kind: 'nothing' });
  const pauses = createPauses();
  let busy = false;
  let skipped = false;
  const show: Show = (next) => {
    if (!skipped) shown.value = next;
  };
  const settle = async (mustPair: boolean): Promise<void> => {
    if (!canHoldKeys()) {
      if (mustPair) show({ kind: 'insecure' });
      return;
    }
    const own = await readOwn();
    if (isPaired(own)) {
      await after(pauses.next(performance.now()));
      const me = await proveAgain(page, own);
      if (me) return arrive(page, me, false, show);
    }
    if (mustPair || isPaired(own)) await pair(page, isPaired(own), show);
  };
  /** One at a time: what is refused meanwhile is answered by what is under way. */
  const run = async (mustPair: boolean): Promise<void> => {
    if (busy) return;
    busy = true;
    try {
      await settle(mustPair);
    } finally {
      busy = false;
    }
  };
  const isDevice = page.role !== 'counter';
  void begins(page).then((mustPair) => run(mustPair));
  onSessionRefused(() => void run(isDevice));
  setInterval(() => void run(false), RENEW_MS);
  return {
    shown,
    skip: () => {
      skipped = true;
      shown.value = { kind: 'nothing' };
    },
  };
};

/** Whether a page that has just come needs to be paired. Anybody may look at a demo as any device. */
const begins = async (page: DevicePage): Promise<boolean> => {
  if (wantsPairing(location.search)) return true;
  if (page.role === 'counter') return false;
  const me = await untilSaid(() => askMe(page));
  return me.kind === 'yes' && me.value.demo === null && me.value.device === null;
};
