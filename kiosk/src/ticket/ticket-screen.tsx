/** The ticket that the server has acknowledged. Rules: WAIT-1, CALL-6. */
import type { IssueReply } from '@tingxu/contract/rest';
import { LaneTag } from '@tingxu/ui/lane-tag';
import { cx } from '@tingxu/ui/lib/cx';
import { serviceOf } from '@tingxu/ui/lib/profile';
import { QrCode } from '@tingxu/ui/qr-code';
import { TicketNumber } from '@tingxu/ui/ticket-number';
import { TicketSlip } from '@tingxu/ui/ticket-slip';
import { Words } from '@tingxu/ui/words';
import type { JSX } from 'preact';
import roomy from '../fit/roomy.module.css';
import { useFit } from '../fit/use-fit.ts';
import { FinishKey } from '../frame/finish-key.tsx';
import { Frame } from '../frame/frame.tsx';
import { useModel } from '../model/model-context.ts';
import { laneRule } from '../model/offers.ts';
import { useI18n } from '../texts.ts';
import { LAST_LOOK, TICKET_LOOKS, type TicketLook } from './looks.ts';
import { missedSentence } from './missed-sentence.ts';
import styles from './ticket-screen.module.css';

export type TicketScreenProps = { readonly issued: IssueReply };
type PartProps = TicketScreenProps & { readonly look: TicketLook };

export function TicketScreen({ issued }: TicketScreenProps): JSX.Element {
  const model = useModel();
  const { t, pick } = useI18n();
  const service = serviceOf(model.profile.value, issued.ticket.service);
  const paper = model.paper(issued.ticket.number);
  const { place, level } = useFit(TICKET_LOOKS.length, `${issued.ticket.id} ${paper}`);
  const look = TICKET_LOOKS[level] ?? LAST_LOOK;
  return (
    <Frame
      name="ticket"
      title={look.origin === 'none' && service ? pick(service.name) : t.kiosk.ticketTitle}
      wayOn={<FinishKey />}
    >
      <div class={cx(styles['place'], look.roomy && roomy['roomy'])} ref={place}>
        <TicketSlip
          class={styles['slip']}
          stub={<Facts issued={issued} look={look} />}
          label={t.kiosk.yourNumber}
        >
          <div class={cx(styles['face'], look.code === 'beside' && styles['coded'])} data-fit="">
            <div class={cx(styles['named'], look.origin === 'beside' && styles['in-row'])}>
              <TicketNumber
                number={issued.ticket.number}
                size={look.number}
                class={styles['number']}
              />
              {look.origin !== 'none' && <Origin issued={issued} look={look} />}
            </div>
            {look.code !== 'none' && <PhoneCode issued={issued} look={look} />}
          </div>
        </TicketSlip>
      </div>
    </Frame>
  );
}

/** Opens the ticket on the customer's own phone. Rules: LINK-1. */
function PhoneCode({ issued, look }: PartProps): JSX.Element {
  const below = look.code === 'below';
  const model = useModel();
  const { t } = useI18n();
  return (
    <div class={cx(styles['coding'])}>
      <div class={cx(styles['code'], below && styles['below'])} data-testid="phone-code">
        <QrCode text={model.phonePage(issued.link)} label={t.kiosk.phoneCode} />
      </div>
      {below && !look.short && (
        <p class={cx(styles['what-for'])} aria-hidden="true">
          <Words text={t.kiosk.phoneCode} />
        </p>
      )}
    </div>
  );
}

/** What for, in which lane, when. */
function Origin({ issued, look }: PartProps): JSX.Element {
  const model = useModel();
  const { t, pick, format } = useI18n();
  const { ticket } = issued;
  const profile = model.profile.value;
  const service = profile?.services.find(({ id }) => id === ticket.service);
  const lane = profile?.lanes.find(({ id }) => id === ticket.lane);
  const time = format.time(Date.parse(ticket.issuedAt));
  return (
    <p class={cx(styles['origin'])}>
      {service && <span>{pick(service.name)}</span>}
      {lane && ticket.lane !== profile?.defaultLane && (
        <LaneTag lane={lane.id} label={pick(lane.name)} />
      )}
      {look.origin === 'all' && <span class={cx(styles['time'])}>{t.kiosk.issuedAt(time)}</span>}
    </p>
  );
}

/** Where paper was to be had: that it comes, or that it will not. Rules: SLIP-1. */
function PaperLine({ issued }: TicketScreenProps): JSX.Element | null {
  const model = useModel();
  const { t } = useI18n();
  const paper = model.paper(issued.ticket.number);
  if (paper === null) return null;
  return (
    <p class={cx(styles['paper'], paper === 'none' && styles['no-paper'])} data-testid="paper">
      {t.kiosk.paper[paper]}
    </p>
  );
}

function Facts({ issued, look }: PartProps): JSX.Element {
  const model = useModel();
  const { t, pick, format, locale } = useI18n();
  const { ahead, worstPosition, wait, ticket } = issued;
  const rule = laneRule(model.profile.value, ticket.lane);
  const { documents } = serviceOf(model.profile.value, ticket.service) ?? {};
  const range = wait && { lowMs: wait.lowSeconds * 1000, highMs: wait.highSeconds * 1000 };
  const worst = look.short && worstPosition !== 0 ? t.kiosk.worstShort : t.kiosk.worst;
  return (
    <div class={cx(styles['facts'])} data-testid="facts">
      <PaperLine issued={issued} />
      <p class={cx(styles['main-facts'])}>
        <span data-testid="ahead">{t.kiosk.aheadShort(ahead)}</span>
        <span data-testid="wait">{look.short ? format.waitShort(range) : format.wait(range)}</span>
      </p>
      {worstPosition !== null && <p data-testid="worst">{worst(worstPosition)}</p>}
      {look.bring && documents && (
        <p class={cx(styles['bring'])} data-testid="bring">
          {t.common.bring(documents.map(pick).reduce(t.common.listed))}
        </p>
      )}
      {rule && (
        <p class={cx(styles['rule'])} data-testid="missed-rule">
          {missedSentence(t.kiosk, locale.value, rule, look.short)}
        </p>
      )}
    </div>
  );
}
