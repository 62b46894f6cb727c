/** The server, from settings to the last word. The only file that knows every part. */
import { flushCompileCache } from 'node:module';
import type { HallConfig } from '@tingxu/contract/config';
import type { HallId } from '@tingxu/contract/ids';
import { references } from './appointments/reference.ts';
import { readBrand } from './brand/read-brand.ts';
import { secretKey } from './config/secret-key.ts';
import { readSettings, type Settings } from './config/settings.ts';
import { StartRefusal } from './config/start-refusal.ts';
import { otherFileSentence } from './configuration/other-file.ts';
import { keepDays } from './day/roll-over.ts';
import { addDemoAccounts, DEMO_SIGN_INS, demoSignIns } from './demo/demo-accounts.ts';
import { DEMO_HALL_ID, demoHall } from './demo/demo-hall.ts';
import { keepPulse } from './demo/demo-pulse.ts';
import { attachFeed } from './feed/attach-feed.ts';
import { type BuiltApp, buildApp } from './http/app.ts';
import type { Log } from './http/hosting.ts';
import { type Identity, needsSetUp, openIdentity } from './identity/identity.ts';
import { makeAllOwn } from './journal/own-rights.ts';
import { ticketLinks } from './links/ticket-links.ts';
import { presenceOf } from './presence/presence-codes.ts';
import { leaveAddress } from './process/address-file.ts';
import { announce, announceSetUp, elsewhere, urlOf } from './process/announce.ts';
import { assertClockFits, assertClockSet } from './process/boot-clock.ts';
import { clockCheck, systemClock, watchClock } from './process/clock-watch.ts';
import { keepCounters } from './process/close-counters.ts';
import { takeDataFolder } from './process/data-folder.ts';
import { DEFECT_EXIT, watchDefects } from './process/defects.ts';
import { followParent } from './process/driven-clock.ts';
import { diskChecks } from './process/hall-checks.ts';
import { hostHall, type RunningHall } from './process/host-hall.ts';
import { makeLog } from './process/log.ts';
import { type OpenDevices, openDevices } from './process/open-devices.ts';
import { openVoice } from './process/open-voice.ts';
import { watchParent } from './process/parent.ts';
import { refusalSentence } from './process/refusals.ts';
import { stopper } from './process/stop.ts';
import { ROOT } from './root.ts';
import { type Clock, controlledClock } from './runtime/clock.ts';
import { SYSTEM_MACHINE } from './runtime/system-machine.ts';
import { type OpenTls, openTls } from './tls/open-tls.ts';
import type { Voices } from './voice/voices.ts';

type Stop = (code: number, why: string) => void;

function hallsOf(settings: Settings): HallConfig[] {
  if (!settings.demo) return [...settings.halls];
  if (settings.halls.some(({ hall }) => hall === DEMO_HALL_ID)) {
    throw new StartRefusal(
      `The hall id "${DEMO_HALL_ID}" belongs to the demo hall; choose another.`,
    );
  }
  return [...settings.halls, demoHall()];
}

type Heads = NonNullable<Parameters<typeof hostHall>[0]['onHead']>;

/** The clock of all halls, and what it makes of the end of each journal. Rejects: as assertClockFits. */
function clockOf(
  settings: Settings,
  halls: readonly RunningHall[],
): { clock: Clock; onHead: Heads } {
  if (settings.clock.kind === 'controlled') {
    const clock = controlledClock(settings.clock.startAt);
    followParent(clock);
    return { clock, onHead: () => undefined };
  }
  const { accept } = settings.clock;
  const wallAt = SYSTEM_MACHINE.wall();
  assertClockSet(wallAt);
  const clock = systemClock(() => halls);
  const onHead: Heads = (head) => {
    assertClockFits(wallAt, head, accept);
    clock.notBefore(head.headAt);
  };
  return { clock, onHead };
}

/** A hall's own error: the hall restarts from its journal, or the whole server must. */
const defectReporter =
  (log: Log, stop: Stop) =>
  ({
    hall,
    during,
    error,
    fatal,
  }: Parameters<Parameters<typeof hostHall>[0]['onDefect']>[0]): void => {
    if (fatal) log.fatal({ hall, during, err: error }, 'a hall cannot go on');
    else log.error({ hall, during, err: error }, 'a hall met a defect');
    if (fatal) stop(DEFECT_EXIT, `hall ${hall} cannot go on`);
  };

type Told = Pick<
  Parameters<typeof attachFeed>[0],
  'clock' | 'links' | 'log' | 'identity' | 'secureCookies'
> & {
  readonly halls: readonly RunningHall[];
  readonly devices: OpenDevices;
  readonly voices: Voices;
};

/** Tells the screens, for as long as the app is open. */
function startFeed(app: BuiltApp['app'], { halls, devices, voices, ...parts }: Told): void {
  const feed = attachFeed({
    httpServer: app.server,
    halls: new Map(halls.map((hall) => [hall.config.hall, hall.runtime])),
    ...{ ...parts, devices: devices.gateway, voices },
  });
  app.addHook('preClose', () => {
    voices.close();
    return feed.close('server-stopping');
  });
  app.addHook('onClose', devices.stop);
  // After the last screen is gone, so that each is known to have been there.
  app.addHook('onClose', async () => parts.identity.presence.write());
}

/** What customers are given, and only this data folder can make or know. */
const madeWithSecrets = ({ dataFolder, phones }: Settings) => ({
  links: ticketLinks(secretKey(dataFolder, 'links')),
  references: references(secretKey(dataFolder, 'bookings')),
  presence: presenceOf(secretKey(dataFolder, 'phones'), phones),
});

type Open = {
  readonly settings: Settings;
  readonly app: BuiltApp['app'];
  readonly tls: OpenTls;
  readonly devices: OpenDevices;
};

/** Tells people, programs and the machine where the server is. */
function tellWhere({ settings, app, tls, devices }: Open): void {
  const { host, dataFolder } = settings;
  const address = app.server.address();
  const port = address !== null && typeof address === 'object' ? address.port : settings.port;
  const url = urlOf(host, port, tls.scheme);
  const others = elsewhere(host, port, tls.scheme);
  devices.foundAt(others[0] ?? url);
  tls.hint(host, others[0] ?? url);
  leaveAddress(dataFolder, url);
  const signIns = settings.demo ? DEMO_SIGN_INS : [];
  announce({ url, others, port, pid: process.pid, signIns });
}

/** Opened before any hall: a folder of the other kind must not be touched. Rejects: StartRefusal. */
function identityOf(settings: Settings, clock: Clock, log: Log): Identity {
  const { dataFolder, demo, sessions } = settings;
  const identity = openIdentity({
    ...{ dataFolder, kind: demo ? 'demo' : 'real', now: clock.now, limits: sessions, log },
    halls: hallsOf(settings).map(({ hall }) => hall),
  });
  if (demo) addDemoAccounts(identity);
  else if (needsSetUp(identity)) identity.setUp.begin(announceSetUp);
  return identity;
}

const limitsOf = ({ rateLimitPerMinute, ticketsPerMinute }: Settings) => ({
  rateLimitPerMinute,
  ticketsPerMinute,
});

/** Not of a replay, which opens and closes its days and counters itself. */
const keepHalls = (
  halls: readonly RunningHall[],
  clock: Clock,
  { demoMoves, ...parts }: Pick<Told, 'identity' | 'log'> & Pick<Settings, 'demoMoves'>,
): Promise<readonly (() => void)[]> =>
  Promise.all([
    ...halls.map((hall) => keepDays(hall, clock, parts.log)),
    keepCounters({ halls, ...parts }),
    ...halls
      .filter(({ config }) => demoMoves && config.hall === DEMO_HALL_ID)
      .map(({ runtime }) => keepPulse({ runtime, clock, ...parts })),
  ]);

async function main(): Promise<void> {
  makeAllOwn();
  const settings = readSettings(process.env, process.cwd());
  const log = makeLog(settings.logLevel);
  const controlled = settings.clock.kind === 'controlled';
  // Replaced by draining once there is something to drain.
  let stop: Stop = (code) => process.exit(code);
  let stopping = false;
  watchDefects(log, (code) => stop(code, 'a defect'));

  // Until this process ends; what nobody holds any more, the collector would let go.
  const taken = takeDataFolder(settings.dataFolder);
  process.on('exit', taken.release);
  const halls: RunningHall[] = [];
  const { clock, onHead } = clockOf(settings, halls);
  const identity = identityOf(settings, clock, log);
  for (const config of hallsOf(settings)) {
    // A bank may give its own hall that id.
    const demo = settings.demo && config.hall === DEMO_HALL_ID && !controlled;
    const onDefect = defectReporter(log, (code, why) => stop(code, why));
    const { dataFolder, directory } = settings;
    const parts = { dataFolder, clock, demo, onDefect, onHead, directory, log };
    const hall = await hostHall({ config, ...parts });
    const other = demo ? null : otherFileSentence(hall.runtime.state(), config);
    if (other) log.warn(other);
    halls.push(hall);
  }

  const byId = new Map<HallId, RunningHall>(halls.map((hall) => [hall.config.hall, hall]));
  const configs = halls.map((hall) => hall.config);
  const brand = settings.brand && readBrand(settings.brand);
  const signIns = settings.demo ? DEMO_SIGN_INS : [];
  const secrets = madeWithSecrets(settings);
  const { links } = secrets;
  const disk = diskChecks(settings.dataFolder);
  const devices = await openDevices({ settings, halls, clock, identity, links, log });
  const tls = await openTls(settings.tls, { dataFolder: settings.dataFolder, now: clock.now, log });
  const { voices, clips } = openVoice({ settings, halls, clock, log });
  const secureCookies = settings.behindTls || tls.secure !== undefined;
  const asking = { identity, secureCookies };
  const { app } = await buildApp({
    hosting: {
      ...{ ...secrets, halls: byId, clock, log, devices, voices, stopping: () => stopping },
      ...asking,
      demoSignIns: settings.demo ? demoSignIns() : null,
      signOn: settings.signOn && { label: settings.signOn.label },
    },
    pages: { appsFolder: ROOT, halls: configs, signIns, brand, demo: devices.demo, clips },
    ...limitsOf(settings),
    serverChecks: () => [clockCheck(clock), ...disk(), ...tls.checks()],
    ...{ secure: tls.secure, signOn: settings.signOn },
  });
  startFeed(app, { ...asking, halls, clock, links, log, devices, voices });

  const { demoMoves } = settings;
  const unkeep = controlled ? [] : await keepHalls(halls, clock, { identity, log, demoMoves });
  const unwatch = watchClock(clock, halls, log);
  const onStopping = (): void => {
    stopping = true;
    unwatch();
    for (const forget of unkeep) forget();
  };
  await app.listen({ host: settings.host, port: settings.port });

  stop = stopper({ app, halls, log, onStopping });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => stop(0, signal));
  }
  if (settings.parentPid !== null) watchParent(settings.parentPid, () => stop(0, 'parent is gone'));
  if (controlled) process.on('disconnect', () => stop(0, 'parent is gone'));

  tellWhere({ settings, app, tls, devices });
  // Where NODE_COMPILE_CACHE is set, Node writes it at its end, which a killed process does not reach.
  flushCompileCache();
}

try {
  await main();
} catch (error) {
  const sentence = refusalSentence(error);
  console.error(sentence === null ? error : `Tingxu cannot start. ${sentence}`);
  process.exit(sentence === null ? DEFECT_EXIT : 1);
}
