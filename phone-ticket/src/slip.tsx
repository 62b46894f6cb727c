/** The ticket itself: what it is about now, the number, and what stands between it and the counter. */
import type { PhoneRow } from '@tingxu/contract/views';
import { tellMissedRule } from '@tingxu/i18n/missed-rule';
import { CounterName } from '@tingxu/ui/counter-name';
import { LaneTag } from '@tingxu/ui/lane-tag';
import { cx } from '@tingxu/ui/lib/cx';
import { counterLabel, laneOf, serviceOf } from '@tingxu/ui/lib/profile';
import { TicketNumber } from '@tingxu/ui/ticket-number';
import { TicketSlip } from '@tingxu/ui/ticket-slip';
import { Words } from '@tingxu/ui/words';
import type { JSX } from 'preact';
import { usePhone } from './phone-context.tsx';
import styles from './slip.module.css';
import type { Stage } from './stage.ts';
import { useI18n } from './texts.ts';

export type LiveKind = Exclude<Stage['kind'], 'connecting' | 'bad-link' | 'rating' | 'over'>;
export type LiveProps = { readonly kind: LiveKind; readonly row: PhoneRow };

export function Slip(props: LiveProps): JSX.Element {
  const { t } = useI18n();
  const { kind, row } = props;
  return (
    <TicketSlip active={kind === 'called'} label={t.phone.yourNumber} stub={<Facts {...props} />}>
      <div class={cx(styles['face'])}>
        <p class={cx(styles['state'], styles[kind])} role="status" data-testid="state">
          {t.phone[row.state]}
        </p>
        <TicketNumber
          number={row.number}
          size="hero"
          tone={kind === 'missed' ? 'muted' : 'strong'}
        />
        {(kind === 'called' || kind === 'serving') && <Where {...props} />}
        <Origin row={row} />
      </div>
    </TicketSlip>
  );
}

function Where({ kind, row }: LiveProps): JSX.Element | null {
  const { t } = useI18n();
  const profile = usePhone().view.value?.profile ?? null;
  if (row.counter === null) return null;
  const label = counterLabel(profile, row.counter);
  const counter = t.common.counter(label);
  const text = kind === 'called' ? t.phone.goTo(counter) : t.phone.at(counter);
  const times = kind === 'called' ? t.phone.calledTimes(row.calls) : '';
  return (
    <div class={cx(styles['where'])} data-testid="where">
      <CounterName text={text} label={label} size="xl" />
      {times && <p class={cx(styles['muted'])}>{times}</p>}
    </div>
  );
}

function Origin({ row }: { readonly row: PhoneRow }): JSX.Element {
  const { pick } = useI18n();
  const profile = usePhone().view.value?.profile ?? null;
  const service = serviceOf(profile, row.service);
  const lane = laneOf(profile, row.lane);
  return (
    <p class={cx(styles['origin'])}>
      {service && <span>{pick(service.name)}</span>}
      {lane && row.lane !== profile?.defaultLane && (
        <LaneTag lane={lane.id} label={pick(lane.name)} />
      )}
    </p>
  );
}

function Facts({ kind, row }: LiveProps): JSX.Element {
  const { t, pick, format, locale } = useI18n();
  const profile = usePhone().view.value?.profile ?? null;
  const rule = laneOf(profile, row.lane)?.missed;
  const next = row.further.map((id) => {
    const service = serviceOf(profile, id);
    return service ? pick(service.name) : id;
  });
  return (
    <div class={cx(styles['facts'])}>
      {kind === 'waiting' && <Outlook row={row} />}
      {kind === 'serving' && <p>{t.phone.servingText}</p>}
      {row.state === 'preparing' && <p>{t.phone.preparingText}</p>}
      <Bring row={row} />
      <Until row={row} />
      {next.length > 0 && <p>{t.phone.next(next.join(' · '))}</p>}
      {rule && (kind === 'waiting' || kind === 'called') && (
        <p class={cx(styles['muted'])} data-testid="missed-rule">
          <Words text={tellMissedRule(rule, locale.value)} />
        </p>
      )}
      <p class={cx(styles['muted'])}>{t.phone.issued(format.time(row.issuedAt))}</p>
    </div>
  );
}

/** The people ahead, the wait as a range, and the promise that holds whatever happens. */
function Outlook({ row }: { readonly row: PhoneRow }): JSX.Element {
  const { t, format } = useI18n();
  const { setBack } = usePhone();
  const { ahead, wait, worstPosition, hold } = row;
  return (
    <>
      <dl class={cx(styles['outlook'])}>
        <div>
          <dt>{t.phone.ahead}</dt>
          <dd data-testid="ahead">{t.phone.people(ahead)}</dd>
        </div>
        <div>
          <dt>{t.phone.wait}</dt>
          <dd data-testid="wait">{format.waitShort(wait)}</dd>
        </div>
      </dl>
      <div class={cx(styles['turn'])} role="status">
        {setBack.value && <p data-testid="set-back">{t.phone.setBack}</p>}
      </div>
      {wait === null && <p>{t.phone.noCounter}</p>}
      {hold > 0 && <p>{t.phone.held(hold)}</p>}
      {worstPosition !== null && <p data-testid="worst">{t.phone.worst(worstPosition)}</p>}
    </>
  );
}

/** What it needs, until it is at the counter. Rules: ISSUE-5. */
function Bring({ row }: { readonly row: PhoneRow }): JSX.Element | null {
  const { t, pick } = useI18n();
  const { documents } = serviceOf(usePhone().view.value?.profile ?? null, row.service) ?? {};
  if (!documents || row.state === 'serving') return null;
  return <p data-testid="bring">{t.common.bring(documents.map(pick).reduce(t.common.listed))}</p>;
}

function Until({ row }: { readonly row: PhoneRow }): JSX.Element | null {
  const { t, format } = useI18n();
  if (row.validUntilAt === null) return null;
  const time = format.time(row.validUntilAt);
  return (
    <p data-testid="until">
      {row.state === 'missed' ? t.phone.missedUntil(time) : t.phone.asideUntil(time)}
    </p>
  );
}
