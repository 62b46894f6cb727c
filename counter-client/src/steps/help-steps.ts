/** What the lobby manager is wanted for, or that they are needed no longer. Rules: CTR-9. Pure. */
import { AskedHelp } from '@tingxu/contract/counter-rule';
import { ownRow, type Situation } from '../desk/situation.ts';
import type { Words } from '../waiting/ticket-notes.ts';
import type { Step } from './step.ts';

export const helpSteps = (now: Situation, { t, format }: Words): Step => {
  const help = ownRow(now)?.help;
  if (!help) {
    return {
      prompt: t.desk.helpWhy,
      options: AskedHelp.options.map((kind) => ({
        key: kind,
        title: t.staff.helpKind[kind],
        leadsTo: () => [{ type: 'help', kind }],
      })),
    };
  }
  const { answeredAt } = help;
  return {
    prompt:
      answeredAt === null
        ? t.desk.helpWaiting(format.clock(help.calledAt))
        : t.desk.helpAnswered(format.clock(answeredAt)),
    options: [{ key: 'end', title: t.desk.helpEnd, leadsTo: () => [{ type: 'endHelp' }] }],
  };
};
