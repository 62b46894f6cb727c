/** Customers ask for a person at a kiosk. Source: ACC-02 ("call a person" on every screen). */
import type { CommandOf, HallCommand } from '@tingxu/contract/commands';
import type { EventOf, HallEvent } from '@tingxu/contract/events';
import type { Instant, KioskId } from '@tingxu/contract/ids';
import { HELP_EVERY_MS, type KioskHelpRow } from '@tingxu/contract/kiosk';
import { accept, type Decision, reject } from './decision.ts';
import { openDay } from './lookup.ts';
import type { Day, HallState, KioskHelp } from './state.ts';

type KioskHelpCommand = CommandOf<'CallForHelpAtKiosk' | 'AnswerKioskHelp' | 'EndKioskHelp'>;

const TYPES: readonly string[] = ['CallForHelpAtKiosk', 'AnswerKioskHelp', 'EndKioskHelp'];

/** Those that go through this door. */
export const isKioskHelpCommand = (command: HallCommand): command is KioskHelpCommand =>
  TYPES.includes(command.type);

/** Any, where the hall names none. Rules: HELP-3. */
const isOneOf = (places: readonly { readonly id: KioskId }[], kiosk: KioskId): boolean =>
  places.length === 0 || places.some(({ id }) => id === kiosk);

const helpAt = (hall: HallState, kiosk: KioskId): KioskHelp | undefined =>
  hall.kioskHelp.find((row) => row.kiosk === kiosk);

/** Rules: HELP-2, HELP-3. Rejects: kiosk-unknown, help-already-called, help-too-soon. */
const decideCall = (
  { config }: Day,
  kiosk: KioskId,
  known: KioskHelp | undefined,
  at: Instant,
): Decision => {
  const { places = [], helpEveryMs: everyMs = HELP_EVERY_MS } = config.kiosks ?? {};
  if (!isOneOf(places, kiosk)) return reject('kiosk-unknown');
  if (known?.over === false) return reject('help-already-called');
  const retryAt = known ? known.calledAt + everyMs : at;
  return at < retryAt
    ? reject('help-too-soon', { retryAt })
    : accept({ type: 'KioskHelpCalled', kiosk });
};

/**
 * Rules: HELP-1..HELP-3. Rejects: day-not-open, kiosk-unknown, help-already-called, help-not-called, help-too-soon.
 */
export const decideKioskHelp = (
  hall: HallState,
  { type, kiosk }: KioskHelpCommand,
  at: Instant,
): Decision => {
  const day = openDay(hall);
  if (!day.ok) return day;
  const known = helpAt(hall, kiosk);
  const asks = known?.over === false;
  switch (type) {
    case 'CallForHelpAtKiosk':
      return decideCall(day.value, kiosk, known, at);
    case 'AnswerKioskHelp':
      if (!asks || known.answeredAt !== null) return reject('help-not-called');
      return accept({ type: 'KioskHelpAnswered', kiosk });
    case 'EndKioskHelp':
      if (!asks) return reject('help-not-called');
      return accept({ type: 'KioskHelpEnded', kiosk });
    default:
      return type satisfies never;
  }
};

type KioskHelpEvent = EventOf<'KioskHelpCalled' | 'KioskHelpAnswered' | 'KioskHelpEnded'>;
const EVENTS: readonly string[] = ['KioskHelpCalled', 'KioskHelpAnswered', 'KioskHelpEnded'];
export const isKioskHelpEvent = (event: HallEvent): event is KioskHelpEvent =>
  EVENTS.includes(event.type);

const changed = (
  hall: HallState,
  kiosk: KioskId,
  change: Partial<KioskHelp>,
): readonly KioskHelp[] =>
  hall.kioskHelp.map((row) => (row.kiosk === kiosk ? { ...row, ...change } : row));

export const evolveKioskHelp = (
  hall: HallState,
  { type, kiosk }: KioskHelpEvent,
  at: Instant,
): HallState => {
  switch (type) {
    case 'KioskHelpCalled': {
      const others = hall.kioskHelp.filter((row) => row.kiosk !== kiosk);
      const asks = { kiosk, calledAt: at, answeredAt: null, over: false };
      return { ...hall, kioskHelp: [...others, asks] };
    }
    case 'KioskHelpAnswered':
      return { ...hall, kioskHelp: changed(hall, kiosk, { answeredAt: at }) };
    case 'KioskHelpEnded':
      return { ...hall, kioskHelp: changed(hall, kiosk, { over: true }) };
    default:
      return type satisfies never;
  }
};

/** Those that ask now. */
export const kioskHelpRows = ({ kioskHelp }: HallState): readonly KioskHelpRow[] =>
  kioskHelp
    .filter(({ over }) => !over)
    .map(({ kiosk, calledAt, answeredAt }) => ({ kiosk, calledAt, answeredAt }));
