/**
 * What the clients of a hall have sent and what they were told, kept outside the server: the side of
 * the story that a kill cannot touch.
 */
import { randomUUID } from 'node:crypto';
import type { CommandId } from '@tingxu/contract/ids';
import { CommandId as CommandIdSchema } from '@tingxu/contract/ids';

export type Answer = { readonly status: number; readonly body: string };

export type Sent = {
  readonly key: CommandId;
  readonly path: string;
  readonly body: object;
  /** Null while the outcome is unknown: sent, and nothing heard. */
  answer: Answer | null;
};

export type Ledger = { readonly sent: Sent[] };

export const openLedger = (): Ledger => ({ sent: [] });

/** The intention to send a command; recorded before the first byte leaves. */
export const intend = (ledger: Ledger, path: string, body: object): Sent => {
  const sent: Sent = { key: CommandIdSchema.parse(randomUUID()), path, body, answer: null };
  ledger.sent.push(sent);
  return sent;
};

export const unknown = (ledger: Ledger): readonly Sent[] =>
  ledger.sent.filter(({ answer }) => answer === null);

export const acknowledged = (ledger: Ledger): readonly (Sent & { answer: Answer })[] =>
  ledger.sent.filter((sent): sent is Sent & { answer: Answer } => sent.answer !== null);

export const isAccepted = ({ status }: Answer): boolean => status >= 200 && status < 300;
