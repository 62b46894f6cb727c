/** Boxes that are on a line and are not polled: lately powered, at an address of another one, or of no counter. */
import type { Session } from './frame.ts';

/** Heard no more for so long, a box is gone; longer than two questions who is there. Units: ms. */
const REMEMBERED_MS = 11_000;

export type Strays = {
  note(address: number, session: Session): void;
  forget(address: number, session: Session): void;
  /** Those that claim an address, each once. */
  at(address: number): readonly Session[];
  /** Addresses that are claimed, from the lowest. */
  addresses(): readonly number[];
};

type Stray = { readonly address: number; readonly session: Session; readonly at: number };

const isBox = (stray: Stray, address: number, { serial }: Session): boolean =>
  stray.address === address && stray.session.serial === serial;

export const straysOf = (): Strays => {
  let all: readonly Stray[] = [];
  const lately = (): readonly Stray[] => {
    const now = performance.now();
    all = all.filter(({ at }) => now - at < REMEMBERED_MS);
    return all;
  };
  const without = (address: number, session: Session): readonly Stray[] =>
    lately().filter((one) => !isBox(one, address, session));
  return {
    note: (address, session) => {
      all = [...without(address, session), { address, session, at: performance.now() }];
    },
    forget: (address, session) => {
      all = without(address, session);
    },
    at: (address) =>
      lately()
        .filter((one) => one.address === address)
        .map(({ session }) => session),
    addresses: () =>
      [...new Set(lately().map(({ address }) => address))].sort((one, two) => one - two),
  };
};
