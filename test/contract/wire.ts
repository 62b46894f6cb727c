/** Every message of the wire as JSON Schema, from the contract's own schemas, each named once. */
import * as appointments from '@tingxu/contract/appointments';
import * as callReasons from '@tingxu/contract/call-reasons';
import * as commands from '@tingxu/contract/commands';
import * as comparison from '@tingxu/contract/comparison';
import * as config from '@tingxu/contract/config';
import * as configuration from '@tingxu/contract/configuration';
import * as configurationRest from '@tingxu/contract/configuration-rest';
import * as counterEvents from '@tingxu/contract/counter-events';
import * as customers from '@tingxu/contract/customers';
import * as dayEvents from '@tingxu/contract/day-events';
import * as events from '@tingxu/contract/events';
import * as explanation from '@tingxu/contract/explanation';
import * as feed from '@tingxu/contract/feed';
import * as hallProfile from '@tingxu/contract/hall-profile';
import * as identity from '@tingxu/contract/identity';
import * as ids from '@tingxu/contract/ids';
import * as presence from '@tingxu/contract/presence';
import * as problem from '@tingxu/contract/problem';
import * as rest from '@tingxu/contract/rest';
import * as bookings from '@tingxu/contract/rest-bookings';
import * as roles from '@tingxu/contract/roles';
import * as staffRows from '@tingxu/contract/staff-rows';
import * as statistics from '@tingxu/contract/statistics';
import * as ticketEvents from '@tingxu/contract/ticket-events';
import * as totalsRow from '@tingxu/contract/totals-row';
import * as views from '@tingxu/contract/views';
import * as visitEvents from '@tingxu/contract/visit-events';
import * as waitRange from '@tingxu/contract/wait-range';
import * as z from 'zod/mini';

type Module = Readonly<Record<string, unknown>>;
export type Schemas = Readonly<Record<string, unknown>>;

const MODULES: readonly Module[] = [
  ids,
  roles,
  config,
  customers,
  appointments,
  commands,
  ...[waitRange, dayEvents, counterEvents, ticketEvents],
  events,
  problem,
  staffRows,
  ...[hallProfile, totalsRow],
  views,
  visitEvents,
  feed,
  rest,
  bookings,
  ...[callReasons, explanation],
  comparison,
  configuration,
  configurationRest,
  statistics,
  ...[identity, presence],
];

const isSchema = (value: unknown): value is z.core.$ZodType => value instanceof z.core.$ZodType;
const namesOf = (module: Module): string[] =>
  Object.entries(module).flatMap(([name, value]) => (isSchema(value) ? [name] : []));

/** All named schemas; where one uses another, it refers to it. */
export function allSchemas(more: Module = {}): Schemas {
  const registry = z.registry<{ id: string }>();
  for (const module of [...MODULES, more]) {
    for (const [id, schema] of Object.entries(module)) {
      if (isSchema(schema) && !registry.has(schema)) registry.add(schema, { id });
    }
  }
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/$defs/${id}` });
  const named = Object.entries(schemas).map(([name, { $schema, $id, ...schema }]) => [
    name,
    schema,
  ]);
  return Object.fromEntries(named);
}

const REFERENCE = /"#\/\$defs\/(\w+)"/g;

/** The named schemas and all that they use, in the order of their names. */
function closureOf(all: Schemas, roots: readonly string[]): Schemas {
  const wanted = new Set<string>();
  const visit = (name: string): void => {
    if (wanted.has(name)) return;
    wanted.add(name);
    for (const [, used] of JSON.stringify(all[name] ?? null).matchAll(REFERENCE)) visit(used ?? '');
  };
  roots.forEach(visit);
  return Object.fromEntries([...wanted].sort().map((name) => [name, all[name]]));
}

/** What goes over Socket.IO. */
export const feedSchemas = (all = allSchemas()): Schemas => closureOf(all, namesOf(feed));
/** What goes over REST. */
export const restSchemas = (all = allSchemas()): Schemas =>
  closureOf(all, [
    ...[...namesOf(rest), ...namesOf(bookings), ...namesOf(explanation), ...namesOf(comparison)],
    ...[...namesOf(callReasons), ...namesOf(identity), ...namesOf(presence)],
    ...[...namesOf(configurationRest), ...namesOf(statistics), 'Problem'],
  ]);
/** What the journal holds: not on the wire, but read again by later versions. */
export const journalSchemas = (all = allSchemas()): Schemas => closureOf(all, ['JournalEntry']);
