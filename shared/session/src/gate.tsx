/**
 * A page of staff and what stands before it. The page is made for whoever signs in and taken down when they
 * lock it or leave: nothing of it stays behind the lock, neither shown nor followed. Source: SEC-03.
 */
import type { SignInPlace } from '@tingxu/i18n/session';
import { later } from '@tingxu/ui/later';
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { type Language, SessionContext } from './context.ts';
import type { Session } from './session.ts';
import type { Person } from './standing.ts';

/** A page at work. */
export type Work = { readonly page: JSX.Element; close(): void };

export type SessionGateProps = {
  readonly session: Session;
  readonly place: SignInPlace;
  readonly language: Language;
  readonly open: (who: Person) => Work;
  /** A monitor on a wall, which nobody touches: it does not lock itself. */
  readonly unattended?: boolean | undefined;
};

/** Asked for at once, so that a lock needs no server to be shown. */
const Screens = later(() => import('./screens.tsx').then((come) => come.Screens));

export function SessionGate(props: SessionGateProps): JSX.Element {
  const { session, place, language, open, unattended = false } = props;
  const standing = session.standing.value;
  return (
    <SessionContext.Provider value={{ session, place, language }}>
      {standing.kind === 'in' && <Inside key={standing.who.staff} who={standing.who} open={open} />}
      <Screens unattended={unattended} />
    </SessionContext.Provider>
  );
}

type InsideProps = Pick<SessionGateProps, 'open'> & { readonly who: Person };

function Inside({ who, open }: InsideProps): JSX.Element {
  // One work for one person: what else is learnt of the session leaves it alone.
  const work = useMemo(() => open(who), [who.staff]);
  useEffect(() => () => work.close(), [work]);
  return work.page;
}
