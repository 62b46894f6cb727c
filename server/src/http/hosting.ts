/** What the HTTP shell is given: the halls, the clock, the log. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HallConfig } from '@tingxu/contract/config';
import type { Me } from '@tingxu/contract/identity';
import type { HallId, Text } from '@tingxu/contract/ids';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { References } from '../appointments/reference.ts';
import type { Gateway } from '../devices/gateway.ts';
import type { Slips } from '../devices/slips.ts';
import type { Directory } from '../directory/directory.ts';
import type { KnownCustomers } from '../directory/known-customers.ts';
import type { Identity } from '../identity/identity.ts';
import type { ReadJournal } from '../journal/read-journal.ts';
import type { TicketLinks } from '../links/ticket-links.ts';
import type { Presence } from '../presence/presence-codes.ts';
import type { Clock } from '../runtime/clock.ts';
import type { HallRuntime } from '../runtime/hall-runtime.ts';
import type { Voices } from '../voice/voices.ts';
import { RequestProblem } from './problem.ts';

export type Log = Pick<FastifyBaseLogger, 'info' | 'warn' | 'error' | 'fatal'>;

export type HealthCheck = { readonly name: string; readonly ok: boolean; readonly detail?: string };

export type HostedHall = {
  /** The hall's entry in the config file: in force until the first day opens. Rules: CONF-1. */
  readonly config: HallConfig;
  readonly runtime: HallRuntime;
  readonly journal: ReadJournal;
  readonly directory: Directory;
  readonly customers: KnownCustomers;
  /** What readiness asks of this hall. */
  readonly checks: () => readonly HealthCheck[];
};

export type Hosting = {
  readonly halls: ReadonlyMap<HallId, HostedHall>;
  readonly clock: Clock;
  /** Who may ask. */
  readonly identity: Identity;
  /** The server is reached over TLS, its own or a proxy's. */
  readonly secureCookies: boolean;
  /** Those of a demo, told to everybody; null on a real server. */
  readonly demoSignIns: NonNullable<Me['demo']>['signIns'] | null;
  /** Staff may sign in at the bank's own provider; what its button says. */
  readonly signOn?: { readonly label: Text | null } | null;
  readonly links: TicketLinks;
  readonly references: References;
  /** How phones show that they are in the hall. */
  readonly presence: Presence;
  /** Printers and the like; absent where the machine has none. */
  readonly devices?: { readonly gateway: Gateway; readonly slips: Slips };
  /** Who speaks in which hall. */
  readonly voices?: Voices;
  readonly log: Log;
  /** True once the server drains: new requests are refused. */
  readonly stopping: () => boolean;
};

/** Fastify with the contract's schemas as its types. */
export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** Rejects: hall-unknown. */
export function hallOf(hosting: Pick<Hosting, 'halls'>, id: HallId): HostedHall {
  const hall = hosting.halls.get(id);
  if (!hall) throw new RequestProblem('hall-unknown');
  return hall;
}
