/** The ticket in five facts, so that most questions end here. */
import type { TicketDetail } from '@tingxu/contract/rest';
import { LaneTag } from '@tingxu/ui/lane-tag';
import { cx } from '@tingxu/ui/lib/cx';
import { counterLabel, laneOf, serviceOf } from '@tingxu/ui/lib/profile';
import { StatusPill } from '@tingxu/ui/status-pill';
import { TicketNumber } from '@tingxu/ui/ticket-number';
import type { ComponentChildren, JSX } from 'preact';
import { factsOf, type LegWait, togetherMs } from './facts.ts';
import { type TrailI18n, useTrail } from './seat.ts';
import styles from './trail-dialog.module.css';
import { type TrailWords, useI18n } from './words.ts';

type Props = { readonly detail: TicketDetail };

/** Which ticket, and what became of it. */
export function TrailTitle({ detail }: Props): JSX.Element {
  const { profile } = useTrail();
  const { t, words, pick } = useI18n();
  const { ticket } = detail;
  const lane = laneOf(profile.value, ticket.lane);
  const service = serviceOf(profile.value, ticket.service);
  return (
    <span class={cx(styles['who'])}>
      <TicketNumber number={ticket.number} size="l" />
      {lane && <LaneTag lane={lane.id} label={pick(lane.name)} />}
      <span>{service && pick(service.name)}</span>
      <StatusPill tone={ticket.state === 'ended' ? 'quiet' : 'info'}>
        {stateText(detail, t, words)}
      </StatusPill>
    </span>
  );
}

export function TrailFacts({ detail }: Props): JSX.Element {
  const { profile } = useTrail();
  const { t, words, format } = useI18n();
  const facts = factsOf(detail);
  return (
    <dl class={cx(styles['facts'])}>
      <Fact name={words.issued}>{format.clock(facts.issuedAt)}</Fact>
      <Fact name={words.waited}>
        {facts.waits.length === 0 && '—'}
        {facts.waits.map((wait) => (
          <Wait key={`${wait.service} ${wait.from}`} wait={wait} named={facts.waits.length > 1} />
        ))}
        {facts.waits.length > 1 && <Together waits={facts.waits} />}
      </Fact>
      <Fact name={words.calls}>
        {facts.calls === 0 ? words.none : words.callsOf(facts.calls, facts.counted)}
      </Fact>
      <Fact name={t.staff.column.counter}>
        {facts.counter ? t.common.counter(counterLabel(profile.value, facts.counter)) : '—'}
        {facts.staff && ` · ${facts.staff}`}
      </Fact>
      <Fact name={words.ended}>{facts.endedAt === null ? '—' : format.clock(facts.endedAt)}</Fact>
    </dl>
  );
}

/** The wait of one service; with its name where the visit has several. */
function Wait(props: { readonly wait: LegWait; readonly named: boolean }): JSX.Element {
  const { now, profile } = useTrail();
  const { words, pick, format } = useI18n();
  const { service, from, to, called } = props.wait;
  const name = serviceOf(profile.value, service)?.name;
  const elapsed = format.elapsed((to ?? now.value) - from);
  const text = to === null ? words.waitsStill(elapsed) : elapsed;
  return (
    <span class={cx(styles['wait'])}>
      {props.named && `${name ? pick(name) : service} `}
      {to !== null && !called ? words.uncalled(elapsed) : text}
    </span>
  );
}

/** As the lists show it. Rules: STAT-5. */
function Together({ waits }: { readonly waits: readonly LegWait[] }): JSX.Element {
  const { now } = useTrail();
  const { words, format } = useI18n();
  const elapsed = format.elapsed(togetherMs(waits, now.value));
  return <span class={cx(styles['wait'])}>{words.together(elapsed)}</span>;
}

const stateText = ({ ticket }: TicketDetail, t: TrailI18n['t'], words: TrailWords): string => {
  if (ticket.state !== 'ended') return t.staff.ticketState[ticket.state];
  return ticket.endReason ? t.staff.endReason[ticket.endReason] : words.ended;
};

function Fact(props: { readonly name: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt class={cx(styles['name'])}>{props.name}</dt>
      <dd class={cx(styles['value'])}>{props.children}</dd>
    </div>
  );
}
