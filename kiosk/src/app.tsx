/** The screen of the moment. */
import type { ProblemCode } from '@tingxu/contract/problems';
import { Button } from '@tingxu/ui/button';
import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { BackKey } from './frame/back-key.tsx';
import { Frame } from './frame/frame.tsx';
import { Message } from './frame/message.tsx';
import { HelpScreen } from './help/help-screen.tsx';
import { LanesScreen } from './lanes/lanes-screen.tsx';
import { isLater, LaterContext, type LaterShown } from './model/later.ts';
import { useModel } from './model/model-context.ts';
import type { Shown } from './model/screen.ts';
import { ServicesScreen } from './services/services-screen.tsx';
import { useI18n } from './texts.ts';
import { TicketScreen } from './ticket/ticket-screen.tsx';

export function App(): JSX.Element {
  const model = useModel();
  const shown = model.shown.value;
  if (isLater(shown)) return <LaterPart shown={shown} />;
  switch (shown.kind) {
    case 'services':
      return <ServicesScreen pending={null} />;
    case 'lanes':
      return <LanesScreen service={shown.service} pending={null} />;
    case 'taking':
      return <Taking shown={shown} />;
    case 'ticket':
      return <TicketScreen issued={shown.issued} />;
    case 'untold':
      return <Untold />;
    case 'failed':
      return <Failed code={shown.code} />;
    case 'help':
      return <HelpScreen />;
    case 'connecting':
    case 'offline':
    case 'closed':
      return <OutOfService kind={shown.kind} />;
    default:
      return shown satisfies never;
  }
}

function Taking({ shown }: { readonly shown: Shown & { kind: 'taking' } }): JSX.Element {
  const { t } = useI18n();
  const { wanted, sending } = shown;
  if (sending === 'unsure') return <Unsure />;
  if (sending === 'sent') {
    return wanted.lane === null ? (
      <ServicesScreen pending={wanted.service} />
    ) : (
      <LanesScreen service={wanted.service} pending={wanted.lane} />
    );
  }
  return (
    <Frame name="taking">
      <Message icon="busy" title={t.kiosk.taking}>
        {t.kiosk.takingText}
      </Message>
    </Frame>
  );
}

/** Coming back and bookings; for a moment after the start they are still on the way. */
function LaterPart({ shown }: { readonly shown: LaterShown }): JSX.Element {
  const { t } = useI18n();
  const later = useContext(LaterContext).value;
  if ('sending' in shown && shown.sending === 'unsure') return <Unsure />;
  if (later) return <later.LaterScreen shown={shown} />;
  return (
    <Frame name="coming" wayOn={<BackKey />}>
      <Message icon="busy" title={t.kiosk.connectingTitle}>
        {t.kiosk.connectingText}
      </Message>
    </Frame>
  );
}

function Unsure(): JSX.Element {
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

function Untold(): JSX.Element {
  const { t } = useI18n();
  return (
    <Frame name="untold" wayOn={<BackKey />}>
      <Message icon="person" title={t.kiosk.untoldTitle}>
        {t.kiosk.untoldText}
      </Message>
    </Frame>
  );
}

function Failed({ code }: { readonly code: ProblemCode }): JSX.Element {
  const model = useModel();
  const { t } = useI18n();
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

function OutOfService(props: { readonly kind: 'connecting' | 'offline' | 'closed' }): JSX.Element {
  const { t } = useI18n();
  const { kind } = props;
  const icon = kind === 'connecting' ? 'busy' : kind === 'offline' ? 'offline' : 'clock';
  return (
    <Frame name={kind}>
      <Message key={kind} icon={icon} title={t.kiosk[`${kind}Title`]}>
        <p>{t.kiosk[`${kind}Text`]}</p>
        {kind !== 'connecting' && <p>{t.kiosk.askStaff}</p>}
      </Message>
    </Frame>
  );
}
