/** The server with restart on change, and the screens with hot reload. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createServer } from 'vite';
import { SCREENS } from './build-stamp.ts';
import { ROOT } from './tree.ts';

const server = spawn(
  process.execPath,
  ['--watch', '--watch-preserve-output', join(ROOT, 'server', 'src', 'main.ts')],
  { cwd: ROOT, stdio: 'inherit', env: { ...process.env, TINGXU_PARENT_PID: String(process.pid) } },
);

const screens = await Promise.all(
  SCREENS.map(async (app) => {
    const vite = await createServer({ root: join(ROOT, app), clearScreen: false });
    await vite.listen();
    vite.printUrls();
    return vite;
  }),
);

async function stop(): Promise<void> {
  server.kill('SIGTERM');
  await Promise.all(screens.map((vite) => vite.close()));
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    void stop();
  });
}
server.once('exit', () => {
  void stop();
});
