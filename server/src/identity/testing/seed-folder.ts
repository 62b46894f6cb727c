/**
 * `node seed-folder.ts FOLDER`: writes accounts, paired devices and a session of each into a data folder that
 * no server uses, as the seed on standard input says. For rigs that see the server from outside, as a process.
 */
import { text } from 'node:stream/consumers';
import { type Seed, seedIdentity } from './seed-identity.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('name the data folder');
seedIdentity(folder, JSON.parse(await text(process.stdin)) as Seed);
