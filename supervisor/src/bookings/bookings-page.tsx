/** Who is expected on a day, and what can still be booked. Rules: BOOK-1..BOOK-6. */
import { Button } from '@tingxu/ui/button';
import { EmptyState } from '@tingxu/ui/empty-state';
import { EntryBox } from '@tingxu/ui/entry-box';
import { Icon } from '@tingxu/ui/icon';
import { cx } from '@tingxu/ui/lib/cx';
import { Notice } from '@tingxu/ui/notice';
import { Spinner } from '@tingxu/ui/spinner';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { dateIn } from '../date-in.ts';
import { useMonitor } from '../monitor-context.tsx';
import { useI18n } from '../texts.ts';
import { readReference } from './booking-action.ts';
import { BookingDialogs } from './booking-dialogs.tsx';
import { BookingMessages } from './booking-messages.tsx';
import styles from './bookings.module.css';
import { BookingsContext, useBookings } from './bookings-context.tsx';
import { type BookingsModel, createBookingsModel } from './bookings-model.ts';
import { DayStrip } from './day-strip.tsx';
import { ListPanel } from './list-panel.tsx';
import { SlotsPanel } from './slots-panel.tsx';
import { timeOf, useWords } from './words.ts';

/** Others book, too, and nothing tells this page of it. Units: ms. */
const EVERY_MS = 10_000;

export function BookingsPage(): JSX.Element {
  const { asker, live, clock, view } = useMonitor();
  const { zone } = useI18n();
  const model = useMemo(
    () =>
      createBookingsModel({
        ...asker,
        isLive: () => live.peek(),
        today: () => view.peek()?.day?.businessDay ?? dateIn(zone.peek(), clock.peek()),
      }),
    [asker, live, view, clock, zone],
  );
  useRefreshing(model);
  return (
    <BookingsContext.Provider value={model}>
      <div class={cx(styles['page'])} data-page="bookings">
        <Head />
        <Body />
      </div>
      <BookingDialogs />
      <BookingMessages />
    </BookingsContext.Provider>
  );
}

const useRefreshing = (model: BookingsModel): void =>
  useEffect(() => {
    const read = (): void => void model.refresh();
    read();
    const timer = setInterval(read, EVERY_MS);
    addEventListener('focus', read);
    return () => {
      clearInterval(timer);
      removeEventListener('focus', read);
    };
  }, [model]);

function Head(): JSX.Element {
  const model = useBookings();
  const { w, problem, common } = useWords();
  const find = async (text: string): Promise<string | null> => {
    const reference = readReference(text);
    if (reference === null) return w.findWrong;
    const answer = await model.find(reference);
    if (answer === null) return null;
    return answer === 'no-answer' ? w.loadFailed : problem[answer.code];
  };
  return (
    <div class={cx(styles['head'])}>
      <a class={cx(styles['back'])} href="#/">
        <Icon name="arrow-left" />
        <span>{common.back}</span>
      </a>
      <h2 class={cx(styles['title'])}>{w.title}</h2>
      <EntryBox
        label={w.find}
        hint={w.findHint}
        action={w.find}
        testId="find-booking"
        onText={find}
      />
    </div>
  );
}

function Body(): JSX.Element {
  const { shown, unread, refresh, moving } = useBookings();
  const { w, common } = useWords();
  const day = shown.value;
  if (!day) {
    return (
      <div class={cx(styles['empty'])}>
        {unread.value ? (
          <EmptyState icon="alert" title={w.loadFailed}>
            <Button onClick={() => void refresh()}>{w.again}</Button>
          </EmptyState>
        ) : (
          <Spinner label={common.loading} />
        )}
      </div>
    );
  }
  if (!day.offered && day.booked.length === 0) {
    return (
      <div class={cx(styles['empty'])}>
        <EmptyState icon="clock" title={w.none}>
          {w.noneText}
        </EmptyState>
      </div>
    );
  }
  return (
    <>
      <DayStrip day={day} />
      <Moving />
      <div class={cx(styles['work'])} data-moving={moving.value ? '' : undefined}>
        <ListPanel day={day} />
        <SlotsPanel day={day} />
      </div>
    </>
  );
}

function Moving(): JSX.Element | null {
  const { moving, move, shown } = useBookings();
  const { w, pick, day } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const booking = moving.value;
  useLayoutEffect(() => {
    if (booking) place.current?.scrollIntoView({ block: 'nearest' });
  }, [booking]);
  if (!booking) return null;
  const service = shown.value?.services.find((row) => row.service === booking.service);
  const when = w.when(day(booking.businessDay), timeOf(booking.startAt));
  return (
    <div ref={place}>
      <Notice
        tone="info"
        title={w.moving(when, service ? pick(service.name) : booking.service)}
        action={<Button onClick={() => move(null)}>{w.stay}</Button>}
      />
    </div>
  );
}
