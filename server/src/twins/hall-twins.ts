/**
 * Twins of the devices that a config file names, on the addresses that it names: for training, and to try a
 * configuration before anything is bought. They are those of the tests and of the demo hall.
 */
import { type CallerTwin, openCallerTwin } from '@tingxu/twins/caller/caller-twin';
import { dotPicture } from '@tingxu/twins/led/dot-picture';
import { type LedTwin, openLedTwin } from '@tingxu/twins/led/led-twin';
import { slipText } from '@tingxu/twins/printer/paper';
import { openPrinterTwin } from '@tingxu/twins/printer/printer-twin';
import { slipSvg } from '@tingxu/twins/printer/slip-svg';
import {
  type CallerSetting,
  DEFAULT_PORTS,
  type DeviceSetting,
  type LedSetting,
  type PrinterSetting,
} from '../devices/device-settings.ts';
import { DOTS } from '../devices/printer/slip-marks.ts';
import { openReaderTwin, type ReaderPlan } from './reader-twin.ts';
import { setWord, wordsOf } from './set-word.ts';

/** Something to look at, as the source of a picture. */
export type TwinPicture = { readonly of: string; readonly src: string };

export type HallTwin = {
  readonly id: string;
  readonly kind: DeviceSetting['kind'];
  /** Where it listens. */
  readonly at: string;
  /** Words that it takes, besides `name=value` of its `state`. */
  readonly verbs: readonly string[];
  state(): string;
  /** What it answers; null for words that it does not take. */
  obey(words: readonly string[]): string | null;
  pictures(): readonly TwinPicture[];
  stop(): Promise<void>;
};

export type TwinsOptions = {
  /** Told of what comes out of a device. */
  readonly say: (line: string) => void;
  /** Null where no reader is wanted. */
  readonly readers: ReaderPlan | null;
};

/** A line in so many ms, as fast as a real printer. */
const MARK_MS = 4;
const KEPT_SLIPS = 6;
const FIRST_SERIAL = 20_260_001;

type TcpLine = { readonly tcp: string; readonly port?: number | undefined };
type Wired = PrinterSetting | LedSetting | CallerSetting;

const standOf = ({ kind }: Wired, { tcp, port = DEFAULT_PORTS[kind] }: TcpLine) => ({
  ...{ host: tcp, port },
});
const placeOf = ({ host, port }: { readonly host: string; readonly port: number }): string =>
  `${host}:${port}`;

const data = (type: string, content: string | Buffer): string =>
  `data:${type};base64,${Buffer.from(content).toString('base64')}`;

/** Plain verbs and `name=value`, which every twin on a line takes. */
const obeyAll = (
  words: readonly string[],
  targets: readonly object[],
  verbs: Readonly<Record<string, () => void>>,
): string | null => {
  for (const word of words) {
    const verb = Object.hasOwn(verbs, word) ? verbs[word] : undefined;
    if (verb) verb();
    else if (!setWord(targets, word)) return null;
  }
  return words.length === 0 ? null : wordsOf(targets);
};

const openPrinter = async (
  setting: PrinterSetting,
  line: TcpLine,
  { say }: TwinsOptions,
): Promise<HallTwin> => {
  const stand = standOf(setting, line);
  const dots = DOTS[setting.paper];
  const twin = await openPrinterTwin({ ...stand, dots, markMs: MARK_MS, keep: KEPT_SLIPS });
  const { condition, misbehaviour, unplug, repair, stop } = twin;
  twin.onSlip((slip) => say(`${setting.id}: ${slip.torn ? 'torn off' : 'out'}\n${slipText(slip)}`));
  return {
    ...{ id: setting.id, kind: setting.kind, at: placeOf(stand), stop },
    verbs: ['unplug', 'repair'],
    state: () => wordsOf([condition, misbehaviour]),
    obey: (words) => obeyAll(words, [condition, misbehaviour], { unplug, repair }),
    pictures: () =>
      [...twin.slips()]
        .reverse()
        .map((slip) => ({ of: setting.id, src: data('image/svg+xml', slipSvg(slip, dots)) })),
  };
};

const openSigns = async (setting: LedSetting, line: TcpLine): Promise<HallTwin> => {
  const stand = standOf(setting, line);
  const cards = setting.signs.map(({ address = 1, width, height }) => ({ address, width, height }));
  const twin: LedTwin = await openLedTwin({ ...stand, cards });
  const { misbehaviour, unplug, repair, losePower, stop } = twin;
  return {
    ...{ id: setting.id, kind: setting.kind, at: placeOf(stand), stop },
    verbs: ['unplug', 'losePower', 'repair'],
    state: () => wordsOf([misbehaviour]),
    obey: (words) => obeyAll(words, [misbehaviour], { unplug, repair, losePower }),
    pictures: () =>
      setting.signs.map(({ address = 1, counter }) => ({
        of: `${setting.id} ${address}${counter === undefined ? '' : ` · ${counter}`}`,
        src: data('image/png', dotPicture(twin.lit(address))),
      })),
  };
};

/** `press ADDRESS KEY [DIGIT]`, `off ADDRESS`, `on ADDRESS`, `restart ADDRESS`. */
const obeyBox = (twin: CallerTwin, words: readonly string[]): string | null => {
  const [verb, address, key = '', digit] = words;
  const box = twin.boxes.find((one) => String(one.address) === address);
  if (!box) return null;
  if (verb === 'press') {
    const isTaken = box.press(key, digit === undefined ? undefined : Number(digit));
    return isTaken ? `pressed ${key}` : `the box refuses ${key}`;
  }
  if (verb === 'restart') box.restart();
  else if (verb === 'on' || verb === 'off') twin.hang(box, verb === 'on');
  else return null;
  return `${verb} ${address}`;
};

const displayed = (twin: CallerTwin): string =>
  twin.boxes
    .map((box) => {
      const shown = box.display();
      const end = box.newest()?.end;
      const came =
        end === undefined ? '' : ` (${typeof end === 'string' ? end : `E${end.outcome}`})`;
      return `${box.address}: ${shown.stray ? '-- --' : `${shown.ticket || '----'} ${shown.waiting}`}${came}`;
    })
    .join(' · ');

const openBoxes = async (setting: CallerSetting, line: TcpLine): Promise<HallTwin> => {
  const stand = standOf(setting, line);
  const boxes = setting.boxes.map(({ address }, nth) => ({ address, serial: FIRST_SERIAL + nth }));
  const twin = await openCallerTwin({ ...stand, boxes });
  const { misbehaviour, unplug, repair, stop } = twin;
  return {
    ...{ id: setting.id, kind: setting.kind, at: placeOf(stand), stop },
    verbs: ['press ADDRESS KEY [DIGIT]', 'off|on|restart ADDRESS', 'unplug', 'repair'],
    state: () => `${displayed(twin)} ${wordsOf([misbehaviour])}`,
    obey: (words) => obeyBox(twin, words) ?? obeyAll(words, [misbehaviour], { unplug, repair }),
    pictures: () => [],
  };
};

const openOne = async (setting: DeviceSetting, options: TwinsOptions): Promise<HallTwin | null> => {
  const { id, line } = setting;
  if (setting.kind === 'card-reader' && options.readers) {
    return openReaderTwin(setting, options.readers, options.say);
  }
  if ('kiosk' in line) {
    options.say(`${id}: is watched by the page of the kiosk ${line.kiosk}; open that page`);
    return null;
  }
  if ('file' in line) {
    options.say(`${id}: hangs on ${line.file}; name a tcp line in a copy of the file`);
    return null;
  }
  if (setting.kind === 'ticket-printer') return openPrinter(setting, line, options);
  if (setting.kind === 'led') return openSigns(setting, line);
  return setting.kind === 'caller' ? openBoxes(setting, line) : null;
};

/** Those that could be opened. Rejects: an address that this machine has not; what was open is stopped. */
export const openHallTwins = async (
  settings: readonly DeviceSetting[],
  options: TwinsOptions,
): Promise<readonly HallTwin[]> => {
  const opened: HallTwin[] = [];
  try {
    for (const setting of settings) {
      const twin = await openOne(setting, options);
      if (twin) opened.push(twin);
    }
  } catch (error) {
    await Promise.all(opened.map((twin) => twin.stop()));
    throw error;
  }
  return opened;
};

/** `DEVICE WORD…` as somebody types it: what came of it. */
export const command = (twins: readonly HallTwin[], line: string): string => {
  const [id = '', ...words] = line.trim().split(/\s+/);
  const twin = twins.find((one) => one.id === id);
  if (!twin) return twins.map((one) => `${one.id} (${one.kind}) at ${one.at}`).join('\n');
  if (words.length === 0) return `${twin.state()}\nalso: ${twin.verbs.join(', ')}`;
  return (
    twin.obey(words) ?? `${id} does not take that: ${twin.state()}\nalso: ${twin.verbs.join(', ')}`
  );
};
