/** Which device a request comes from, for what is counted by device; and what is no new request at all. */
import { CommandId } from '@tingxu/contract/ids';
import { configInForce } from '@tingxu/hall/configuration';
import type { FastifyRequest } from 'fastify';
import type { HostedHall } from './hosting.ts';
import { bearerOfRequest, callerOf, kioskOf } from './identity.ts';

/**
 * A paired device, or a kiosk that the hall names, is a device of its own; all others of a role behind one
 * address are one, since whoever guesses makes up names.
 */
export const deviceOf = (request: FastifyRequest, { runtime, config }: HostedHall): string => {
  const paired = bearerOfRequest(request).device?.paired.device;
  if (paired !== undefined) return paired;
  const kiosk = kioskOf(request);
  const places = configInForce(runtime.state(), config).kiosks?.places ?? [];
  return places.some(({ id }) => id === kiosk)
    ? `${runtime.hall} ${kiosk}`
    : `${request.ip} ${callerOf(request).role}`;
};

/**
 * A command that is sent again: its key gives the answer that it gave, whatever it is. Reading has no key, whatever
 * its headers say. Rules: JRN-4.
 */
export const isAgain = ({ method, headers }: FastifyRequest, { runtime }: HostedHall): boolean => {
  if (method !== 'POST') return false;
  const key = CommandId.safeParse(headers['idempotency-key']);
  return key.success && runtime.knows(key.data);
};
