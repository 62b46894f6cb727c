/** What stands before a page: signing in, the lock, the way on for whoever may not be here. */
import type { JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { ChangeForm } from './change-form.tsx';
import { useSession } from './context.ts';
import { Frame } from './frame.tsx';
import { LockForm } from './lock-form.tsx';
import { NoRight } from './no-right.tsx';
import { Ready, SetUp } from './set-up.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { Waiting } from './waiting.tsx';
import { watchSession } from './watch.ts';

/** Keeps the lock of the page as well: it is there whether the page is or not. */
export function Screens({ unattended }: { readonly unattended: boolean }): JSX.Element | null {
  const { session } = useSession();
  useLayoutEffect(() => watchSession(session, unattended), [session, unattended]);
  const { kind } = session.standing.value;
  return kind === 'in' ? null : (
    <Frame>
      <Screen key={kind} />
    </Frame>
  );
}

function Screen(): JSX.Element | null {
  const { session } = useSession();
  const standing = session.standing.value;
  switch (standing.kind) {
    case 'asking':
      return <Waiting />;
    case 'set-up':
      return <SetUp />;
    case 'ready':
      return <Ready />;
    case 'out':
      return <SignInForm over={standing.over} />;
    case 'locked':
      return <LockForm who={standing.who} />;
    case 'must-change':
      return <ChangeForm who={standing.who} />;
    case 'no-right':
      return <NoRight who={standing.who} />;
    case 'in':
      return null;
    default:
      return standing satisfies never;
  }
}
