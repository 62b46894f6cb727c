/** Why a key does nothing, and why somebody is next, in words. Pure. */
import type { CounterView } from '@tingxu/contract/views';
import { keptText, type Words } from '../waiting/ticket-notes.ts';
import type { WhyNext } from '../waiting/why-next.ts';
import type { Refusal } from './answer.ts';

export const refusalText = (why: Refusal, { t }: Pick<Words, 't'>): string => {
  switch (why.kind) {
    case 'calls-lacking':
      return t.desk.callsLacking(why.counted, why.needed, why.seconds);
    case 'miss-in':
      return t.desk.missIn(why.seconds);
    case 'protected':
      return t.desk.why.protected(why.number);
    default:
      return t.desk.refusal[why.kind];
  }
};

export const whyText = (
  why: WhyNext,
  view: Pick<CounterView, 'profile'>,
  { t }: Pick<Words, 't'>,
): string => {
  switch (why.kind) {
    case 'came-back':
      return t.desk.nextBack[why.cause];
    case 'protected':
      return t.desk.nextProtected(why.passedOver, why.cap);
    case 'before-protected':
      return t.desk.nextBefore(why.number);
    case 'kept':
      return keptText(view, why.only, { t }) ?? '';
    default:
      return t.desk.next[why.kind];
  }
};
