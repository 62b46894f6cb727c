/** The whole of taking a ticket, loaded only by a phone that has none: others show their ticket sooner. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { BadLink } from '../bad-link.tsx';
import { useI18n } from '../texts.ts';
import { createTakeModel } from './take-model.ts';
import { TakePage } from './take-page.tsx';
import { type Address, readVisit } from './visit.ts';

export type TakingProps = {
  readonly address: Address;
  readonly toTicket: (link: string) => void;
};

export function Taking({ address, toTicket }: TakingProps): JSX.Element {
  const { zone } = useI18n();
  const [model] = useState(() => {
    const visit = readVisit(address);
    const onZone = (of: string): void => {
      zone.value = of;
    };
    return visit && createTakeModel({ url: location.origin, ...visit, toTicket, onZone });
  });
  return model ? <TakePage model={model} /> : <BadLink />;
}
