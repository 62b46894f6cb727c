/** A number that was not taken back, and why. */
import type { TicketNumber as NumberText } from '@tingxu/contract/ids';
import { Button } from '@tingxu/ui/button';
import { TicketNumber } from '@tingxu/ui/ticket-number';
import type { JSX } from 'preact';
import { BackKey } from '../frame/back-key.tsx';
import { Frame } from '../frame/frame.tsx';
import { Message } from '../frame/message.tsx';
import type { Refusal } from '../model/entry.ts';
import { useModel } from '../model/model-context.ts';
import { useI18n } from '../texts.ts';

export type RefusalScreenProps = { readonly number: NumberText; readonly refusal: Refusal };

export function RefusalScreen({ number, refusal }: RefusalScreenProps): JSX.Element {
  const model = useModel();
  const { t } = useI18n();
  const text =
    refusal.kind === 'not-missed'
      ? t.kiosk.notMissed[refusal.state]
      : t.problemsPublic[refusal.code];
  return (
    <Frame name="refusal" wayOn={<BackKey />}>
      <Message
        icon={refusal.kind === 'not-missed' ? 'info' : 'alert'}
        title={<TicketNumber number={number} size="l" />}
        action={
          <Button variant="primary" size="touch" data-testid="entry" onClick={model.openEntry}>
            {t.kiosk.retype}
          </Button>
        }
      >
        <p data-testid="refusal">{text}</p>
      </Message>
    </Frame>
  );
}
