/** What a key of the desk may open. */
import type { JSX } from 'preact';
import { CancelDialog } from './cancel-dialog.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { DocumentsDialog } from './documents-dialog.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { PauseDialog } from './pause-dialog.tsx';
import { StepsDialog } from './steps-dialog.tsx';
import { TicketDialog } from './ticket-dialog.tsx';

export function AllDialogs(): JSX.Element {
  return (
    <>
      <PauseDialog />
      <CloseDialog />
      <CancelDialog />
      <KeysDialog />
      <StepsDialog />
      <DocumentsDialog />
      <TicketDialog />
      <HandOverDialog />
      <LeaveDialog />
    </>
  );
}
