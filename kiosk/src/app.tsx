/** The screen of the moment. */
import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { BackKey } from './frame/back-key.tsx';
import { Frame } from './frame/frame.tsx';
import { Message } from './frame/message.tsx';
import { isFirst, LaterContext, type LaterShown } from './model/later.ts';
import { useModel } from './model/model-context.ts';
import { ServicesScreen } from './services/services-screen.tsx';
import { useI18n } from './texts.ts';

export function App(): JSX.Element {
  const model = useModel();
  const shown = model.shown.value;
  if (isFirst(shown)) {
    if (shown.kind === 'services') return <ServicesScreen pending={null} group={null} />;
    if (shown.kind === 'group') return <ServicesScreen pending={null} group={shown.group} />;
    return <OutOfService kind={shown.kind} />;
  }
  // The page that was touched stays while the answer is on the way.
  if (shown.kind === 'taking' && shown.sending === 'sent' && shown.wanted.lane === null) {
    return <ServicesScreen pending={shown.wanted.service} group={null} />;
  }
  return <LaterPart shown={shown} />;
}

/** Everything but the start; for a moment after the page has come it is still on the way. */
function LaterPart({ shown }: { readonly shown: LaterShown }): JSX.Element {
  const { t } = useI18n();
  const later = useContext(LaterContext).value;
  if (later) return <later.LaterScreen shown={shown} />;
  return (
    <Frame name="coming" wayOn={<BackKey />}>
      <Message icon="busy" title={t.kiosk.connectingTitle}>
        {t.kiosk.connectingText}
      </Message>
    </Frame>
  );
}

function OutOfService(props: { readonly kind: 'connecting' | 'offline' | 'closed' }): JSX.Element {
  const { t, format } = useI18n();
  const { opensAt, now } = useModel();
  const { kind } = props;
  const at = kind === 'closed' ? opensAt.value : null;
  const icon = kind === 'connecting' ? 'busy' : kind === 'offline' ? 'offline' : 'clock';
  return (
    <Frame name={kind}>
      <Message key={kind} icon={icon} title={t.kiosk[`${kind}Title`]}>
        {at === null ? (
          <p>{t.kiosk[`${kind}Text`]}</p>
        ) : (
          <p data-testid="opens">
            {t.common.issuingUntil['not-yet'](format.opening(at, now.value))}
          </p>
        )}
        {kind !== 'connecting' && <p>{t.kiosk.askStaff}</p>}
      </Message>
    </Frame>
  );
}
