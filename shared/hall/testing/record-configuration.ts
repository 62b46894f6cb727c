/** Writing changes of the configuration into the book, each checked against docs/SPEC.md. */

import { isDeepStrictEqual } from 'node:util';
import type { HallConfig } from '@tingxu/contract/config';
import type { EventOf } from '@tingxu/contract/events';
import type { PostedDay } from '@tingxu/contract/hours';
import type { Instant } from '@tingxu/contract/ids';
import { type Book, closedRow, must, pagesOf, withPlace } from './book.ts';
import { noSums } from './book-sums.ts';
import { tellBookings } from './bookings.ts';
import { wouldLose } from './reasons-configuration.ts';

/** CONF-6: earlier tickets that share a counter with it now may go first, and passes are left. */
const retellWorst = (book: Book): void => {
  const waiting = withPlace(book);
  for (const ticket of waiting) {
    const able = book.config.counters.filter(({ skills }) =>
      skills.some((id) => id === ticket.service),
    );
    const before = waiting.filter(
      ({ place, service }) =>
        place < ticket.place && able.some(({ skills }) => skills.some((id) => id === service)),
    );
    const worst = ticket.callsBefore + before.length + ticket.cap - ticket.passedOver;
    ticket.worst = Math.max(ticket.worst, worst);
    ticket.told = null;
  }
};

/** CONF-4: whether another limit holds for calls or services, in whatever lane. */
const changesLimits = (before: HallConfig, after: HallConfig): boolean => {
  const leases = ['calledLimitMs', 'servingLimitMs'] as const;
  if (leases.some((one) => before.counterRule?.[one] !== after.counterRule?.[one])) return true;
  const rules = ({ lanes }: HallConfig) => new Map(lanes.map(({ id, missed }) => [id, missed]));
  return !isDeepStrictEqual(rules(before), rules(after));
};

/** CONF-5: what the hall is made of now. */
const turnTo = (book: Book, config: HallConfig, now: Instant): void => {
  if (changesLimits(book.config, config)) book.limitsFrom = now;
  const before = new Map(book.counters);
  Object.assign(book, pagesOf(config));
  book.counters.clear();
  for (const counter of config.counters) {
    const [id, closed] = closedRow(counter);
    book.counters.set(id, before.get(id) ?? closed);
  }
  for (const lane of config.lanes) {
    if (!book.sums.has(lane.id)) book.sums.set(...noSums(lane));
  }
  book.laneCalls.length = 0;
  retellWorst(book);
};

/** CONF-3: whether the planned change must take effect within this day, now. */
export const isPlanDue = ({ plan, open }: Book, now: Instant): boolean =>
  open && plan !== null && plan.when !== 'next-day' && plan.when <= now;

/** HOURS-11: the hours of this day follow, where the change brings others. */
export const mustFollowHours = (
  { businessDay, schedule: before }: Book,
  posted: PostedDay | undefined,
  { schedule }: EventOf<'ConfigurationChanged'>,
): void => {
  const concerns = posted !== undefined && posted.businessDay === businessDay;
  const others = concerns && !isDeepStrictEqual(posted.schedule, before);
  const right = others ? isDeepStrictEqual(schedule, posted.schedule) : schedule === undefined;
  must(right, 'HOURS-11', () => `hours ${JSON.stringify(schedule)}`);
};

/** BOOK-14: of those as well that the closing has ended, and that may come back. */
const tellOfBookings = (book: Book): void => {
  tellBookings(book, book.bookings);
  tellBookings(book, book.closing.bookings);
};

const changed = (book: Book, event: EventOf<'ConfigurationChanged'>, now: Instant): void => {
  const { config, version } = event;
  must(!wouldLose(book, config), 'CONF-4', `version ${version} loses what is live`);
  if (book.plan?.version === version) {
    must(isPlanDue(book, now), 'CONF-3', `the plan of version ${version} came too early`);
    must(isDeepStrictEqual(config, book.plan.config), 'CONF-3', 'not what was planned');
    mustFollowHours(book, book.plan.posted, event);
    book.plan = null;
  } else {
    must(book.plan === null, 'CONF-2', 'a plan was overtaken');
    must(version === book.latest + 1, 'CONF-1', `version ${version} after ${book.latest}`);
  }
  book.version = version;
  book.latest = Math.max(book.latest, version);
  turnTo(book, config, now);
  tellOfBookings(book);
  if (event.schedule === undefined) return;
  book.schedule = event.schedule;
  book.issuingToldAt = now;
};

const planned = (book: Book, event: EventOf<'ConfigurationPlanned'>, now: Instant): void => {
  const { config, version, when, postponedBy, posted } = event;
  if (postponedBy) {
    must(book.plan?.version === version, 'CONF-4', 'another plan was postponed');
    must(isPlanDue(book, now) && when === 'next-day', 'CONF-4', 'postponed before its moment');
    must(wouldLose(book, config), 'CONF-4', 'postponed although nothing is in its way');
  } else {
    must(book.plan === null, 'CONF-2', 'a plan was overtaken');
    must(version === book.latest + 1, 'CONF-1', `version ${version} after ${book.latest}`);
    book.latest = version;
  }
  book.plan = { config, version, when, posted };
  tellOfBookings(book);
};

export const CONFIGURATION_RECORDERS = {
  ConfigurationChanged: changed,
  ConfigurationPlanned: planned,
  ConfigurationPlanWithdrawn: (book: Book, event: EventOf<'ConfigurationPlanWithdrawn'>): void => {
    must(book.plan?.version === event.plan, 'CONF-3', `no plan ${event.plan} to withdraw`);
    must(event.version === book.latest + 1, 'CONF-1', `version ${event.version}`);
    book.latest = event.version;
    book.plan = null;
    tellOfBookings(book);
  },
};

type Pages = Pick<Book, 'config' | 'version' | 'latest' | 'plan'>;

/** With what the next day must open after this one; `first` when there was none. */
export const pagesAtOpening = (book: Book | null, first: HallConfig, now: Instant): Pages => {
  if (!book) return { config: first, version: 1, latest: 1, plan: null };
  const { config, version, latest, plan } = book;
  const comes = plan !== null && (plan.when === 'next-day' || plan.when <= now);
  return comes
    ? { config: plan.config, version: plan.version, latest, plan: null }
    : { config, version, latest, plan };
};

/** CONF-1, CONF-3: the opening says what the book expects. */
export const checkOpening = (pages: Pages, event: EventOf<'DayOpened'>): void => {
  const { version = 1, latestVersion = event.plan?.version ?? version } = event;
  must(isDeepStrictEqual(event.config, pages.config), 'CONF-3', 'another configuration');
  must(version === pages.version, 'CONF-1', `version ${version}`);
  must(latestVersion === pages.latest, 'CONF-1', `newest version ${latestVersion}`);
  must(event.plan?.version === pages.plan?.version, 'CONF-3', 'the plan did not survive');
};
