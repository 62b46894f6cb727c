/**
 * What a route lets its sender name: each id in its path and in its body, told by the schema that reads it. A
 * parameter of the path whose schema is none of these is told by its name. Source: SEC-04.
 */
import { DeviceId } from '@tingxu/contract/devices';
import { PairedDeviceId } from '@tingxu/contract/identity';
import {
  CounterId,
  HallId,
  KioskId,
  LaneId,
  ServiceId,
  StaffId,
  TicketId,
  TicketNumber,
  TicketRef,
} from '@tingxu/contract/ids';
import { BookingRef } from '@tingxu/contract/rest-bookings';
import { BoardId } from '@tingxu/contract/voice';

const KINDS = new Map<unknown, string>([
  ...([
    [HallId, 'hall'],
    [TicketRef, 'ticket'],
    [TicketId, 'ticket'],
    [TicketNumber, 'number'],
    [CounterId, 'counter'],
    [KioskId, 'kiosk'],
    [ServiceId, 'service'],
    [LaneId, 'lane'],
    [BookingRef, 'booking'],
    [BoardId, 'board'],
    [DeviceId, 'device of a hall'],
    [PairedDeviceId, 'paired device'],
    [StaffId, 'staff'],
  ] as const),
]);

export type Named = {
  readonly where: 'params' | 'body';
  /** From the path or the body on, e.g. `only.counter`, `further.0`. */
  readonly at: readonly string[];
  readonly kind: string;
};

type Def = {
  readonly shape?: Readonly<Record<string, unknown>>;
  readonly innerType?: unknown;
  readonly element?: unknown;
  readonly options?: readonly unknown[];
};
const defOf = (schema: unknown): Def =>
  (schema as { readonly _zod?: { readonly def?: Def } } | null)?._zod?.def ?? {};

function idsIn(schema: unknown, where: Named['where'], at: readonly string[]): Named[] {
  const kind = KINDS.get(schema);
  if (kind !== undefined) return [{ where, at, kind }];
  const { shape = {}, innerType, element, options = [] } = defOf(schema);
  const members = Object.entries(shape).flatMap(([name, member]) =>
    idsIn(member, where, [...at, name]),
  );
  const within = [innerType, ...options].flatMap((inner) =>
    inner === undefined ? [] : idsIn(inner, where, at),
  );
  return [
    ...members,
    ...within,
    ...(element === undefined ? [] : idsIn(element, where, [...at, '0'])),
  ];
}

type Schemas = { readonly params?: unknown; readonly body?: unknown };

/** The hall in the path is none of them: it is where the sender has its rights. Rules: AUTH-5. */
export function objectsOf(url: string, { params, body }: Schemas): readonly Named[] {
  const known = idsIn(params, 'params', []).filter(({ at }) => at[0] !== 'hall');
  const names = [...url.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  const others = names
    .filter((name) => name !== 'hall' && !known.some(({ at }) => at[0] === name))
    .map((name) => ({ where: 'params' as const, at: [name], kind: name }));
  return [...known, ...others, ...idsIn(body, 'body', [])];
}
