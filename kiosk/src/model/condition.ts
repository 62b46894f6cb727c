/** Whether a number can be had now. A view that nothing confirms sells nothing. Rules: DAY-6, FEED-4. */
import type { FeedState } from '@tingxu/feed-client/follow';

export type Condition = 'connecting' | 'offline' | 'closed' | 'open';

export const conditionOf = ({ status, view }: FeedState<'kiosk'>): Condition => {
  if (status === 'connecting') return 'connecting';
  if (status !== 'live' || view === null) return 'offline';
  return view.day.open && view.profile !== null ? 'open' : 'closed';
};
