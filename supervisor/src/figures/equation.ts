/**
 * The day as a sum that a person can check: what came in is in the hall or has ended. Pure.
 * Rules: END-3.
 */
import type { TicketState } from '@tingxu/contract/views';
import type { HallFigures } from './hall-figures.ts';
import type { Totals } from './totals.ts';

type End = keyof Pick<Totals, 'served' | 'noShow' | 'cancelled' | 'left' | 'transferredOut'>;
export type Term = {
  readonly name: 'issued' | 'entered' | TicketState | End;
  readonly count: number;
};

export type Equation = {
  readonly came: readonly Term[];
  readonly here: readonly Term[];
  readonly ended: readonly Term[];
  readonly holds: boolean;
};

const STATES = ['waiting', 'called', 'serving', 'parked', 'preparing', 'missed'] as const;
const ENDS = ['served', 'noShow', 'cancelled', 'left', 'transferredOut'] as const;

const sum = (terms: readonly Term[]): number => terms.reduce((all, { count }) => all + count, 0);

export const equationOf = ({ tickets, totals }: HallFigures): Equation => {
  const came = (['issued', 'entered'] as const).map((name) => ({ name, count: totals[name] }));
  const here = STATES.map((name) => ({ name, count: tickets[name] }));
  const ended = ENDS.map((name) => ({ name, count: totals[name] }));
  return { came, here, ended, holds: sum(came) === sum(here) + sum(ended) };
};
