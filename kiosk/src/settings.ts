/** What the address says about this device, e.g. `/kiosk/?hall=demo&lang=en&inches=21.5&idle=60`. */
import { DeviceId } from '@tingxu/contract/devices';
import { HallId, KioskId } from '@tingxu/contract/ids';
import { isPublicLocale, type PublicLocale } from '@tingxu/i18n/locale';

export type KioskSettings = {
  readonly hall: HallId;
  /** Which of the hall's kiosks it is, where somebody asks for a person. */
  readonly kiosk: KioskId;
  /** The language that every customer finds. */
  readonly locale: PublicLocale;
  /** Diagonal of the panel. */
  readonly inches: number;
  /** Height of the panel's lower edge above the floor; null where nobody said. Units: mm. */
  readonly mountedMm: number | null;
  /** Origin under which phones reach the server, e.g. `https://q.bank.example`; null: this page's own. */
  readonly phones: string | null;
  /** The printer of this kiosk, as the server names it; null where it has none. */
  readonly printer: DeviceId | null;
  /** Port of the card reader's agent on this machine; null where there is none. Rules: CARD-4. */
  readonly reader: number | null;
  /** How long a visit may stand untouched; large letters and speech double it, at least to 90 s. Units: ms. */
  readonly idleMs: number;
};

/** The hall of the demo, for a page whose address names none; a paired device is sent to its own. */
const DEMO_HALL = HallId.parse('demo');
const FIRST_KIOSK = KioskId.parse('K1');

/** As docs/CARD-READER.md has it. */
const AGENT_PORT = 18_431;

/** A number within its bounds, else the default. */
const within = (text: string | null, low: number, high: number, otherwise: number): number => {
  const value = text === null || text === '' ? Number.NaN : Number(text);
  return value >= low && value <= high ? value : otherwise;
};

const originOf = (text: string | null): string | null =>
  text !== null && /^https?:/.test(text) && URL.canParse(text) ? new URL(text).origin : null;

export const readSettings = (search: string): KioskSettings => {
  const query = new URLSearchParams(search);
  const hall = HallId.safeParse(query.get('hall'));
  const lang = query.get('lang');
  const printer = DeviceId.safeParse(query.get('printer'));
  return {
    hall: hall.success ? hall.data : DEMO_HALL,
    kiosk: KioskId.safeParse(query.get('kiosk')).data ?? FIRST_KIOSK,
    locale: isPublicLocale(lang) ? lang : 'zh-CN',
    inches: within(query.get('inches'), 5, 100, 10),
    mountedMm: query.has('mounted') ? within(query.get('mounted'), 0, 2_000, 0) : null,
    phones: originOf(query.get('phones')),
    printer: printer.success ? printer.data : null,
    reader: query.has('reader') ? within(query.get('reader'), 1_024, 65_535, AGENT_PORT) : null,
    idleMs: within(query.get('idle'), 30, 600, 45) * 1_000,
  };
};
