/**
 * This page says each second how a device at it is, takes what is to be printed, and tells what came of it.
 * Rules: DEV-7, SLIP-7, SLIP-8.
 */
import type { DeviceId } from '@tingxu/contract/devices';
import type { HallId, KioskId } from '@tingxu/contract/ids';
import {
  KioskPageId,
  type PageReport,
  PageReportReply,
  type SheetEnd,
} from '@tingxu/contract/sheets';
import { newCommandId, sendCommand } from '@tingxu/feed-client/send-command';

/** The drawing and the printing, which nothing else needs; what is not there yet prints nothing. */
const loadPrinting = () => import('../paper/print-sheet.ts');

/** Between two words to the server; while it has something to print, it is asked sooner. Units: ms. */
const BEAT_MS = 1_000;
const SOON_MS = 150;
/** One word is told once: what is given and does not arrive counts as out. Units: ms. */
const ONCE = { tryMs: 2_000, giveUpMs: 0 };

export type ReportedDevice = {
  readonly url: string;
  readonly hall: HallId;
  readonly kiosk: KioskId;
  readonly device: DeviceId;
  /** Something is to be printed. */
  readonly wanted: () => boolean;
  /** Of a reader: whether it is there. */
  readonly works: () => Promise<boolean>;
  /** As long as the hall has that device here. */
  readonly goesOn: () => boolean;
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Soon, when something is to be printed; else with the next beat. */
const untilNext = async (wanted: () => boolean): Promise<void> => {
  for (let waited = 0; waited < BEAT_MS; waited += SOON_MS) {
    await pause(SOON_MS);
    if (wanted()) return;
  }
};

export const reportPage = async (options: ReportedDevice): Promise<void> => {
  const { url, hall, kiosk, device, wanted, works, goesOn } = options;
  const page = KioskPageId.parse(newCommandId());
  let prints = true;
  let ended: PageReport['ended'];
  const tell = async () => {
    const able = prints && (await works());
    const body: PageReport = { page, able, ...(ended && { ended }) };
    const outcome = await sendCommand({
      ...{ url, role: 'kiosk', kiosk, body, replySchema: PageReportReply, timing: ONCE },
      path: `/api/v1/halls/${hall}/devices/${device}/page`,
    });
    if (!outcome.ok) return null;
    ended = undefined;
    return outcome.reply.sheet;
  };
  while (goesOn()) {
    const sheet = await tell();
    if (!sheet) {
      await untilNext(wanted);
      continue;
    }
    const end: SheetEnd = await loadPrinting().then(
      ({ printSheet }) => printSheet(sheet),
      () => 'not-printed',
    );
    prints = end === 'printed';
    ended = { sheet: sheet.id, end };
  }
};
