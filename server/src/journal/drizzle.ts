/**
 * drizzle-orm by its CommonJS build. As ES modules, each of its 200 files makes Node parse the
 * package's manifest of 180 KB again, a third of a start, and a hall must be back at once.
 */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export const orm: typeof import('drizzle-orm') = require('drizzle-orm');
export const sqliteCore: typeof import('drizzle-orm/sqlite-core') = require('drizzle-orm/sqlite-core');
export const {
  drizzle,
}: typeof import('drizzle-orm/better-sqlite3') = require('drizzle-orm/better-sqlite3');
export const {
  readMigrationFiles,
}: typeof import('drizzle-orm/migrator') = require('drizzle-orm/migrator');
