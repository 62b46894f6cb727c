/** The whole of taking a ticket, loaded only by a phone that has none: others show their ticket sooner. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { BadLink } from '../bad-link.tsx';
import { createTakeModel } from './take-model.ts';
import { TakePage } from './take-page.tsx';
import { type Address, readVisit } from './visit.ts';

export type TakingProps = {
  readonly address: Address;
  readonly toTicket: (link: string) => void;
};

export function Taking({ address, toTicket }: TakingProps): JSX.Element {
  const [model] = useState(() => {
    const visit = readVisit(address);
    return visit && createTakeModel({ url: location.origin, ...visit, toTicket });
  });
  return model ? <TakePage model={model} /> : <BadLink />;
}
