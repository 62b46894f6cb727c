/** The questions before a command: each names what will happen, and waits for the answer. */
import type { JSX } from 'preact';
import { CallDialog } from './call-dialog.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { DayDialog } from './day-dialog.tsx';
import { IssuingDialog } from './issuing-dialog.tsx';

export function ActionDialogs(): JSX.Element {
  return (
    <>
      <CallDialog />
      <CancelDialog />
      <DayDialog />
      <IssuingDialog />
    </>
  );
}
