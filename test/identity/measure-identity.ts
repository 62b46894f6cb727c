/**
 * `npm run measure:identity`: how soon a revoked identity is out, what signing in costs the calls, what a
 * session costs a command, whether numbers and links can be told or guessed. Each with its control; fails
 * where a promise is not kept or a control does not show. Source: SEC-02, SEC-03, SEC-09.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoHall } from '@tingxu/server/demo/demo-hall';
import { rigDevices, rigHeaders, rigPeople } from '@tingxu/server/identity/testing/rig-people';
import { MOST_WRONG_LINKS } from '@tingxu/server/links/ticket-links';
import { startServer } from '../faults/server-process.ts';
import { guessedLinks, guessLinks, measureLookUp, measureSignIns } from './in-process.ts';
import { type Identified, measureRevoke, staysIn } from './revoke.ts';
import { type Calls, callsWhile, crowd, openHall, send, signInTogether } from './storm.ts';

const HALL = 'measured';
const SEED = fileURLToPath(
  new URL('../../server/src/identity/testing/seed-folder.ts', import.meta.url),
);
/** Units: ms. */
const MOST_REVOKE = 1_000;
const MOST_DIFFERENCE = 5;
const MOST_RATIO = 2;
/** A p99 of a few hundred calls says little by itself. */
const TURNS = 5;

let failed = 0;
const say = (ok: boolean, words: string): void => {
  if (!ok) failed += 1;
  console.log(`${ok ? '✓' : '✗'} ${words}`);
};
const ms = (value: number): string => `${value.toFixed(1)} ms`;

const PEOPLE: readonly Identified[] = [
  { role: 'teller', staff: 't10' },
  { role: 'lobby', staff: 'l01' },
  { role: 'supervisor', staff: 's02' },
  { role: 'admin', staff: 'a02' },
  { role: 'auditor', staff: 'u01' },
];

const deviceIds = async (url: string): Promise<ReadonlyMap<string, string>> => {
  const answer = await fetch(`${url}/api/v1/devices`, { headers: rigHeaders('admin') });
  const { devices } = (await answer.json()) as {
    readonly devices: readonly { readonly device: string; readonly role: string }[];
  };
  return new Map(devices.map(({ device, role }) => [role, device]));
};

const revoking = async (url: string): Promise<void> => {
  const admin = rigHeaders('admin');
  const ids = await deviceIds(url);
  const devices = ['kiosk', 'board', 'pad', 'gateway'].map((role) => ({ role }));
  for (const who of [...PEOPLE, ...devices]) {
    const { staff } = who as Identified;
    const path =
      staff === undefined
        ? `/devices/${ids.get(who.role)}/revoke`
        : `/accounts/${staff}/end-sessions`;
    const { name, httpMs, socketMs } = await measureRevoke(url, who, async () => {
      await send(url, path, {}, admin);
    });
    const out = Math.max(httpMs, socketMs) <= MOST_REVOKE;
    say(out, `revoked ${name.padEnd(14)} out over HTTP in ${ms(httpMs)}, feed ${ms(socketMs)}`);
  }
  const stays = await staysIn(url, { role: 'teller', staff: 't11' }, MOST_REVOKE);
  say(stays, 'control: a teller from whom nothing is taken is still there');
};

const storming = async (url: string): Promise<void> => {
  await openHall(url, HALL);
  const forMs = (length: number) => {
    const from = performance.now();
    return () => performance.now() - from < length;
  };
  await callsWhile(url, HALL, forMs(1_500));
  const told = ({ count, p50, p99 }: Calls): string =>
    `${count} calls, p50 ${ms(p50)}, p99 ${ms(p99)}`;
  let slowest = 0;
  let last: Calls | null = null;
  const ratios: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const quiet = await callsWhile(url, HALL, forMs(4_000));
    let signing = true;
    const rounds = signInTogether(url, 6).finally(() => {
      signing = false;
    });
    const storm = await callsWhile(url, HALL, () => signing);
    slowest = Math.max(slowest, ...(await rounds));
    console.log(`  quiet:  ${told(quiet)}\n  twenty sign in at once: ${told(storm)}`);
    ratios.push(storm.p99 / quiet.p99);
    last = quiet;
  }
  ratios.sort((a, b) => a - b);
  const ratio = ratios[Math.floor(TURNS / 2)] ?? Number.NaN;
  say(
    ratio <= MOST_RATIO,
    `p99 of a call is ${ratio.toFixed(2)} times the quiet one (median of ${TURNS}: ${ratios.map((one) => one.toFixed(2)).join(', ')}); the slowest twenty took ${ms(slowest)}`,
  );
  const leave = crowd(12);
  const crowded = await callsWhile(url, HALL, forMs(4_000)).finally(leave);
  const control = crowded.p99 / (last?.p99 ?? Number.NaN);
  say(control > ratio, `control: beside twelve busy programs ${control.toFixed(2)} times`);
};

const guessing = async (url: string): Promise<void> => {
  await send(url, `/halls/${HALL}/day/open`, {}, rigHeaders('supervisor'));
  const { tries, hits, control } = guessLinks(100_000);
  say(
    hits === 0 && control,
    `${tries} guessed links: ${hits} hits; control: the real one is known`,
  );
  const issue = () => send(url, `/halls/${HALL}/tickets`, { service: 'cash' }, rigHeaders('kiosk'));
  const [before, mine] = [await issue(), await issue()];
  const { id } = mine['ticket'] as { readonly id: string };
  const real = String(mine['link']);
  const tryLink = async (link: string): Promise<{ status: number; code: string }> => {
    const answer = await fetch(`${url}/api/v1/halls/${HALL}/tickets/${id}/cancel`, {
      method: 'POST',
      headers: {
        ...{ 'tingxu-role': 'phone', 'tingxu-link': link, 'content-type': 'application/json' },
        'idempotency-key': `guess-${link.slice(-22)}-${guessed}`,
      },
      body: JSON.stringify({ reason: 'cancelled-by-customer' }),
    });
    guessed += 1;
    const { code } = (await answer.json()) as { readonly code?: string };
    return { status: answer.status, code: code ?? 'ok' };
  };
  let guessed = 0;
  const codes = new Map<string, number>();
  let found = 0;
  for (const link of guessedLinks(real, String(before['link']), 2_000)) {
    const { status, code } = await tryLink(link);
    if (status < 400) found += 1;
    codes.set(code, (codes.get(code) ?? 0) + 1);
  }
  const told = [...codes].map(([code, count]) => `${count} ${code}`).join(', ');
  say(found === 0, `${guessed} of them over HTTP: ${found} hits; answered ${told}`);
  const answered = codes.get('link-unknown') ?? 0;
  say(answered <= MOST_WRONG_LINKS, `of one address ${answered} were looked at in that minute`);
  const { status } = await tryLink(real);
  say(status === 200, 'control: the real one gives its ticket up, from the same address');
};

const inProcess = async (): Promise<void> => {
  const { microseconds, sessions } = await measureLookUp(10_000, 50_000);
  console.log(`  a session among ${sessions} costs a command ${microseconds.toFixed(1)} µs`);
  const { known, unknown, control } = await measureSignIns(100);
  const difference = Math.abs(known - unknown);
  say(
    difference <= MOST_DIFFERENCE,
    `wrong passphrase: ${ms(known)} for a number that somebody has, ${ms(unknown)} for none`,
  );
  say(known - control > MOST_DIFFERENCE, `control: held off without a comparison ${ms(control)}`);
};

const withServer = async (
  limited: boolean,
  work: (url: string) => Promise<void>,
): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'tingxu-identity-'));
  const configFile = join(folder, 'tingxu.yaml');
  const dataFolder = join(folder, 'data');
  writeFileSync(configFile, JSON.stringify({ halls: [{ ...demoHall(), hall: HALL }] }));
  const seed = { kind: 'real', people: rigPeople(), devices: rigDevices(HALL) };
  spawnSync(process.execPath, [SEED, dataFolder], { input: JSON.stringify(seed), stdio: 'pipe' });
  const server = await startServer({ dataFolder, configFile, limited });
  try {
    await work(server.url);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

await inProcess();
await withServer(false, async (url) => {
  await storming(url);
  await revoking(url);
});
// As the product runs: with its limits.
await withServer(true, guessing);
process.exitCode = failed === 0 ? 0 : 1;
