/** The questions before a booking is made, moved or cancelled, and the reference after it was made. */
import { useSignal } from '@preact/signals';
import { BookingCancelReason } from '@tingxu/contract/appointments';
import { Button } from '@tingxu/ui/button';
import { Dialog } from '@tingxu/ui/dialog';
import { cx } from '@tingxu/ui/lib/cx';
import { QrCode } from '@tingxu/ui/qr-code';
import type { JSX } from 'preact';
import forms from '../actions/dialogs.module.css';
import { Radios } from '../actions/radios.tsx';
import { StaleBanner } from '../frame/stale-banner.tsx';
import { useMonitor } from '../monitor-context.tsx';
import { inGroups } from './booking-action.ts';
import styles from './bookings.module.css';
import { useBookings } from './bookings-context.tsx';
import type { BookingDialog, MadeBooking } from './bookings-model.ts';
import { timeOf, useWords } from './words.ts';

export function BookingDialogs(): JSX.Element {
  return (
    <>
      <TakeDialog />
      <CancelDialog />
      <ReferenceDialog />
    </>
  );
}

type Taking = Extract<BookingDialog, { kind: 'make' | 'move' }>;

/** What is taken, large enough to read it out to the customer. */
function What(props: { readonly what: MadeBooking }): JSX.Element {
  const { service, businessDay, startAt } = props.what;
  const { shown } = useBookings();
  const { pick, day } = useWords();
  const named = shown.value?.services.find((row) => row.service === service);
  return (
    <p class={cx(styles['chosen'])}>
      <strong>{timeOf(startAt)}</strong>
      <span>
        {day(businessDay)}
        <br />
        {named ? pick(named.name) : service}
      </span>
    </p>
  );
}

function TakeDialog(): JSX.Element {
  const { dialog, open, run, pending } = useBookings();
  const { live } = useMonitor();
  const { w, common, day } = useWords();
  const shown =
    dialog.value?.kind === 'make' || dialog.value?.kind === 'move' ? dialog.value : null;
  const take = (asked: Taking): void => {
    const { startAt } = asked.slot;
    void run(
      asked.kind === 'make'
        ? { type: 'make', service: asked.service, startAt }
        : { type: 'move', booking: asked.booking.id, startAt },
    );
  };
  const isMove = shown?.kind === 'move';
  return (
    <Dialog
      open={shown !== null}
      title={isMove ? w.moveTitle : w.makeTitle}
      icon="clock"
      banner={<StaleBanner />}
      onClose={() => open(null)}
      actions={
        <>
          <Button onClick={() => open(null)}>{common.back}</Button>
          <Button
            variant="primary"
            data-testid="take-slot"
            disabled={!live.value}
            pending={pending.value !== null}
            onClick={() => shown && take(shown)}
          >
            {isMove ? w.action.move : w.make}
          </Button>
        </>
      }
    >
      {shown && (
        <div class={cx(forms['form'])}>
          <What
            what={{
              ...{ service: shown.service, businessDay: shown.day, startAt: shown.slot.startAt },
            }}
          />
          <p>
            {shown.kind === 'move'
              ? w.moveText(w.when(day(shown.booking.businessDay), timeOf(shown.booking.startAt)))
              : w.makeText}
          </p>
        </div>
      )}
    </Dialog>
  );
}

const FORM = 'cancel-booking-form';

function CancelDialog(): JSX.Element {
  const { dialog, open, run, pending } = useBookings();
  const { w } = useWords();
  const reason = useSignal<BookingCancelReason>('cancelled-by-customer');
  const booking = dialog.value?.kind === 'cancel' ? dialog.value.booking : null;
  const submit = (event: Event): void => {
    event.preventDefault();
    if (booking) void run({ type: 'cancel', booking: booking.id, reason: reason.value });
  };
  return (
    <Dialog
      open={booking !== null}
      title={booking ? w.cancelTitle(timeOf(booking.startAt)) : ''}
      tone="danger"
      banner={<StaleBanner />}
      onClose={() => open(null)}
      actions={
        <>
          <Button onClick={() => open(null)}>{w.keep}</Button>
          <Button type="submit" form={FORM} variant="danger" pending={pending.value !== null}>
            {w.action.cancel}
          </Button>
        </>
      }
    >
      {booking && (
        <form id={FORM} class={cx(forms['form'])} onSubmit={submit}>
          <What what={booking} />
          <p>{w.cancelText}</p>
          <Radios
            name="reason"
            legend={w.reason}
            options={BookingCancelReason.options}
            value={reason.value}
            onChange={(next) => {
              reason.value = next;
            }}
            label={(option) => w.cancelReason[option]}
          />
        </form>
      )}
    </Dialog>
  );
}

function ReferenceDialog(): JSX.Element {
  const { dialog, open } = useBookings();
  const { w } = useWords();
  const told = dialog.value?.kind === 'reference' ? dialog.value : null;
  return (
    <Dialog
      open={told !== null}
      title={w.reference}
      icon="check"
      onClose={() => open(null)}
      actions={
        <Button variant="primary" onClick={() => open(null)}>
          {w.noted}
        </Button>
      }
    >
      {told && (
        <div class={cx(forms['form'])}>
          <What what={told.made} />
          <div class={cx(styles['told'])}>
            <QrCode class={styles['code']} text={told.reference} label={w.reference} />
            <p class={cx(styles['reference'])} data-reference={told.reference}>
              {inGroups(told.reference).map((group) => (
                <span key={group}>{group}</span>
              ))}
            </p>
          </div>
          <p>{w.referenceText}</p>
        </div>
      )}
    </Dialog>
  );
}
