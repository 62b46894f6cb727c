/** The customer of the moment: the number as large as it goes, beside it what a dispute would ask. */

import type { TicketRow } from '@tingxu/contract/views';
import { DocumentsLine } from '@tingxu/ui/documents-line';
import { Keycap } from '@tingxu/ui/keycap';
import { LaneTag } from '@tingxu/ui/lane-tag';
import { cx } from '@tingxu/ui/lib/cx';
import { waitedMs } from '@tingxu/ui/lib/waited';
import { Mark } from '@tingxu/ui/state-dot';
import { StatusPill } from '@tingxu/ui/status-pill';
import { TicketNumber } from '@tingxu/ui/ticket-number';
import { TicketSlip } from '@tingxu/ui/ticket-slip';
import type { ComponentChildren, JSX } from 'preact';
import { useI18n } from '../texts.ts';
import { ticketNotes } from '../waiting/ticket-notes.ts';
import { laneOf, serviceOf } from '../waiting/waiting-list.ts';
import styles from './current-ticket.module.css';
import type { WithTicket } from './desk.ts';
import { useDesk } from './desk-context.tsx';
import { useDocked } from './docked.ts';
import { CAPS } from './key-caps.ts';
import { missGate } from './miss-gate.ts';
import { voiceWords } from './voice-words.ts';

/** A letter and three digits; after 999 the number is set smaller. */
const USUAL_CHARACTERS = 4;

export function CurrentTicket({ desk }: { readonly desk: WithTicket }): JSX.Element {
  const { view } = useDesk();
  const docked = useDocked();
  const i18n = useI18n();
  const { t, pick, format } = i18n;
  const { ticket, kind } = desk;
  const heard = kind === 'calling' ? voiceWords(ticket, i18n) : [];
  const notes = [...heard, ...(view.value ? ticketNotes(view.value, ticket, i18n) : [])];
  const profile = view.value?.profile ?? null;
  const lane = laneOf(profile, ticket.lane);
  const service = serviceOf(profile, ticket.service);
  const characters = Math.max(USUAL_CHARACTERS, ticket.number.length);
  return (
    <TicketSlip
      row={!docked}
      active={kind === 'calling'}
      class={styles['slip']}
      stub={<Facts desk={desk} />}
      label={ticket.number}
    >
      <div class={cx(styles['face'])}>
        <div class={cx(styles['state'])}>
          <StatusPill tone={kind === 'calling' ? 'info' : 'ok'}>
            {t.staff.counterState[kind]}
          </StatusPill>
          {lane && <LaneTag lane={lane.id} label={pick(lane.name)} />}
          <span class={cx(styles['muted'])}>{t.staff.since(format.clock(desk.sinceAt))}</span>
        </div>
        <div class={cx(styles['number'])} style={{ '--characters': characters }}>
          <TicketNumber number={ticket.number} />
        </div>
        <p class={cx(styles['service'])}>{service && pick(service.name)}</p>
        <Documents ticket={ticket} />
        <Notes notes={notes} />
      </div>
    </TicketSlip>
  );
}

/** What the service asks for and what was seen of it; opens the list. Rules: ISSUE-5, PREP-4. */
function Documents({ ticket }: { readonly ticket: TicketRow }): JSX.Element | null {
  const { view, press } = useDesk();
  const { t, pick } = useI18n();
  const asked = serviceOf(view.value?.profile ?? null, ticket.service)?.documents;
  if (!asked) return null;
  return (
    <button
      type="button"
      class={cx(styles['documents'])}
      // The next Space still walks the loop.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => press('documents')}
    >
      <DocumentsLine
        names={asked.map(pick)}
        missing={ticket.documents?.missing ?? null}
        words={t.staff.documents}
        listed={t.common.listed}
      />
      <Keycap>{CAPS.documents.letter}</Keycap>
    </button>
  );
}

/** Whom to greet, where the directory knows, and what is special about the visit: one line. */
function Notes({ notes }: { readonly notes: readonly string[] }): JSX.Element | null {
  const { customer } = useDesk();
  const { t } = useI18n();
  const { maskedName = null, class: one } = customer.value ?? {};
  const words = [...(one ? [t.staff.customerClass[one]] : []), ...notes];
  if (words.length === 0) return null;
  return (
    <p class={cx(styles['notes'])} data-testid="notes">
      {maskedName && <strong class={cx(styles['customer'])}>{maskedName}</strong>}
      {words.join(' · ')}
    </p>
  );
}

function Facts({ desk }: { readonly desk: WithTicket }): JSX.Element {
  const { now } = useDesk();
  const { t, format } = useI18n();
  const { ticket, kind } = desk;
  const calledAt = ticket.calledAt ?? desk.sinceAt;
  const runsFromAt = kind === 'serving' ? (ticket.startedAt ?? desk.sinceAt) : calledAt;
  return (
    <dl class={cx(styles['facts'])}>
      <Fact name={kind === 'serving' ? t.counter.serving : t.counter.callTime} main>
        {format.elapsed(now.value - runsFromAt)}
        {kind === 'serving' && <Usual ticket={ticket} servedMs={now.value - runsFromAt} />}
      </Fact>
      <Fact name={ticket.leg > 0 ? t.counter.waitedVisit : t.counter.waited}>
        {format.elapsed(waitedMs(ticket, calledAt))}
      </Fact>
      <Fact name={t.counter.calledAt}>{format.clock(calledAt)}</Fact>
      <Fact name={t.counter.calls} wide>
        {t.counter.times(ticket.calls)}
        {kind === 'calling' && <Counted ticket={ticket} />}
      </Fact>
    </dl>
  );
}

/** From here on a service takes notably longer than is usual. */
const LONG_USUALS = 1.5;

/** What the service takes as a rule, so that the teller knows before the customer asks. */
function Usual(props: {
  readonly ticket: TicketRow;
  readonly servedMs: number;
}): JSX.Element | null {
  const { view } = useDesk();
  const { t, format } = useI18n();
  const usualMs = view.value?.services[props.ticket.service]?.usualMs ?? 0;
  if (usualMs === 0) return null;
  const long = props.servedMs > usualMs * LONG_USUALS;
  return (
    <span class={cx(styles['usual'], long && styles['long'])} data-testid="usual">
      {long && <Mark tone="warn" />}
      {t.desk.usual(format.age(usualMs))}
    </span>
  );
}

/** How far the calls count towards a miss: the system's count, for teller and customer alike. */
function Counted({ ticket }: { readonly ticket: TicketRow }): JSX.Element {
  const { now } = useDesk();
  const { t } = useI18n();
  return (
    <span class={cx(styles['counted'])}>
      <span>{t.counter.counted(ticket.countedCalls, ticket.callsNeeded)}</span>
      <span>{gateText(t.counter, ticket, now.value)}</span>
    </span>
  );
}

const gateText = (
  texts: ReturnType<typeof useI18n>['t']['counter'],
  ticket: TicketRow,
  at: number,
): string => {
  const gate = missGate(ticket, at);
  if (gate.kind === 'allowed') return texts.missReady;
  if (gate.kind === 'too-early') return texts.missIn(gate.seconds);
  return gate.recallCountsIn > 0 ? texts.recallCountsIn(gate.recallCountsIn) : texts.recallCounts;
};

type FactProps = {
  readonly name: string;
  readonly main?: boolean;
  readonly wide?: boolean;
  readonly children: ComponentChildren;
};

function Fact({ name, main = false, wide = false, children }: FactProps): JSX.Element {
  return (
    <div class={cx(styles['fact'], main && styles['main'], wide && styles['wide'])}>
      <dt class={cx(styles['name'])}>{name}</dt>
      <dd class={cx(styles['value'])}>{children}</dd>
    </div>
  );
}
