/** The folder of the checkout, from the sources and from the bundle in `server/dist` alike. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const rootAbove = (folder: string): string => {
  if (existsSync(join(folder, 'migrations', 'meta'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error('the checkout has no migrations');
  return rootAbove(above);
};

export const ROOT = rootAbove(import.meta.dirname);
