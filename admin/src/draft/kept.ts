/** The draft outlives a reload of its page. */
import { HallConfig } from '@tingxu/contract/config';
import type { HallId } from '@tingxu/contract/ids';
import type { Draft } from './draft-config.ts';

/** As much of `Storage` as is needed. */
export type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What somebody works at, and what it was made from. */
export type Work = {
  /** The newest version that its author has seen. Rules: CONF-2. */
  readonly basedOn: number;
  /** What was in force then. */
  readonly origin: HallConfig;
  readonly draft: Draft;
};

const keyOf = (hall: HallId): string => `tingxu.admin.${hall}`;

export const keep = (memory: Memory, hall: HallId, work: Work | null): void => {
  if (work === null) memory.removeItem(keyOf(hall));
  else memory.setItem(keyOf(hall), JSON.stringify(work));
};

/** Null when nothing was kept, or by a version that wrote it otherwise. */
export const keptWork = (memory: Memory, hall: HallId): Work | null => {
  try {
    const kept: unknown = JSON.parse(memory.getItem(keyOf(hall)) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return null;
    const { basedOn, origin, draft } = kept as Partial<Record<keyof Work, unknown>>;
    const config = HallConfig.safeParse(origin);
    const whole = typeof draft === 'object' && draft !== null;
    if (!config.success || typeof basedOn !== 'number' || !whole) return null;
    return { basedOn, origin: config.data, draft: draft as Draft };
  } catch {
    return null;
  }
};
