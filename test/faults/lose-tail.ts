/** What a power cut may do to a journal that never synced: the last frames of the WAL are gone. */
import { statSync, truncateSync } from 'node:fs';

const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
const PAGE_BYTES = 4_096;

/** Cuts the WAL of a stopped server to a share of its frames. Returns how many were lost. */
export const loseTail = (journal: string, kept: number): number => {
  const wal = `${journal}-wal`;
  const frameBytes = FRAME_HEADER_BYTES + PAGE_BYTES;
  const frames = Math.floor((statSync(wal).size - HEADER_BYTES) / frameBytes);
  const left = Math.floor(frames * kept);
  truncateSync(wal, HEADER_BYTES + left * frameBytes);
  return frames - left;
};
