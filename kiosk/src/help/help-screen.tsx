/** Somebody was asked to come, and comes; or where a person is found. Rules: HELP-1, HELP-2. */
import { Button } from '@tingxu/ui/button';
import type { JSX } from 'preact';
import { BackKey } from '../frame/back-key.tsx';
import { Frame } from '../frame/frame.tsx';
import { Message } from '../frame/message.tsx';
import { useModel } from '../model/model-context.ts';
import { useI18n } from '../texts.ts';

const ICONS = {
  ...({ desk: 'person', sending: 'busy', known: 'person' } as const),
  ...({ called: 'bell', coming: 'person' } as const),
};

export function HelpScreen(): JSX.Element {
  const model = useModel();
  const { t } = useI18n();
  const state = model.helpState.value;
  const { title, text } = t.kiosk.help[state];
  const takeBack = (
    <Button size="touch" data-testid="take-back" onClick={model.takeHelpBack}>
      {t.kiosk.helpTakeBack}
    </Button>
  );
  return (
    <Frame name="help" wayOn={<BackKey />}>
      <Message
        key={state}
        icon={ICONS[state]}
        title={<span data-testid={`help-${state}`}>{title}</span>}
        action={state === 'called' || state === 'coming' ? takeBack : undefined}
      >
        {text}
      </Message>
    </Frame>
  );
}
