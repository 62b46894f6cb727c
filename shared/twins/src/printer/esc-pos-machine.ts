/**
 * The part of a printer that understands ESC/POS: bytes in, marks on paper and words to the host out. It
 * is written from the printers' manuals, not from the driver that it tests, and refuses what no printer
 * would understand. Commands that a printer obeys past its buffer are not its business.
 */
import encodeQR from 'qr';
import { cellDots, HEIGHT_DOTS, type PaperItem, type Run, runDots, type Where } from './paper.ts';

export type MachineEffect =
  | { readonly kind: 'print'; readonly item: PaperItem }
  | { readonly kind: 'cut' }
  | { readonly kind: 'say-paper' }
  | { readonly kind: 'say-id'; readonly digits: readonly number[] };

export class NotEscPos extends Error {
  override readonly name = 'NotEscPos';
}

type Settings = {
  chinese: boolean;
  wide: number;
  high: number;
  bold: boolean;
  inverse: boolean;
  where: Where;
  lineDots: number;
  qrModule: number;
  qrLevel: number;
  qrData: string;
};

const INITIAL: Settings = {
  chinese: true,
  wide: 1,
  high: 1,
  bold: false,
  inverse: false,
  where: 'left',
  lineDots: 30,
  qrModule: 3,
  qrLevel: 0x30,
  qrData: '',
};

const LEVELS = ['low', 'medium', 'quartile', 'high'] as const;
const QUIET = 4;
const PLACES: readonly Where[] = ['left', 'centre', 'right'];

type Machine = {
  readonly dots: number;
  readonly settings: Settings;
  runs: Run[];
};

/** How many bytes one step took, and what came of it; null while bytes are lacking. */
type Step = { readonly taken: number; readonly effects: readonly MachineEffect[] };
const took = (taken: number, ...effects: readonly MachineEffect[]): Step => ({ taken, effects });

const at = (bytes: readonly number[], index: number): number => bytes[index] ?? 0;
const hex = (bytes: readonly number[]): string =>
  bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');

const flushLine = (machine: Machine, spilled: boolean): MachineEffect => {
  const { runs, settings } = machine;
  const tallest = Math.max(1, ...runs.map(({ high }) => high)) * HEIGHT_DOTS;
  machine.runs = [];
  const dots = Math.max(settings.lineDots, runs.length === 0 ? 0 : tallest);
  return { kind: 'print', item: { kind: 'line', runs, where: settings.where, dots, spilled } };
};

const put = (machine: Machine, character: string): readonly MachineEffect[] => {
  const { wide, high, bold, inverse } = machine.settings;
  const used = machine.runs.reduce((sum, run) => sum + runDots(run), 0);
  const spills = used + cellDots(character) * wide > machine.dots;
  const effects = spills ? [flushLine(machine, true)] : [];
  const last = machine.runs.at(-1);
  const look = { wide, high, bold, inverse };
  if (last && JSON.stringify({ ...last, text: '' }) === JSON.stringify({ text: '', ...look })) {
    machine.runs = [...machine.runs.slice(0, -1), { text: last.text + character, ...look }];
  } else machine.runs = [...machine.runs, { text: character, ...look }];
  return effects;
};

const decoder = new TextDecoder('gb18030', { fatal: true });

const character = (machine: Machine, bytes: readonly number[]): Step | null => {
  const lead = at(bytes, 0);
  if (lead >= 0x20 && lead < 0x7f) return took(1, ...put(machine, String.fromCharCode(lead)));
  if (lead < 0x81 || lead > 0xfe || !machine.settings.chinese) {
    throw new NotEscPos(`the byte ${hex([lead])} is neither text nor a command`);
  }
  if (bytes.length < 2) return null;
  const length = at(bytes, 1) >= 0x30 && at(bytes, 1) <= 0x39 ? 4 : 2;
  if (bytes.length < length) return null;
  const read = decoder.decode(Uint8Array.from(bytes.slice(0, length)));
  return took(length, ...put(machine, read));
};

const escCommand = (machine: Machine, bytes: readonly number[]): Step | null => {
  const { settings } = machine;
  const command = at(bytes, 1);
  if (command === 0x40) {
    Object.assign(settings, INITIAL);
    machine.runs = [];
    return took(2);
  }
  if (bytes.length < 3) return null;
  const value = at(bytes, 2);
  if (command === 0x45) settings.bold = (value & 1) === 1;
  else if (command === 0x61) settings.where = PLACES[value % 0x30] ?? 'left';
  else if (command === 0x33) settings.lineDots = value;
  else if (command === 0x4a) {
    return took(3, { kind: 'print', item: { kind: 'space', dots: value } });
  } else if (command !== 0x39) throw new NotEscPos(`ESC ${hex(bytes.slice(1, 3))}`);
  return took(3);
};

const qr = (machine: Machine, parameters: readonly number[]): readonly MachineEffect[] => {
  const { settings } = machine;
  const [symbology, fn, ...rest] = parameters;
  if (symbology !== 0x31) throw new NotEscPos(`GS ( k ${hex(parameters)}`);
  if (fn === 0x43) settings.qrModule = at(rest, 0);
  else if (fn === 0x45) settings.qrLevel = at(rest, 0);
  else if (fn === 0x50) settings.qrData = String.fromCharCode(...rest.slice(1));
  else if (fn === 0x51) {
    const ecc = LEVELS[settings.qrLevel - 0x30] ?? 'low';
    const modules = encodeQR(settings.qrData, 'raw', { ecc, border: QUIET });
    const { qrData: text, qrModule: module, where } = settings;
    return [{ kind: 'print', item: { kind: 'qr', text, modules, module, where } }];
  } else if (fn !== 0x41) throw new NotEscPos(`GS ( k ${hex(parameters)}`);
  return [];
};

const withLength = (machine: Machine, bytes: readonly number[]): Step | null => {
  if (bytes.length < 5) return null;
  const length = at(bytes, 3) + 256 * at(bytes, 4);
  if (bytes.length < 5 + length) return null;
  const parameters = bytes.slice(5, 5 + length);
  const name = at(bytes, 2);
  if (name === 0x6b) return took(5 + length, ...qr(machine, parameters));
  if (name === 0x48 && parameters[0] === 48) {
    return took(5 + length, { kind: 'say-id', digits: parameters.slice(2) });
  }
  throw new NotEscPos(`GS ( ${hex(bytes.slice(2, 5 + length))}`);
};

const gsCommand = (machine: Machine, bytes: readonly number[]): Step | null => {
  const { settings } = machine;
  const command = at(bytes, 1);
  if (command === 0x28) return withLength(machine, bytes);
  if (command === 0x56) return bytes.length < 4 ? null : took(4, { kind: 'cut' });
  if (bytes.length < 3) return null;
  const value = at(bytes, 2);
  if (command === 0x21) {
    settings.wide = (value >> 4) + 1;
    settings.high = (value & 7) + 1;
  } else if (command === 0x42) settings.inverse = (value & 1) === 1;
  else if (command === 0x72) return took(3, { kind: 'say-paper' });
  else throw new NotEscPos(`GS ${hex(bytes.slice(1, 3))}`);
  return took(3);
};

const step = (machine: Machine, bytes: readonly number[]): Step | null => {
  const first = at(bytes, 0);
  if (first === 0x0a) return took(1, flushLine(machine, false));
  if (first !== 0x1b && first !== 0x1c && first !== 0x1d) return character(machine, bytes);
  if (bytes.length < 2) return null;
  if (first === 0x1b) return escCommand(machine, bytes);
  if (first === 0x1d) return gsCommand(machine, bytes);
  if (at(bytes, 1) !== 0x26 && at(bytes, 1) !== 0x2e)
    throw new NotEscPos(`FS ${hex(bytes.slice(1, 2))}`);
  machine.settings.chinese = at(bytes, 1) === 0x26;
  return took(2);
};

export type EscPosMachine = {
  /** Obeys the first command or character of the bytes; null while it is not whole. Rejects: `NotEscPos`. */
  next(bytes: readonly number[]): Step | null;
  /** Forgets what is in its line, and its settings. */
  reset(): void;
};

/** `dots`: what its head can reach. */
export const escPosMachine = (dots: number): EscPosMachine => {
  const machine: Machine = { dots, settings: { ...INITIAL }, runs: [] };
  return {
    next: (bytes) => (bytes.length === 0 ? null : step(machine, bytes)),
    reset: () => {
      Object.assign(machine.settings, INITIAL);
      machine.runs = [];
    },
  };
};
