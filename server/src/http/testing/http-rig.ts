/** The whole HTTP shell on a real journal and a clock that the test moves. */
import type { HallConfig } from '@tingxu/contract/config';
import { configInForce } from '@tingxu/hall/configuration';
import { references } from '../../appointments/reference.ts';
import type { Brand } from '../../brand/read-brand.ts';
import { secretKey } from '../../config/secret-key.ts';
import { demoHall } from '../../demo/demo-hall.ts';
import type { DeviceSetting } from '../../devices/device-settings.ts';
import { type Gateway, openGateway } from '../../devices/gateway.ts';
import { openSlips } from '../../devices/slips.ts';
import type { DirectorySettings } from '../../directory/directory.ts';
import { isAtWork } from '../../identity/at-counter.ts';
import { type Identity, openIdentity } from '../../identity/identity.ts';
import type { FolderKind } from '../../identity/identity-file.ts';
import { type TicketLinks, ticketLinks } from '../../links/ticket-links.ts';
import { presenceOf } from '../../presence/presence-codes.ts';
import { hostHall, type RunningHall } from '../../process/host-hall.ts';
import { type ControlledClock, controlledClock } from '../../runtime/clock.ts';
import type { Defect } from '../../runtime/running-hall.ts';
import { temporaryFolder } from '../../runtime/testing/hall-fixture.ts';
import type { SignOnSetting } from '../../sign-on/provider.ts';
import { clipsOf } from '../../voice/clips.ts';
import { openVoices, type Voices } from '../../voice/voices.ts';
import { type BuiltApp, buildApp } from '../app.ts';
import type { ConnectionLimits } from '../connection-limits.ts';
import type { HealthCheck } from '../hosting.ts';
import { type RigSessions, rigSessions } from './rig-sessions.ts';

export const MORNING = Date.parse('2026-11-23T09:00:00+08:00');

type Method = 'GET' | 'POST' | 'HEAD' | 'PUT' | 'DELETE' | 'PATCH' | 'OPTIONS';

export type Send = {
  /** Whoever takes one is signed in, or a paired device. */
  readonly role?: string;
  /** The number follows the role unless given; with an empty one nobody is signed in. */
  readonly staff?: string;
  readonly key?: string | null;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** The body as JSON; tests check what they take from it. */
  readonly json: Record<string, unknown>;
};

export type Logged = { readonly level: string; readonly about: unknown; readonly text: unknown };

export type HttpRig = {
  readonly app: BuiltApp['app'];
  readonly routes: BuiltApp['routes'];
  readonly hall: RunningHall;
  /** The other hall of the server, where a test has one. */
  readonly neighbour: RunningHall | null;
  readonly dataFolder: string;
  readonly clock: ControlledClock;
  readonly identity: Identity;
  readonly signedIn: RigSessions;
  readonly links: TicketLinks;
  readonly voices: Voices;
  readonly logged: Logged[];
  readonly defects: Defect[];
  stopping: boolean;
  send(method: Method, url: string, send?: Send): Promise<Reply>;
  /** A POST below the hall, with a fresh key. */
  command(path: string, send?: Send): Promise<Reply>;
  close(): Promise<void>;
};

let keys = 0;
export const freshKey = (): string => {
  keys += 1;
  return `rig-key-${keys}`;
};

const parsed = (text: string): Record<string, unknown> => {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
};

export type RigOptions = {
  /** No account: the server is not set up. */
  readonly nobody?: boolean;
  /** Of the data folder; real unless given. */
  readonly kind?: FolderKind;
  readonly config?: HallConfig;
  /** Another hall of the same server. */
  readonly neighbour?: HallConfig;
  readonly rateLimitPerMinute?: number;
  readonly ticketsPerMinute?: number;
  readonly serverChecks?: () => readonly HealthCheck[];
  readonly appsFolder?: string;
  readonly brand?: Brand;
  readonly directory?: DirectorySettings;
  readonly devices?: readonly DeviceSetting[];
  readonly signOn?: SignOnSetting;
  readonly connections?: ConnectionLimits;
};

/** A test that brings a token or none of its own says itself who asks. */
const introduced = ({ headers = {} }: Send): boolean =>
  Object.hasOwn(headers, 'cookie') || Object.hasOwn(headers, 'authorization');

const senderTo =
  (app: HttpRig['app'], { headersOf }: RigSessions): HttpRig['send'] =>
  async (method, url, more = {}) => {
    const { key = method === 'POST' ? freshKey() : null, body } = more;
    const response = await app.inject({
      method,
      url,
      headers: {
        ...(!introduced(more) && headersOf(more)),
        ...(key !== null && { 'idempotency-key': key }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...more.headers,
      },
      ...(body !== undefined && {
        payload: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    });
    const { statusCode: status, headers, body: text } = response;
    return { status, headers, text, json: parsed(text) };
  };

/** What only this data folder can make. */
const madeIn = (folder: string) => ({
  links: ticketLinks(secretKey(folder, 'links')),
  references: references(secretKey(folder, 'bookings')),
  presence: presenceOf(secretKey(folder, 'phones')),
});

const logTo = (logged: Logged[]) => {
  const note = (level: string) => (about: unknown, text?: unknown) =>
    void logged.push({ level, about, text });
  return { info: note('info'), warn: note('warn'), error: note('error'), fatal: note('fatal') };
};

/** None, unless a test is about them. */
const limitsOf = ({ rateLimitPerMinute = 0, ticketsPerMinute = 0 }: RigOptions) => ({
  rateLimitPerMinute,
  ticketsPerMinute,
});

const gatewayOf = (
  { devices: settings = [] }: RigOptions,
  at: Pick<RunningHall, 'config'> & {
    readonly hall: RunningHall;
    readonly halls: readonly RunningHall[];
    readonly clock: ControlledClock;
    readonly identity: Identity;
    readonly log: ReturnType<typeof logTo>;
  },
): Gateway => {
  const { hall, halls, config, clock, identity, log } = at;
  const configOf = () => configInForce(hall.runtime.state(), config);
  const runtimes = halls.map(({ runtime }) => runtime);
  return openGateway({
    ...{ settings, halls: runtimes, now: clock.now, log, configOf },
    isAtWork: (staff, id) => isAtWork(identity, staff, id),
  });
};

export async function openHttpRig({ brand, ...options }: RigOptions = {}): Promise<HttpRig> {
  const disk = temporaryFolder();
  const clock = controlledClock(MORNING);
  const logged: Logged[] = [];
  const defects: Defect[] = [];
  const config = options.config ?? demoHall();
  const log = logTo(logged);
  const { directory = null } = options;
  const onDefect = (defect: Defect) => void defects.push(defect);
  const common = { dataFolder: disk.folder, clock, demo: false, onDefect, directory, log };
  const host = (of: HallConfig): Promise<RunningHall> => hostHall({ config: of, ...common });
  const hall = await host(config);
  const neighbour = options.neighbour ? await host(options.neighbour) : null;
  const halls = neighbour ? [hall, neighbour] : [hall];
  const identity = openIdentity({
    ...{ dataFolder: disk.folder, kind: options.kind ?? 'real', now: clock.now },
    halls: halls.map(({ runtime }) => runtime.hall),
  });
  const { links, ...made } = madeIn(disk.folder);
  const gateway = gatewayOf(options, { hall, halls, config, clock, identity, log });
  const pageOf = (link: string): string => `http://tingxu.example/t/#${link}`;
  const slips = openSlips({ gateway, links, pageOf, log });
  const clips = clipsOf(null);
  const voices = openVoices({ halls, clock, pack: clips.pack, log });
  const { app, routes } = await buildApp({
    hosting: {
      halls: new Map(halls.map((one) => [one.runtime.hall, one])),
      ...{ ...made, clock, links, log, devices: { gateway, slips }, voices },
      ...{
        identity,
        secureCookies: false,
        demoSignIns: null,
        signOn: options.signOn ? { label: null } : null,
      },
      stopping: () => rig.stopping,
    },
    pages: {
      appsFolder: options.appsFolder ?? disk.folder,
      halls: [config],
      signIns: [],
      brand: brand ?? null,
      clips,
    },
    ...limitsOf(options),
    serverChecks: options.serverChecks ?? (() => []),
    signOn: options.signOn ?? null,
    connections: options.connections,
  });
  const signedIn = rigSessions(identity, config.hall);
  if (!options.nobody) signedIn.tokenOf({ role: 'supervisor' });
  const send = senderTo(app, signedIn);
  const rig: HttpRig = {
    ...{ app, routes, hall, neighbour, dataFolder: disk.folder, clock, identity, signedIn, links },
    voices,
    ...{ logged, defects, stopping: false, send },
    command: (path, more) => send('POST', `/api/v1/halls/${config.hall}${path}`, more),
    close: async () => {
      voices.close();
      await app.close();
      await gateway.stop();
      for (const one of halls) await one.stop();
      identity.close();
      disk.remove();
    },
  };
  return rig;
}

/** A hall with its day open and counter 1 taken by t01. */
export async function openHallDay(rig: HttpRig): Promise<void> {
  await rig.command('/day/open', { role: 'supervisor' });
  await rig.command('/counters/1/open', { role: 'teller', body: { staff: 't01' } });
}
