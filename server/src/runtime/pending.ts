/** Commands on their way to a commit. */
import type { CommandEnvelope } from '@tingxu/contract/commands';
import type { Answer, Render } from './hall-runtime.ts';

export type Pending = {
  readonly envelope: CommandEnvelope;
  /** What the key stands for; null for a command whose answer nobody asks for again. */
  readonly fingerprint: string | null;
  readonly render: Render;
  readonly answered: Promise<Answer>;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
};

export const pendingOf = (
  envelope: CommandEnvelope,
  fingerprint: string | null,
  render: Render,
): Pending => {
  let settle: Pick<Pending, 'resolve' | 'reject'> | undefined;
  const answered = new Promise<Answer>((resolve, reject) => {
    settle = { resolve, reject };
  });
  if (!settle) throw new Error('unreachable: a promise runs its executor at once');
  return { envelope, fingerprint, render, answered, ...settle };
};
