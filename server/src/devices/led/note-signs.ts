/** What signs have acknowledged, written down by the server itself: each call once for each sign. Rules: LED-8. */
import type { DeviceId } from '@tingxu/contract/devices';
import { CommandId } from '@tingxu/contract/ids';
import { asServer } from '../../runtime/as-server.ts';
import type { HallRuntime } from '../../runtime/hall-runtime.ts';
import type { SignedCall } from './sign-calls.ts';

export type NoteSigns = (address: number, calls: readonly SignedCall[]) => void;

export type NoteSignsOptions = {
  readonly hall: Pick<HallRuntime, 'submit'>;
  readonly device: DeviceId;
  readonly onFailure: (error: unknown) => void;
};

/** The key stands for sign, call and attempt: after a restart of the server the same is still one fact. */
export const noteSigns = ({ hall, device, onFailure }: NoteSignsOptions): NoteSigns => {
  const onSign = new Map<number, ReadonlySet<CommandId>>();
  return (address, calls) => {
    const before = onSign.get(address);
    const now = new Set<CommandId>();
    for (const { ticket, attempt } of calls) {
      const id = CommandId.parse(`system:sign-${device}-${address}-${ticket}-${attempt}`);
      now.add(id);
      if (before?.has(id)) continue;
      const command = { type: 'NoteSign', ticket, attempt, device, address } as const;
      asServer(hall, command, id).catch(onFailure);
    }
    onSign.set(address, now);
  };
};
