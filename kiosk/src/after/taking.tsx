/** A number is on its way: a moment, longer than a blink, or nobody knows yet. Rules: JRN-4. */
import type { JSX } from 'preact';
import { Frame } from '../frame/frame.tsx';
import { Message } from '../frame/message.tsx';
import { LanesScreen } from '../lanes/lanes-screen.tsx';
import type { Screen } from '../model/screen.ts';
import { useI18n } from '../texts.ts';

type TakingProps = { readonly shown: Screen & { kind: 'taking' } };

export function Taking({ shown }: TakingProps): JSX.Element {
  const { t } = useI18n();
  const { wanted, sending } = shown;
  if (sending === 'sent') return <LanesScreen service={wanted.service} pending={wanted.lane} />;
  return (
    <Frame name="taking">
      <Message icon="busy" title={t.kiosk.taking}>
        {t.kiosk.takingText}
      </Message>
    </Frame>
  );
}

export function Unsure(): JSX.Element {
  const { t } = useI18n();
  return (
    <Frame name="unsure">
      <Message icon="busy" title={t.kiosk.unsureTitle}>
        <p>{t.kiosk.unsureText}</p>
        <p>{t.kiosk.askStaff}</p>
      </Message>
    </Frame>
  );
}
