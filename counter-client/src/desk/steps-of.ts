/** The questions of each key that asks some. Pure. */

import { awaySteps, parkSteps, sendBackSteps } from '../steps/aside-steps.ts';
import { helpSteps } from '../steps/help-steps.ts';
import { moreSteps } from '../steps/more-steps.ts';
import { addServiceSteps, walkUpSteps } from '../steps/service-steps.ts';
import type { Step } from '../steps/step.ts';
import { transferSteps } from '../steps/transfer-steps.ts';
import type { Words } from '../waiting/ticket-notes.ts';
import { ticketAt } from './desk.ts';
import type { Situation } from './situation.ts';

export const ASKING = [
  'transfer',
  'addService',
  'park',
  'sendBack',
  'away',
  'walkUp',
  'help',
  'more',
] as const;
export type Asking = (typeof ASKING)[number];

/** Null when what it asks about is gone. */
export const stepsOf = (asking: Asking, now: Situation, words: Words): Step | null => {
  if (asking === 'away') return awaySteps(now, words);
  if (asking === 'walkUp') return walkUpSteps(now, words);
  if (asking === 'help') return helpSteps(now, words);
  if (asking === 'more') return moreSteps(now, words);
  const ticket = ticketAt(now.desk);
  if (!ticket) return null;
  switch (asking) {
    case 'transfer':
      return transferSteps(now, ticket, words);
    case 'addService':
      return addServiceSteps(now, ticket, words);
    case 'park':
      return parkSteps(now, ticket, words);
    case 'sendBack':
      return sendBackSteps(ticket, words);
    default:
      return asking satisfies never;
  }
};
