/** Paper for a ticket that has just been issued, where whoever asked for it wants that. Rules: SLIP-1. */
import { IssueReply, type PrintBody } from '@tingxu/contract/rest';
import type { Actor } from '@tingxu/contract/roles';
import type { Answer } from '../runtime/hall-runtime.ts';
import type { HostedHall, Hosting } from './hosting.ts';

type Wish = { readonly wanted: PrintBody | undefined; readonly actor: Actor };

/** The ticket is acknowledged without waiting for it. */
export const printIssued = (
  { devices }: Hosting,
  { runtime }: HostedHall,
  { wanted, actor }: Wish,
  answer: Answer,
): void => {
  if (!wanted || !devices) return;
  const { ticket } = IssueReply.parse(JSON.parse(answer.body));
  void devices.slips.ask(runtime, ticket.id, wanted, actor);
};
