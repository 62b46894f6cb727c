/** A line without wires, between a device of the server and a twin: it can be cut at any moment. */
import { inbox, type Line, LineClosed, type OpenLine } from '../line.ts';

/** What hears the bytes of one opening of the line. */
export type Ear = (bytes: Uint8Array) => void;

export type RigLine = {
  readonly open: OpenLine;
  /** The cable comes out; the next opening has one again. */
  cut(): void;
};

export type EarOptions = {
  readonly say: (bytes: Uint8Array) => void;
  readonly unplug: () => void;
  readonly isPlugged: () => boolean;
};

export const rigLine = (earOf: (options: EarOptions) => Ear): RigLine => {
  let cut: () => void = () => undefined;
  const open: OpenLine = () => {
    const received = inbox();
    let isPlugged = true;
    const unplug = (): void => {
      isPlugged = false;
      received.end();
    };
    cut = unplug;
    const hear = earOf({ say: received.put, unplug, isPlugged: () => isPlugged });
    const line: Line = {
      write: async (bytes) => {
        if (!isPlugged) throw new LineClosed('the line has ended');
        hear(bytes);
      },
      ...{ read: received.take, forget: received.forget, close: unplug },
    };
    return Promise.resolve(line);
  };
  return { open, cut: () => cut() };
};
