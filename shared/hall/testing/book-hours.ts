/** The posted hours as the book reads them from docs/SPEC.md (HOURS-*). */
import type { Span } from '@tingxu/contract/hours';
import type { Instant } from '@tingxu/contract/ids';
import type { RejectionCode } from '@tingxu/contract/problems';
import type { Book } from './book.ts';

const inside = (spans: readonly Span[], at: Instant, early = 0): boolean =>
  spans.some(({ fromAt, toAt }) => fromAt - early <= at && at < toAt);

const ordered = ({ order }: Book, at: Instant) => (order && at < order.until ? order : null);

/** The posted opening of the day. */
export const openingOf = ({ schedule }: Book): Instant | undefined => schedule?.issuing[0]?.fromAt;

/** What the screens must say; null where nobody posted or ordered anything. */
export const issuingStateOf = (book: Book, at: Instant): string | null => {
  const order = ordered(book, at);
  if (order) return order.stop ? 'stopped' : 'extended';
  if (!book.schedule) return null;
  if (inside(book.schedule.issuing, at)) return 'open';
  return book.schedule.issuing.some(({ fromAt }) => fromAt > at) ? 'not-yet' : 'over';
};

/** The first instant that no fact has told of yet at which a span begins or ends, or an order does. */
export const nextTurnOf = (book: Book): Instant | null => {
  const { issuing = [], lanes = {}, services = {} } = book.schedule ?? {};
  const posted = [issuing, ...Object.values(lanes), ...Object.values(services)].flat();
  const instants = posted.flatMap(({ fromAt, toAt }) => [fromAt, toAt]);
  if (book.order && Number.isFinite(book.order.until)) instants.push(book.order.until);
  const later = instants.filter((at) => at > book.issuingToldAt);
  return later.length > 0 ? Math.min(...later) : null;
};

/** HOURS-4. */
export const isStopped = (book: Book, at: Instant): boolean => ordered(book, at)?.stop === true;

type Own = Readonly<Record<string, readonly Span[] | undefined>>;
type Asked = {
  readonly lane: string;
  readonly services: readonly string[];
  readonly early: boolean;
};

/** HOURS-2, HOURS-4, HOURS-5, HOURS-7: why no ticket is issued now. */
export const hoursRefuse = (book: Book, asked: Asked, at: Instant): readonly RejectionCode[] => {
  const order = ordered(book, at);
  if (order) return order.stop ? ['issuing-stopped'] : [];
  const { schedule } = book;
  if (!schedule) return [];
  const early = asked.early ? schedule.preIssueMs : 0;
  const lane = (schedule.lanes as Own | undefined)?.[asked.lane];
  const own = schedule.services as Own | undefined;
  const services = asked.services.map((id) => own?.[id]);
  return [schedule.issuing, lane, ...services].flatMap((spans) => {
    if (!spans || inside(spans, at, early)) return [];
    return spans.some(({ fromAt }) => fromAt > at) ? ['issuing-not-yet'] : ['issuing-over'];
  });
};
