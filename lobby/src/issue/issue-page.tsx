/** Taking a number for a customer, by the kiosk's own rules, also before the doors open. */
import { useSignal } from '@preact/signals';
import type { LaneId, ServiceId } from '@tingxu/contract/ids';
import type { SupervisorView } from '@tingxu/contract/views';
import { Button } from '@tingxu/ui/button';
import { LaneTag } from '@tingxu/ui/lane-tag';
import { cx } from '@tingxu/ui/lib/cx';
import { notIssuing } from '@tingxu/ui/lib/not-issuing';
import { serviceOf } from '@tingxu/ui/lib/profile';
import { Notice } from '@tingxu/ui/notice';
import type { JSX } from 'preact';
import { useLobby } from '../lobby-context.tsx';
import { useI18n } from '../texts.ts';
import { staffLanes } from '../ticket/ticket-options.ts';
import styles from './issue-page.module.css';
import { Issued } from './issued.tsx';
import { serviceOffers } from './issuing.ts';

export function IssuePage(): JSX.Element | null {
  const { issued, view } = useLobby();
  if (issued.value) return <Issued reply={issued.value} />;
  return view.value && <IssueForm view={view.value} />;
}

function IssueForm({ view }: { readonly view: SupervisorView }): JSX.Element {
  const { act, commands, live } = useLobby();
  const { t } = useI18n();
  const service = useSignal<ServiceId | null>(null);
  const lane = useSignal<LaneId | null>(view.profile?.defaultLane ?? null);
  const preparing = useSignal(false);
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!service.value || !lane.value) return;
    void act({
      type: 'issue',
      service: service.value,
      lane: lane.value,
      preparing: preparing.value,
    });
  };
  return (
    <form class={cx(styles['form'])} onSubmit={submit}>
      <div class={cx(styles['scroll'])}>
        <Hours view={view} />
        <Services
          view={view}
          value={service.value}
          onChange={(next) => {
            service.value = next;
          }}
        />
      </div>
      <div class={cx(styles['reach'])}>
        <Lanes
          view={view}
          value={lane.value}
          onChange={(next) => {
            lane.value = next;
          }}
        />
        <Bring view={view} service={service.value} />
        <label class={cx(styles['check'])}>
          <input
            type="checkbox"
            checked={preparing.value}
            onChange={(event) => {
              preparing.value = event.currentTarget.checked;
            }}
          />
          <span>{t.lobby.preparing}</span>
        </label>
        <Button
          type="submit"
          size="l"
          block
          variant="primary"
          icon="ticket"
          disabled={!live.value || service.value === null || lane.value === null}
          pending={commands.pending.value?.type === 'issue'}
          data-testid="issue"
        >
          {t.lobby.issue}
        </Button>
      </div>
    </form>
  );
}

/** To be asked for before the number is given. Rules: ISSUE-5. */
function Bring(props: {
  readonly view: SupervisorView;
  readonly service: ServiceId | null;
}): JSX.Element | null {
  const { t, pick } = useI18n();
  const { view, service } = props;
  const documents = service && serviceOf(view.profile, service)?.documents;
  return documents ? (
    <p data-testid="bring">{t.common.bring(documents.map(pick).reduce(t.common.listed))}</p>
  ) : null;
}

/**
 * What stands in the way, or must be told: before an opening staff issue early, and only the hall
 * knows from when, so that is told and not forbidden. Rules: HOURS-2, HOURS-6.
 */
function Hours({ view }: { readonly view: SupervisorView }): JSX.Element | null {
  const { now } = useLobby();
  const { t, format } = useI18n();
  const note = notIssuing(view);
  if (!note) return null;
  const { state, untilAt, reason } = note;
  const early = state === 'not-yet' && untilAt !== null;
  if (early) return <Notice tone="info">{t.lobby.preOpening(format.time(untilAt))}</Notice>;
  const said =
    untilAt === null
      ? t.common.issuing[state]
      : t.common.issuingUntil[state](format.when(untilAt, now.value));
  return (
    <Notice tone="warn">
      {[said, reason && t.common.issuingReason[reason]].filter(Boolean).join(' · ')}
    </Notice>
  );
}

type ChoiceProps<T> = {
  readonly view: SupervisorView;
  readonly value: T | null;
  readonly onChange: (value: T) => void;
};

function Services({ view, value, onChange }: ChoiceProps<ServiceId>): JSX.Element {
  const { t, pick, format } = useI18n();
  return (
    <fieldset class={cx(styles['services'])}>
      <legend class={cx(styles['legend'])}>{t.lobby.chooseService}</legend>
      {serviceOffers(view).map(({ service, name, wait, offered }) => (
        <button
          key={service}
          type="button"
          class={cx(styles['service'])}
          aria-pressed={value === service}
          aria-disabled={offered ? undefined : true}
          data-testid={`service-${service}`}
          onClick={() => {
            if (offered) onChange(service);
          }}
        >
          <span>{pick(name)}</span>
          <span class={cx(styles['note'])}>
            {offered ? t.lobby.waitNow(format.wait(wait)) : t.lobby.notOffered}
          </span>
        </button>
      ))}
    </fieldset>
  );
}

function Lanes({ view, value, onChange }: ChoiceProps<LaneId>): JSX.Element {
  const { t, pick } = useI18n();
  return (
    <fieldset class={cx(styles['lanes'])} aria-label={t.lobby.chooseLaneFor}>
      {staffLanes(view.profile).map((lane) => (
        <button
          key={lane.id}
          type="button"
          class={cx(styles['lane'])}
          aria-pressed={value === lane.id}
          data-testid={`lane-${lane.id}`}
          onClick={() => onChange(lane.id)}
        >
          <LaneTag lane={lane.id} label={pick(lane.name)} />
        </button>
      ))}
    </fieldset>
  );
}
