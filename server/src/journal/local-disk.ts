/** A journal needs a local disk: over the network neither locks nor syncs can be trusted. */
import { statfsSync } from 'node:fs';
import { JournalError } from './journal-error.ts';

/** Linux file-system numbers. Source: statfs(2). */
const NETWORK_FILE_SYSTEMS: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
  [0x01021997, '9P'],
  [0x5346414f, 'AFS'],
  [0x73757245, 'Coda'],
  [0x00c36400, 'Ceph'],
]);

/** The name of a network file system, by its number, or undefined for any other. */
export const networkFileSystem = (type: number): string | undefined =>
  NETWORK_FILE_SYSTEMS.get(type >>> 0);

/** Rejects: JournalNotLocal. */
export const assertLocalDisk = (folder: string): void => {
  if (process.platform !== 'linux') return;
  const name = networkFileSystem(statfsSync(folder).type);
  if (name) throw new JournalError('JournalNotLocal', `${folder} lies on a network disk (${name})`);
};
