/** Outcomes in words. Pure. */
import type { Outcome } from '../commands/runner.ts';
import type { CounterI18n } from '../texts.ts';
import type { ActionType } from './action.ts';

type Texts = Pick<CounterI18n['t'], 'counter' | 'desk' | 'staff' | 'problems'>;

export const outcomeText = (outcome: Outcome, t: Texts): string => {
  switch (outcome.kind) {
    case 'done': {
      const text = { ...t.counter.outcome, ...t.desk.outcome }[outcome.action.type];
      return typeof text === 'string' ? text : text(outcome.number ?? '');
    }
    case 'refused':
      return t.problems[outcome.problem.code];
    case 'unknown':
      return t.counter.unconfirmed(actionName(outcome.action.type, t));
    case 'not-sent':
      return t.staff.notSent;
    default:
      return outcome satisfies never;
  }
};

const actionName = (type: ActionType, { counter, desk, staff }: Texts): string => {
  const names: Readonly<Record<ActionType, string>> = {
    open: counter.openCounter,
    callNext: counter.next,
    recall: counter.recall,
    start: counter.start,
    finish: counter.finish,
    miss: counter.miss,
    pause: counter.pause,
    resume: counter.resume,
    close: counter.closeCounter,
    return: staff.returnTicket,
    cancel: staff.cancelTicket.action,
    transfer: desk.transfer,
    addService: desk.addService,
    park: desk.park,
    documents: desk.documents,
    sendBack: desk.sendBack,
    resumeTicket: desk.comesBack.resumeTicket,
    ready: desk.comesBack.ready,
    prepare: desk.formsLacking,
    callTicket: desk.callNow,
    walkUp: desk.walkUp,
    help: desk.help,
    endHelp: desk.helpEnd,
    handOver: desk.handOver,
  };
  return names[type];
};
