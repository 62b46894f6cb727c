/** No number was given: why, and what to do. */
import type { ProblemCode } from '@tingxu/contract/problems';
import { Button } from '@tingxu/ui/button';
import type { JSX } from 'preact';
import { BackKey } from '../frame/back-key.tsx';
import { Frame } from '../frame/frame.tsx';
import { Message } from '../frame/message.tsx';
import { useLaterI18n } from '../later-texts.ts';
import { useModel } from '../model/model-context.ts';

export function Failed({ code }: { readonly code: ProblemCode }): JSX.Element {
  const model = useModel();
  const { t } = useLaterI18n();
  return (
    <Frame name="failed" wayOn={<BackKey />}>
      <Message
        icon="alert"
        title={t.kiosk.failedTitle}
        action={
          <Button variant="primary" size="touch" data-testid="try-again" onClick={model.tryAgain}>
            {t.kiosk.failedAgain}
          </Button>
        }
      >
        {t.problemsPublic[code]}
      </Message>
    </Frame>
  );
}
