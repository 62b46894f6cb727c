/** The screen of the moment. */
import type { ProblemCode } from '@tingxu/contract/problems';
import { Button } from '@tingxu/ui/button';
import type { JSX } from 'preact';
import { BackKey } from './frame/back-key.tsx';
import { Frame } from './frame/frame.tsx';
import { Message } from './frame/message.tsx';
import { LanesScreen } from './lanes/lanes-screen.tsx';
import { EntryScreen } from './missed/entry-screen.tsx';
import { ReferenceScreen } from './missed/reference-screen.tsx';
import { RefusalScreen } from './missed/refusal-screen.tsx';
import { ReturnedScreen } from './missed/returned-screen.tsx';
import { useModel } from './model/model-context.ts';
import type { Shown } from './model/screen.ts';
import { ServicesScreen } from './services/services-screen.tsx';
import { useI18n } from './texts.ts';
import { TicketScreen } from './ticket/ticket-screen.tsx';

export function App(): JSX.Element {
  const model = useModel();
  const shown = model.shown.value;
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
    case 'entry':
      return <EntryScreen typed={shown.typed} pending={false} />;
    case 'refusal':
      return <RefusalScreen shown={shown} />;
    case 'reference':
      return <ReferenceScreen typed={shown.typed} pending={false} />;
    case 'returning':
    case 'checking':
      return <Arriving shown={shown} />;
    case 'returned':
      return <ReturnedScreen ticket={shown.ticket} />;
    case 'help':
      return <Help />;
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

/** The page that was touched stays where it is while the answer is on the way; a scan had none. */
function Arriving(props: {
  readonly shown: Shown & { kind: 'returning' | 'checking' };
}): JSX.Element {
  const { shown } = props;
  if (shown.sending === 'unsure') return <Unsure />;
  if (shown.kind === 'checking') return <ReferenceScreen typed={shown.typed} pending />;
  return <EntryScreen typed={shown.number ?? ''} pending />;
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

function Help(): JSX.Element {
  const { t } = useI18n();
  return (
    <Frame name="help" wayOn={<BackKey />}>
      <Message icon="person" title={t.kiosk.staffTitle}>
        {t.kiosk.staffText}
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
      <Message icon={icon} title={t.kiosk[`${kind}Title`]}>
        <p>{t.kiosk[`${kind}Text`]}</p>
        {kind !== 'connecting' && <p>{t.kiosk.askStaff}</p>}
      </Message>
    </Frame>
  );
}
