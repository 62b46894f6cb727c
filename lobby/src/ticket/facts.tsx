/** What is known of a ticket: lane and service, its state, when it began, what follows. */

import type { LaneId, ServiceId } from '@tingxu/contract/ids';
import type { TicketSummary } from '@tingxu/contract/rest';
import type { TicketRow } from '@tingxu/contract/views';
import { DocumentsLine } from '@tingxu/ui/documents-line';
import { LaneTag } from '@tingxu/ui/lane-tag';
import { cx } from '@tingxu/ui/lib/cx';
import { laneOf, serviceOf } from '@tingxu/ui/lib/profile';
import { StateDot } from '@tingxu/ui/state-dot';
import type { ComponentChildren, JSX } from 'preact';
import { useLobby } from '../lobby-context.tsx';
import { useI18n } from '../texts.ts';
import { Marks } from './marks.tsx';
import { Standing } from './standing.tsx';
import styles from './ticket-sheet.module.css';

export function TicketFacts({ row }: { readonly row: TicketRow }): JSX.Element {
  const { profile } = useLobby();
  const { t, pick, format } = useI18n();
  const further = row.further.flatMap((id) => serviceOf(profile.value, id) ?? []);
  return (
    <div class={cx(styles['facts'])}>
      <What lane={row.lane} service={row.service}>
        <Customer />
      </What>
      <Documents row={row} />
      <Standing row={row} />
      <Ahead />
      <Marks row={row} />
      <div class={cx(styles['line'], styles['muted'])}>
        <span>{t.lobby.issuedAt(format.time(row.issuedAt))}</span>
        {row.calledAt !== null && row.state !== 'waiting' && (
          <span>{t.lobby.calledAt(format.time(row.calledAt))}</span>
        )}
        {row.leg > 0 && <span>{t.lobby.leg(row.leg + 1)}</span>}
        {further.length > 0 && (
          <span>{t.lobby.further(further.map(({ name }) => pick(name)).join('、'))}</span>
        )}
      </div>
    </div>
  );
}

/** What the customer is told, so that whoever is asked says the same. Source: H39. */
function Ahead(): JSX.Element | null {
  const { sheet } = useLobby();
  const { t, format } = useI18n();
  const outlook = sheet.outlook.value;
  if (!outlook) return null;
  const { ahead, worstPosition, wait } = outlook;
  const range = wait && { lowMs: wait.lowSeconds * 1_000, highMs: wait.highSeconds * 1_000 };
  return (
    <div class={cx(styles['line'])} data-testid="ahead">
      <strong>{t.lobby.ahead(ahead)}</strong>
      <span>{format.wait(range)}</span>
      {worstPosition !== null && (
        <span class={cx(styles['muted'])}>{t.lobby.worst(worstPosition)}</span>
      )}
    </div>
  );
}

/** Nothing where nothing is known. */
function Customer(): JSX.Element | null {
  const { sheet } = useLobby();
  const { t } = useI18n();
  if (!sheet.customer.value) return null;
  const { maskedName, class: one } = sheet.customer.value;
  return (
    <span data-testid="customer">
      {maskedName && <strong>{maskedName} </strong>}
      <span class={cx(styles['muted'])}>{t.staff.customerClass[one]}</span>
    </span>
  );
}

function What(props: {
  readonly lane: LaneId;
  readonly service: ServiceId;
  readonly children?: ComponentChildren;
}): JSX.Element {
  const { profile } = useLobby();
  const { pick } = useI18n();
  const lane = laneOf(profile.value, props.lane);
  const service = serviceOf(profile.value, props.service);
  return (
    <div class={cx(styles['line'])}>
      {lane && <LaneTag lane={lane.id} label={pick(lane.name)} />}
      <strong>{service && pick(service.name)}</strong>
      {props.children}
    </div>
  );
}

/** What the customer must bring, and what has been seen of it. Rules: ISSUE-5, PREP-4. */
function Documents({ row }: { readonly row: TicketRow }): JSX.Element | null {
  const { profile } = useLobby();
  const { t, pick } = useI18n();
  const { documents } = serviceOf(profile.value, row.service) ?? {};
  if (!documents) return null;
  return (
    <DocumentsLine
      names={documents.map(pick)}
      missing={row.documents?.missing ?? null}
      words={t.staff.documents}
      listed={t.common.listed}
    />
  );
}

export function EndedFacts({ summary }: { readonly summary: TicketSummary }): JSX.Element {
  const { t, format } = useI18n();
  const { endedAt, endReason, issuedAt, lane, service } = summary;
  return (
    <div class={cx(styles['content'], styles['facts'])}>
      <What {...{ lane, service }} />
      <StateDot tone="quiet">{endReason ? t.staff.endReason[endReason] : t.lobby.ended}</StateDot>
      <div class={cx(styles['line'], styles['muted'])}>
        <span>{t.lobby.issuedAt(format.time(Date.parse(issuedAt)))}</span>
        {endedAt !== null && <span>{t.lobby.endedAt(format.time(Date.parse(endedAt)))}</span>}
      </div>
    </div>
  );
}
