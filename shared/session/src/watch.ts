/** Locks a page that nobody has touched for as long as the server allows, and tells it of those who do. */
import { computed, effect } from '@preact/signals';
import { createIdle } from './idle.ts';
import type { Session } from './session.ts';

const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
/** A machine that wakes up is looked at before anybody sees the page. */
const WAKES = ['focus', 'pageshow'] as const;
/** Units: ms. */
const LOOK_MS = 1_000;

/** `unattended`: a monitor on a wall, which nobody touches. Returns the end of it. */
export const watchSession = (session: Session, unattended: boolean): (() => void) => {
  // A number of its own: what else is learnt of the session must not count as a touch.
  const lockAfterMs = computed(() => {
    const standing = session.standing.value;
    return standing.kind === 'in' ? standing.who.lockAfterSeconds * 1_000 : 0;
  });
  return effect(() => {
    const ms = lockAfterMs.value;
    if (ms === 0) return undefined;
    return unattended ? stayActive(session, ms) : lockWhenIdle(session, ms);
  });
};

const stayActive = (session: Session, lockAfterMs: number): (() => void) => {
  const staying = setInterval(() => session.active(), lockAfterMs / 3);
  return () => clearInterval(staying);
};

const lockWhenIdle = (session: Session, lockAfterMs: number): (() => void) => {
  const idle = createIdle({ lockAfterMs, now: Date.now, shared: localStorage });
  const look = (): void => {
    if (idle.isOver()) session.lock();
    // The last touches before a pause are told as well, a little later.
    else if (idle.toTell()) session.active();
  };
  const touch = (): void => {
    // The first touch after a long sleep finds the lock, not the page.
    if (!idle.isOver()) idle.touched();
    look();
  };
  const listen = { capture: true, passive: true } as const;
  const looking = setInterval(look, LOOK_MS);
  for (const name of TOUCHES) addEventListener(name, touch, listen);
  for (const name of WAKES) addEventListener(name, look);
  document.addEventListener('visibilitychange', look);
  return () => {
    clearInterval(looking);
    for (const name of TOUCHES) removeEventListener(name, touch, listen);
    for (const name of WAKES) removeEventListener(name, look);
    document.removeEventListener('visibilitychange', look);
  };
};
