/** Who made a change: the personnel number, or the system. */
import type { Actor } from '@tingxu/contract/roles';
import type { AdminI18n } from '../texts.ts';

export const who = ({ staff }: Actor, t: AdminI18n['t']): string => staff ?? t.admin.unknownWho;
