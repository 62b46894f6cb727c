/** What a start says: to a person the addresses and demo sign-ins, to a program one line of JSON. */
import { networkInterfaces } from 'node:os';
import { DEMO_PASSPHRASE } from '../demo/demo-accounts.ts';
import { addressOf, SCREENS, type SignIn } from '../http/start-page.ts';

export type Ready = {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Further addresses of the same server. */
  readonly others: readonly string[];
  readonly signIns: readonly SignIn[];
};

type Scheme = 'http' | 'https';

/** A browser cannot open 0.0.0.0, and an IPv6 address needs brackets. */
export function urlOf(host: string, port: number, scheme: Scheme = 'http'): string {
  const name = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host;
  return `${scheme}://${name.includes(':') && !name.startsWith('[') ? `[${name}]` : name}:${port}`;
}

const ANYWHERE = ['0.0.0.0', '::'];

/** Where other machines of the branch find this one, when it listens on every address. */
export function elsewhere(host: string, port: number, scheme: Scheme = 'http'): string[] {
  if (!ANYWHERE.includes(host)) return [];
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => `${scheme}://${address}:${port}`);
}

export function announcement({ url, others, signIns }: Ready): string {
  const screens = SCREENS.map(
    (screen) => `  ${`${url}${addressOf(screen)}`.padEnd(38)} ${screen.zh} ${screen.en}`,
  );
  const people = signIns.map(({ staff, zh, en }) => `  ${staff.padEnd(6)} ${zh} · ${en}`);
  return [
    '',
    '厅序 Tingxu',
    `  ${url.padEnd(38)} 全部屏幕 all screens`,
    ...others.map((other) => `  ${other.padEnd(38)} 本网其他设备 other machines`),
    ...screens,
    `  ${`${url}/api/docs`.padEnd(38)} API`,
    ...(people.length > 0
      ? ['', `演示工号 demo sign-ins · 口令 passphrase ${DEMO_PASSPHRASE}`, ...people]
      : []),
    '',
  ].join('\n');
}

/** To whoever stands at the machine, and nowhere else: it is in no log and in no file. Rules: AUTH-16. */
export function announceSetUp(code: string): void {
  process.stdout.write(`设置码 set-up code (/admin/, 30 min): ${code}\n`);
}

/** Line that tests and scripts wait for; the rest of it is JSON. */
export const readyLine = ({ url, port, pid }: Ready): string =>
  `TINGXU_READY ${JSON.stringify({ url, port, pid })}`;

export function announce(ready: Ready): void {
  const { url, port, pid } = ready;
  process.stdout.write(`${announcement(ready)}\n`);
  if (!process.stdout.isTTY) process.stdout.write(`${readyLine(ready)}\n`);
  process.send?.({ type: 'ready', url, port, pid });
}
