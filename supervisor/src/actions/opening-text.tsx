/** Before a day is opened: who comes back, if it was closed before. Rules: DAY-5. */
import { useSignal } from '@preact/signals';
import { DayOpening } from '@tingxu/contract/day-rest';
import { askHall } from '@tingxu/feed-client/ask-hall';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useMonitor } from '../monitor-context.tsx';
import { useI18n } from '../texts.ts';

export function OpeningText(): JSX.Element {
  const { asker } = useMonitor();
  const { t } = useI18n();
  const opening = useSignal<DayOpening | null>(null);
  useEffect(() => {
    let asked = true;
    void askHall(asker, 'day/opening', DayOpening).then((answer) => {
      if (asked && answer.ok) opening.value = answer.value;
    });
    return () => {
      asked = false;
    };
  }, [asker, opening]);
  const words = t.supervisor;
  if (!opening.value?.reopens) return <p>{words.openDayText}</p>;
  const { waiting, missed, parked, preparing, bookings } = opening.value;
  const aside = parked + preparing;
  const tickets = waiting + missed + aside;
  return (
    <>
      <p data-testid="comes-back">
        {tickets > 0 ? words.comeBack(tickets, waiting, missed, aside) : words.nobodyComesBack}
      </p>
      {bookings > 0 && <p>{words.bookingsComeBack(bookings)}</p>}
      <p>{words.reopenText}</p>
    </>
  );
}
