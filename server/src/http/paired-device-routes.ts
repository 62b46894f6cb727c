/**
 * `/api/v1/pairing`, `/api/v1/device-session` for devices, `/api/v1/devices` for those who look after them.
 * Rules: AUTH-12, AUTH-18, AUTH-19. Source: SEC-17.
 */
import {
  ChallengeBody,
  ChallengeReply,
  ChangeDeviceBody,
  ConfirmPairingBody,
  type DevicePlace,
  DeviceSessionBody,
  Me,
  PairedDeviceId,
  PairedDeviceList,
  PairedDeviceRow,
  PairingBody,
  PairingCode,
  PairingReply,
  PairingState,
  type WaitingDevice,
  WaitingDeviceList,
} from '@tingxu/contract/identity';
import type { DeviceRole } from '@tingxu/contract/roles';
import type { FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { isKey } from '../identity/challenges.ts';
import { challengeFor, openDeviceSession } from '../identity/device-session.ts';
import {
  askForPairing,
  changeDevice,
  confirmPairing,
  devicesOf,
  revokeDevice,
  waitingFor,
} from '../identity/look-after-devices.ts';
import type { PairedDevice } from '../identity/paired-devices.ts';
import type { Pairing } from '../identity/pairings.ts';
import { personOf } from './account-routes.ts';
import { agentOf } from './agent.ts';
import type { Api, Hosting } from './hosting.ts';
import { bearerOfRequest } from './identity.ts';
import { PROBLEM_RESPONSES } from './openapi.ts';
import { RequestProblem } from './problem.ts';
import { setCookie, tokensIn } from './session-cookie.ts';
import { refused } from './session-routes.ts';
import { meOf, utc } from './tell-me.ts';

const tags = ['identity'];
const Nothing = z.strictObject({});
const PairingParams = z.strictObject({ pairing: z.string().check(z.maxLength(100)) });
const DeviceParams = z.strictObject({ device: PairedDeviceId });

/** Without it nobody could tell which one it is. */
const NEEDED: Readonly<Record<DeviceRole, keyof DevicePlace | null>> = {
  ...({ kiosk: 'kiosk', board: null, pad: 'counter', counter: 'counter', gateway: null } as const),
};

/** Rejects: validation-failed. */
function requirePlace(role: DeviceRole, place: DevicePlace): void {
  const needed = NEEDED[role];
  if (needed === null || place[needed] !== undefined) return;
  const errors = [{ path: `body/place/${needed}`, message: `a ${role} has one` }];
  throw new RequestProblem('validation-failed', { errors });
}

const rowOf = ({ presence }: Hosting['identity'], paired: PairedDevice): PairedDeviceRow => {
  const { device, role, hall, place, name, pairedBy, version } = paired;
  const seenAt = presence.lastSeenAt(device);
  return {
    ...{ device, role, hall, place, name, pairedBy, version },
    pairedAt: utc(paired.pairedAt),
    lastSeenAt: seenAt === null ? null : utc(seenAt),
    connected: presence.isConnected(device),
    contested: paired.contestedAt !== null,
    revokedAt: paired.revokedAt === null ? null : utc(paired.revokedAt),
  };
};

const waitingRow = (asking: Pairing): WaitingDevice => {
  const { role, hall, place, version, from } = asking;
  return {
    ...{ role, hall, place, version, ...from },
    ...{ askedAt: utc(asking.askedAt), endsAt: utc(asking.endsAt) },
  };
};

function addPairing(api: Api, { identity }: Hosting): void {
  const ask = {
    schema: {
      ...{ operationId: 'askForPairing', summary: 'A device asks to be taken in', tags },
      ...{ body: PairingBody, response: { 200: PairingReply, ...PROBLEM_RESPONSES } },
    },
  };
  api.post('/api/v1/pairing', ask, ({ body, ip, headers }) => {
    const { key, hall = null, role, place, version } = body;
    // Who confirms says where it stands; a demo has nobody but the device itself.
    if (identity.kind === 'demo') requirePlace(role, place);
    if (!isKey(key)) {
      const errors = [{ path: 'body/key', message: 'no point of P-256' }];
      throw new RequestProblem('validation-failed', { errors });
    }
    const from = { address: ip, agent: agentOf(headers['user-agent']) };
    const answer = askForPairing(identity, { key, hall, role, place, version }, from);
    if (!answer.ok) throw refused(answer);
    const { pairing, code, endsAt } = answer.pairing;
    return { pairing, code: PairingCode.parse(code), endsAt: utc(endsAt) };
  });
  const read = {
    schema: {
      ...{ operationId: 'readPairing', summary: 'Whether the device was taken in', tags },
      ...{ params: PairingParams, response: { 200: PairingState, ...PROBLEM_RESPONSES } },
    },
  };
  api.get('/api/v1/pairing/:pairing', read, ({ params }) =>
    identity.pairings.standing(params.pairing),
  );
}

function addDeviceSession(api: Api, hosting: Hosting): void {
  const { identity, secureCookies, log } = hosting;
  const challenge = {
    schema: {
      ...{ operationId: 'challengeDevice', summary: 'What a device is to sign', tags },
      ...{ body: ChallengeBody, response: { 200: ChallengeReply, ...PROBLEM_RESPONSES } },
    },
  };
  api.post('/api/v1/device-session/challenge', challenge, ({ body }) => {
    const answer = challengeFor(identity, body.device);
    if (!answer.ok) throw refused(answer);
    return { challenge: answer.challenge };
  });
  const open = {
    schema: {
      operationId: 'openDeviceSession',
      summary: 'A device proves itself; another session of it ends',
      ...{ tags, body: DeviceSessionBody, response: { 200: Me, ...PROBLEM_RESPONSES } },
    },
  };
  api.post('/api/v1/device-session', open, (request, reply) => {
    const shown = tokensIn(request.headers, secureCookies);
    const answer = openDeviceSession(identity, request.body, shown);
    if (!answer.ok) throw refused(answer);
    const { paired, session, token, becameContested } = answer;
    if (becameContested) {
      const { device, name } = paired;
      log.warn({ device, name, address: request.ip }, 'two machines hold the key of a device');
    }
    if (token !== null) void reply.header('set-cookie', setCookie('device', token, secureCookies));
    return meOf(hosting, { ...bearerOfRequest(request), device: { paired, session } });
  });
}

function addLookingAfter(api: Api, { identity }: Hosting): void {
  const path = '/api/v1/devices';
  const told = (done: ReturnType<typeof confirmPairing>): PairedDeviceRow => {
    if (!done.ok) throw refused(done);
    return rowOf(identity, done.paired);
  };
  const by = (request: FastifyRequest) => personOf(request);
  const list = {
    schema: {
      ...{ operationId: 'listPairedDevices', summary: 'Devices that the caller looks after', tags },
      response: { 200: PairedDeviceList, ...PROBLEM_RESPONSES },
    },
  };
  api.get(path, list, (request) => ({
    devices: devicesOf(identity, by(request)).map((paired) => rowOf(identity, paired)),
  }));
  const waiting = {
    schema: {
      ...{ operationId: 'listPairings', summary: 'Devices that ask to be taken in', tags },
      response: { 200: WaitingDeviceList, ...PROBLEM_RESPONSES },
    },
  };
  api.get(`${path}/waiting`, waiting, (request) => ({
    waiting: waitingFor(identity, by(request)).map(waitingRow),
  }));
  const confirm = {
    schema: {
      operationId: 'confirmPairing',
      summary: 'Take in the device that shows this code',
      ...{ tags, body: ConfirmPairingBody },
      response: { 201: PairedDeviceRow, ...PROBLEM_RESPONSES },
    },
  };
  api.post(`${path}/confirm`, confirm, async (request, reply) => {
    requirePlace(request.body.role, request.body.place);
    return reply.code(201).send(told(confirmPairing(identity, by(request), request.body)));
  });
  const change = {
    schema: {
      operationId: 'changeDevice',
      summary: 'Another name, or another place: there it begins anew',
      ...{ tags, params: DeviceParams, body: ChangeDeviceBody },
      response: { 200: PairedDeviceRow, ...PROBLEM_RESPONSES },
    },
  };
  api.post(`${path}/:device`, change, (request) => {
    const { body, params } = request;
    const paired = identity.devices.get(params.device);
    if (paired && body.place) requirePlace(paired.role, body.place);
    return told(changeDevice(identity, by(request), params.device, body));
  });
  const revoke = {
    schema: {
      operationId: 'revokeDevice',
      summary: 'Take back what a device may; it and whoever is signed in at it are out at once',
      ...{ tags, params: DeviceParams, body: Nothing },
      response: { 200: PairedDeviceRow, ...PROBLEM_RESPONSES },
    },
  };
  api.post(`${path}/:device/revoke`, revoke, (request) =>
    told(revokeDevice(identity, by(request), request.params.device)),
  );
}

export function addPairedDevices(api: Api, hosting: Hosting): void {
  addPairing(api, hosting);
  addDeviceSession(api, hosting);
  addLookingAfter(api, hosting);
}
