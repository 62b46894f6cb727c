/** The first touch: what the customer wants, or the group that it is in. Rules: ISSUE-6. */
import { type NotIssuing, untilWhen } from '@tingxu/ui/lib/not-issuing';
import { Words } from '@tingxu/ui/words';
import type { JSX } from 'preact';
import { BackKey } from '../frame/back-key.tsx';
import { Frame } from '../frame/frame.tsx';
import { Key } from '../frame/key.tsx';
import { Message } from '../frame/message.tsx';
import { useModel } from '../model/model-context.ts';
import { useI18n } from '../texts.ts';
import { ServiceList } from './service-list.tsx';

export type ServicesScreenProps = {
  /** The service that is being asked for, while its ticket is on the way. */
  readonly pending: string | null;
  /** The group that was touched. */
  readonly group: string | null;
};

export function ServicesScreen({ pending, group }: ServicesScreenProps): JSX.Element {
  const model = useModel();
  const { t, pick } = useI18n();
  const stopped = model.notIssuing.value;
  const asked = model.card.value ? t.kiosk.cardRead : t.kiosk.chooseService;
  const within = model.groups.value.find((offer) => offer.group.id === group);
  return (
    <Frame
      name={within ? `group-${within.group.id}` : 'services'}
      title={stopped ? undefined : within ? <Words text={pick(within.group.name)} /> : asked}
      wayOn={within ? <BackKey /> : <EntryKey />}
    >
      {stopped ? (
        <NoNumbers stopped={stopped} />
      ) : (
        <ServiceList
          key={within?.group.id ?? ''}
          offers={within?.services ?? model.services.value}
          groups={within ? [] : model.groups.value}
          pending={pending}
        />
      )}
    </Frame>
  );
}

function EntryKey(): JSX.Element {
  const model = useModel();
  const { t } = useI18n();
  return (
    <Key data-testid="entry" onClick={model.openEntry}>
      {t.kiosk.missed}
    </Key>
  );
}

/** Whoever missed a call can still come back, so the keys stay. */
function NoNumbers({ stopped }: { readonly stopped: NotIssuing }): JSX.Element {
  const model = useModel();
  const { t, format } = useI18n();
  const { state, untilAt, reason } = stopped;
  const until = untilWhen(format, stopped, model.now.value);
  return (
    <Message key={`${state} ${reason} ${untilAt}`} icon="clock" title={t.common.issuing[state]}>
      {reason !== null && <p data-testid="reason">{t.common.issuingReason[reason]}</p>}
      {until !== null && <p data-testid="until">{t.kiosk.numbersFrom(until)}</p>}
      <p>{t.kiosk.seeStaff}</p>
    </Message>
  );
}
