/** Printers and other devices of the server, with those of the demo hall where that is on. */
import { configInForce } from '@tingxu/hall/configuration';
import type { Settings } from '../config/settings.ts';
import { type DemoCallers, openDemoCallers } from '../demo/demo-callers.ts';
import { type DemoPrinter, openDemoPrinter } from '../demo/demo-printer.ts';
import { type DemoSigns, openDemoSigns } from '../demo/demo-signs.ts';
import { type Gateway, openGateway } from '../devices/gateway.ts';
import { openSlips, type Slips } from '../devices/slips.ts';
import type { HostedHall, Log } from '../http/hosting.ts';
import { isAtWork } from '../identity/at-counter.ts';
import type { Identity } from '../identity/identity.ts';
import type { TicketLinks } from '../links/ticket-links.ts';
import type { Clock } from '../runtime/clock.ts';

/** The newest slips, the signs as they are, and boxes with keys. */
export type DemoDevices = Pick<DemoPrinter, 'slips'> &
  Pick<DemoSigns, 'signs'> &
  Pick<DemoCallers, 'boxes'>;

export type OpenDevices = {
  readonly gateway: Gateway;
  readonly slips: Slips;
  /** What the devices of the demo hall have made, to look at; null where there is none. */
  readonly demo: DemoDevices | null;
  /** Where this server is found: for the codes on paper, where the config file names no address. */
  readonly foundAt: (origin: string) => void;
  readonly stop: () => Promise<void>;
};

export type DevicesToOpen = {
  readonly settings: Pick<Settings, 'demo' | 'devices' | 'phones' | 'clock'>;
  readonly halls: readonly Pick<HostedHall, 'config' | 'runtime'>[];
  readonly clock: Clock;
  readonly identity: Identity;
  readonly links: TicketLinks;
  readonly log: Log;
};

const openDemo = async () => {
  const [printer, signs, callers] = [
    await openDemoPrinter(),
    await openDemoSigns(),
    await openDemoCallers(),
  ];
  return {
    settings: [printer.setting, ...signs.settings, callers.setting],
    shown: { slips: printer.slips, signs: signs.signs, boxes: callers.boxes },
    stop: async () => {
      for (const one of [printer, signs, callers]) await one.stop();
    },
  };
};

/** Whatever was being printed when the server stopped is settled first. Rules: SLIP-5. */
export async function openDevices(options: DevicesToOpen): Promise<OpenDevices> {
  const { settings, halls, clock, identity, links, log } = options;
  // A replay has no paper.
  const hasDemo = settings.demo && settings.clock.kind === 'system';
  const demo = hasDemo ? await openDemo() : null;
  const gateway = openGateway({
    settings: [...settings.devices, ...(demo?.settings ?? [])],
    halls: halls.map(({ runtime }) => runtime),
    ...{ now: clock.now, log, isAtWork: (staff, hall) => isAtWork(identity, staff, hall) },
    configOf: (id) => {
      const hosted = halls.find(({ config }) => config.hall === id);
      return hosted ? configInForce(hosted.runtime.state(), hosted.config) : null;
    },
  });
  let origin = settings.phones;
  const pageOf = (link: string): string | null => origin && `${origin}/t/#${link}`;
  const slips = openSlips({ gateway, links, pageOf, log });
  for (const { runtime } of halls) await slips.settleInterrupted(runtime);
  return {
    ...{ gateway, slips },
    demo: demo?.shown ?? null,
    foundAt: (url) => {
      origin ??= url;
    },
    stop: async () => {
      await gateway.stop();
      await demo?.stop();
    },
  };
}
