/** A number or a booking that was not taken, and why. */
import { Button } from '@tingxu/ui/button';
import { TicketNumber } from '@tingxu/ui/ticket-number';
import type { JSX } from 'preact';
import { BackKey } from '../frame/back-key.tsx';
import { Frame } from '../frame/frame.tsx';
import { Message } from '../frame/message.tsx';
import { useLaterI18n } from '../later-texts.ts';
import { useModel } from '../model/model-context.ts';
import type { Screen } from '../model/screen.ts';
import { refusalText, wayOnFrom } from './refusal-text.ts';

export type RefusalScreenProps = { readonly shown: Screen & { kind: 'refusal' } };

export function RefusalScreen({ shown }: RefusalScreenProps): JSX.Element {
  const model = useModel();
  const i18n = useLaterI18n();
  const { number, refusal, again } = shown;
  const { t } = i18n;
  const retype = again === 'entry' ? model.openEntry : model.openReference;
  const { testId, words, press } = {
    again: { testId: again, words: t.kiosk.retype, press: retype },
    anew: { testId: 'anew', words: t.kiosk.takeNumber, press: model.back },
    staff: { testId: 'ask', words: t.kiosk.staff, press: model.help },
  }[wayOnFrom(refusal)];
  return (
    <Frame name="refusal" wayOn={<BackKey />}>
      <Message
        icon={refusal.kind === 'problem' ? 'alert' : 'info'}
        title={number ? <TicketNumber number={number} size="l" /> : t.kiosk.refusedTitle[again]}
        action={
          <Button variant="primary" size="touch" data-testid={testId} onClick={press}>
            {words}
          </Button>
        }
      >
        <p data-testid="refusal">{refusalText(refusal, i18n)}</p>
      </Message>
    </Frame>
  );
}
