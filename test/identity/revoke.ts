/**
 * How soon somebody whose rights are taken away is out, over HTTP and on the feed. Source: SEC-03, AUTH-6,
 * AUTH-19.
 */
import { rigHeaders, rigToken } from '@tingxu/server/identity/testing/rig-people';
import { io, type Socket } from 'socket.io-client';

/** A role, and the number of whoever has it; a device has none. */
export type Identified = { readonly role: string; readonly staff?: string };
export type Revoked = { readonly name: string; readonly httpMs: number; readonly socketMs: number };

/** Nobody is believed for so long. Units: ms. */
const PATIENCE_MS = 10_000;

const nameOf = ({ role, staff }: Identified): string => (staff ? `${role} ${staff}` : role);

/** Whether the session still proves anything. */
const isIn = async (url: string, who: Identified): Promise<boolean> => {
  const answer = await fetch(`${url}/api/v1/me`, {
    headers: rigHeaders(who.role, who.staff),
  });
  const { staff, device } = (await answer.json()) as { staff: unknown; device: unknown };
  return staff !== null || device !== null;
};

const connected = (url: string, who: Identified): Promise<Socket> => {
  const socket = io(url, {
    ...{ transports: ['websocket'], reconnection: false, forceNew: true },
    auth: { role: who.role, token: rigToken(who.role, who.staff) },
  });
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', reject);
  });
};

/**
 * Both transports are watched from before `revoke`; without it they must still be there after the time in
 * which everybody else was out. Rejects: whoever was never in, or never out.
 */
export const measureRevoke = async (
  url: string,
  who: Identified,
  revoke: () => Promise<void>,
): Promise<Revoked> => {
  if (!(await isIn(url, who))) throw new Error(`${nameOf(who)} was never in`);
  const socket = await connected(url, who);
  const gone = new Promise<number>((resolve) =>
    socket.once('disconnect', () => resolve(performance.now())),
  );
  const fromMs = performance.now();
  await revoke();
  while (await isIn(url, who)) {
    if (performance.now() - fromMs > PATIENCE_MS) throw new Error(`${nameOf(who)} is still in`);
  }
  const httpMs = performance.now() - fromMs;
  const timeout = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error(`the socket of ${nameOf(who)} is still there`)), PATIENCE_MS),
  );
  const socketMs = (await Promise.race([gone, timeout])) - fromMs;
  socket.close();
  return { name: nameOf(who), httpMs, socketMs };
};

/** Somebody from whom nothing is taken stays: what the measure would miss if it saw ends everywhere. */
export const staysIn = async (url: string, who: Identified, forMs: number): Promise<boolean> => {
  const socket = await connected(url, who);
  await new Promise((resolve) => setTimeout(resolve, forMs));
  const stays = socket.connected && (await isIn(url, who));
  socket.close();
  return stays;
};
