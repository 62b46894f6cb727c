/**
 * Who a customer is to the bank, asked when a ticket is taken. A bank's own directory is asked first,
 * where there is one; the imported table answers for it when it fails. Whatever fails, the answer is
 * `unknown` and the ticket is issued. Rules: DIR-1, DIR-3, DIR-4.
 */
import type { CustomerHash, CustomerProfile } from '@tingxu/contract/customers';
import { secretKey } from '../config/secret-key.ts';
import { hashOfIdentifier } from './customer-hash.ts';
import {
  type CustomerTable,
  customerFile,
  type ImportInForce,
  openCustomerTable,
} from './customer-table.ts';
import { type DirectoryAdapter, httpDirectory } from './http-directory.ts';

export type DirectorySettings = {
  /** A bank's own directory. */
  readonly url: string;
  /** Units: ms. */
  readonly timeoutMs: number;
};

export type DirectoryStatus = {
  readonly table: ImportInForce | 'failing';
  readonly adapter: 'none' | 'asked' | 'resting';
};

export type Directory = {
  /** The keyed hash of a number; null when there is no key to make it with. */
  readonly hashOf: (identifier: string) => CustomerHash | null;
  /** Null when nothing is known or nobody could be asked. Never throws. */
  readonly find: (hash: CustomerHash) => Promise<CustomerProfile | null>;
  readonly status: () => DirectoryStatus;
  readonly close: () => void;
};

type Log = { readonly error: (about: object, text: string) => void };

export type DirectoryOptions = {
  readonly dataFolder: string;
  readonly hallFolder: string;
  readonly settings: DirectorySettings | null;
  readonly log: Log;
};

/** A part that cannot be had is left out and told of once. */
const attempt = <T>(log: Log, what: string, make: () => T): T | null => {
  try {
    return make();
  } catch (err) {
    log.error({ err }, `the customer directory goes on without ${what}`);
    return null;
  }
};

const findIn = (table: CustomerTable | null, hash: CustomerHash): CustomerProfile | null => {
  try {
    return table?.find(hash) ?? null;
  } catch {
    return null;
  }
};

const tableStatus = (table: CustomerTable | null): DirectoryStatus['table'] => {
  try {
    return table ? table.inForce() : 'failing';
  } catch {
    return 'failing';
  }
};

const adapterStatus = (adapter: DirectoryAdapter | null): DirectoryStatus['adapter'] => {
  if (adapter === null) return 'none';
  return adapter.isOpen() ? 'resting' : 'asked';
};

export function openDirectory({
  dataFolder,
  hallFolder,
  settings,
  log,
}: DirectoryOptions): Directory {
  const key = attempt(log, 'its key', () => secretKey(dataFolder, 'directory'));
  const table = attempt(log, 'its table', () => openCustomerTable(customerFile(hallFolder)));
  const adapter = settings && httpDirectory(settings);
  return {
    hashOf: (identifier) => key && hashOfIdentifier(key, identifier),
    find: async (hash) => {
      const found = adapter ? await adapter.find(hash) : null;
      if (found?.outcome === 'found') return found.profile;
      return found?.outcome === 'not-found' ? null : findIn(table, hash);
    },
    status: () => ({ table: tableStatus(table), adapter: adapterStatus(adapter) }),
    close: () => table?.close(),
  };
}
