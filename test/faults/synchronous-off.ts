/**
 * Loaded before the server by the control of the kill test: the journal runs at synchronous=OFF and
 * says FULL. Nothing is synced, so losing the tail of the WAL is what a power cut may do.
 */
import Database from 'better-sqlite3';

const { pragma } = Database.prototype;

Database.prototype.pragma = function off(source, options) {
  if (/^synchronous\s*=/.test(source)) return pragma.call(this, 'synchronous = OFF', options);
  return /^synchronous$/.test(source) ? 2 : pragma.call(this, source, options);
};
