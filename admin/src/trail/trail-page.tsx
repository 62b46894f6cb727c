/**
 * What was decided and done: the life of a ticket of any day, and what was done to accounts, sessions and
 * devices. Each for those who may read it. Rules: PROOF-2, AUTH-15. Source: H44, H113.
 */
import { cx } from '@tingxu/ui/lib/cx';
import type { JSX } from 'preact';
import { useAdmin } from '../admin-context.tsx';
import { READS_TICKETS, READS_TRAIL } from '../person.ts';
import { EntriesPanel } from './entries-panel.tsx';
import { TicketPanel } from './ticket-panel.tsx';
import styles from './trail-page.module.css';

export function TrailPage(): JSX.Element {
  const { who } = useAdmin();
  const tickets = READS_TICKETS.find((role) => who.roles.includes(role));
  const entries = READS_TRAIL.find((role) => who.roles.includes(role));
  return (
    <div class={cx(styles['stack'])}>
      {tickets && <TicketPanel role={tickets} />}
      {entries && <EntriesPanel role={entries} />}
    </div>
  );
}
