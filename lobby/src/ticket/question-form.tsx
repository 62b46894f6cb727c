/** What must be said before a ticket is moved or ended: to which lane, and why. */
import { useSignal } from '@preact/signals';
import { type CancelReason, LaneReason, PrepareReason } from '@tingxu/contract/commands';
import type { LaneId } from '@tingxu/contract/ids';
import { OverrideReason } from '@tingxu/contract/override';
import type { TicketRow } from '@tingxu/contract/views';
import type { TicketAction } from '@tingxu/feed-client/manager-action';
import { managerEnds } from '@tingxu/feed-client/walk-out';
import { cx } from '@tingxu/ui/lib/cx';
import { serviceOf } from '@tingxu/ui/lib/profile';
import type { JSX } from 'preact';
import { useLobby } from '../lobby-context.tsx';
import { useI18n } from '../texts.ts';
import { CallForm } from './call-form.tsx';
import { Choices } from './choices.tsx';
import { Form } from './form.tsx';
import { ReasonChoices } from './reason-choices.tsx';
import type { Question } from './sheet-model.ts';
import { lanesFor } from './ticket-options.ts';
import styles from './ticket-sheet.module.css';

type FormProps = { readonly row: TicketRow };

export function QuestionForm({
  row,
  question,
}: FormProps & { readonly question: Question }): JSX.Element {
  if (question === 'missing') return <MissingForm row={row} />;
  if (question === 'lane') return <LaneForm row={row} />;
  if (question === 'call') return <CallForm row={row} />;
  if (question === 'prepare') return <PrepareForm row={row} />;
  return question === 'readmit' ? <ReadmitForm row={row} /> : <CancelForm row={row} />;
}

const nameOf = ({ ticket, number }: TicketRow) => ({ ticket, number });

function LaneForm({ row }: FormProps): JSX.Element {
  const { profile } = useLobby();
  const { t, pick } = useI18n();
  const lanes = lanesFor(profile.value, row);
  const lane = useSignal<LaneId | null>(lanes.length === 1 ? (lanes[0]?.id ?? null) : null);
  const reason = useSignal<LaneReason | null>(null);
  const action: TicketAction | null =
    lane.value && reason.value
      ? { type: 'lane', ...nameOf(row), lane: lane.value, reason: reason.value }
      : null;
  return (
    <Form action={action} words={t.manager.laneText} go={t.common.confirm}>
      <Choices
        name="lane"
        legend={t.manager.chooseLane}
        options={lanes.map(({ id, name }) => ({ value: id, label: pick(name) }))}
        value={lane.value}
        onChange={(next) => {
          lane.value = next;
        }}
      />
      <ReasonChoices options={LaneReason.options} labels={t.staff.laneReason} reason={reason} />
    </Form>
  );
}

/** What is missing, all of it at once. Rules: PREP-4. */
function MissingForm({ row }: FormProps): JSX.Element {
  const { profile } = useLobby();
  const { t, pick } = useI18n();
  const missing = useSignal<readonly number[]>(row.documents?.missing ?? []);
  const asked = serviceOf(profile.value, row.service)?.documents ?? [];
  const action: TicketAction | null =
    missing.value.length === 0
      ? null
      : { type: 'documents', ...nameOf(row), service: row.service, missing: missing.value };
  return (
    <Form
      action={action}
      words={t.staff.documents.hint}
      go={t.manager.missingGo(missing.value.length)}
    >
      <fieldset class={cx(styles['choices'])}>
        <legend class={cx(styles['legend'])}>{t.staff.documents.legend}</legend>
        {asked.map((name, position) => (
          <label key={pick(name)} class={cx(styles['choice'])}>
            <input
              type="checkbox"
              checked={missing.value.includes(position)}
              onChange={() => {
                missing.value = toggled(missing.value, position);
              }}
            />
            <span>{pick(name)}</span>
          </label>
        ))}
      </fieldset>
    </Form>
  );
}

const toggled = (positions: readonly number[], one: number): readonly number[] =>
  positions.includes(one) ? positions.filter((other) => other !== one) : [...positions, one];

/** Nearly always the forms, unless documents were found to be missing. Rules: PREP-1. */
function PrepareForm({ row }: FormProps): JSX.Element {
  const { t } = useI18n();
  const lacking = (row.documents?.missing.length ?? 0) > 0;
  const reason = useSignal<PrepareReason | null>(lacking ? 'documents-missing' : 'forms-missing');
  const action: TicketAction | null = reason.value && {
    type: 'prepare',
    ...nameOf(row),
    reason: reason.value,
  };
  return (
    <Form action={action} words={t.manager.prepareText} go={t.common.confirm}>
      <ReasonChoices
        options={PrepareReason.options}
        labels={t.manager.prepareReason}
        reason={reason}
      />
    </Form>
  );
}

function ReadmitForm({ row }: FormProps): JSX.Element {
  const { t } = useI18n();
  const reason = useSignal<OverrideReason | null>(null);
  const action: TicketAction | null = reason.value && {
    type: 'readmit',
    ...nameOf(row),
    reason: reason.value,
  };
  return (
    <Form action={action} words={t.manager.readmitText} go={t.common.confirm}>
      <ReasonChoices
        options={OverrideReason.options}
        labels={t.staff.overrideReason}
        reason={reason}
      />
    </Form>
  );
}

function CancelForm({ row }: FormProps): JSX.Element {
  const { t } = useI18n();
  const ends = managerEnds(row);
  const reason = useSignal<CancelReason | null>(ends.length === 1 ? (ends[0] ?? null) : null);
  const action: TicketAction | null = reason.value && {
    type: 'cancel',
    ...nameOf(row),
    reason: reason.value,
  };
  return (
    <Form action={action} words={t.staff.cancelTicket.text} go={t.staff.cancelTicket.action} danger>
      <ReasonChoices options={ends} labels={t.staff.cancelReason} reason={reason} />
    </Form>
  );
}
