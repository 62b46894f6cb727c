/** The life of a ticket on the monitor: beside what is told of it, its paper and its call by hand. */
import type { TicketId } from '@tingxu/contract/ids';
import { TrailDialog } from '@tingxu/trail/trail-dialog';
import type { Trail } from '@tingxu/trail/trail-model';
import { Button } from '@tingxu/ui/button';
import { later } from '@tingxu/ui/later';
import type { JSX } from 'preact';
import { StaleBanner } from '../frame/stale-banner.tsx';
import { useMonitor } from '../monitor-context.tsx';
import { useI18n } from '../texts.ts';

/** Few tickets are printed again, so its script comes when the first one is looked at. */
const TrailPaper = later<{ readonly ticket: TicketId }>(() =>
  import('./trail-paper.tsx').then((part) => part.TrailPaper),
);

export function TicketTrail(): JSX.Element {
  return (
    <TrailDialog
      banner={<StaleBanner />}
      acts={(shown) => <CallIt trail={shown} />}
      paper={(ticket) => <TrailPaper ticket={ticket} />}
    />
  );
}

/** Whoever is found to wait can be called from here, also on a phone, whose list has no room for it. Rules: CTR-6. */
function CallIt({ trail: shown }: { readonly trail: Trail }): JSX.Element | null {
  const { trail, actions, view } = useMonitor();
  const { t } = useI18n();
  const row = shown.kind === 'found' ? view.value?.tickets[shown.explanation.ticket] : undefined;
  if (row?.state !== 'waiting') return null;
  const { ticket, number } = row;
  return (
    <Button
      icon="bell"
      data-testid="call-it"
      onClick={() => {
        trail.close();
        actions.open({ kind: 'call', ticket: { ticket, number } });
      }}
    >
      {t.manager.action.call}
    </Button>
  );
}
