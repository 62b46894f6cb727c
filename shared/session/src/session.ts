/**
 * Who works on this page: asked of the server, never remembered by the page. Signing in, locking and
 * leaving go through here, and whatever the server refuses for want of a session comes back here.
 * Source: docs/adr/0026, SEC-02, SEC-03.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import {
  type ChangePassphraseBody,
  Me,
  type SetUpBody,
  type SignInBody,
} from '@tingxu/contract/identity';
import { onSessionRefused } from '@tingxu/feed-client/session-refused';
import { ANYTHING, type Answer, ask } from './ask.ts';
import { type PageNeeds, type Standing, standingOf } from './standing.ts';

export type Session = {
  readonly url: string;
  readonly needs: PageNeeds;
  readonly standing: ReadonlySignal<Standing>;
  readonly me: ReadonlySignal<Me | null>;
  /** The server has not answered the last time it was asked. */
  readonly unanswered: ReadonlySignal<boolean>;
  /** What somebody has just signed in with and must change now; held no longer than that. */
  readonly given: ReadonlySignal<string | null>;
  /** Whom the one before expects at this screen: their number stands in the field. */
  readonly expected: ReadonlySignal<string>;
  refresh(): Promise<void>;
  signIn(body: SignInBody): Promise<Answer<null>>;
  setUp(body: SetUpBody): Promise<Answer<null>>;
  /** What comes after set-up has been read. */
  begin(): void;
  changePassphrase(body: ChangePassphraseBody): Promise<Answer<null>>;
  unlock(passphrase: string): Promise<Answer<null>>;
  lock(): void;
  /** The page is gone at once; the answer says whether the server has heard of it. */
  signOut(expected?: string): Promise<Answer<null>>;
  /** Whoever is here wants another passphrase, or no longer wants one. */
  change(wanted: boolean): void;
  /** Somebody works here. */
  active(): void;
};

export type SessionOptions = PageNeeds & {
  /** Origin of the server. */
  readonly url: string;
};

/** Units: ms. */
const AGAIN_MS = 2_000;

/** Who this browser is to the server, as far as it has said. */
const createKnown = (url: string) => {
  const me = signal<Me | null>(null);
  const unanswered = signal(false);
  /** Somebody was signed in, and not by their own will is no more. */
  const wasIn = signal(false);
  const refresh = async (): Promise<void> => {
    const answer = await ask({ url, path: '/me', schema: Me });
    unanswered.value = !answer.ok;
    if (!answer.ok) {
      // What is known stands: a server that starts anew does not send people away.
      if (me.peek() === null) setTimeout(() => void refresh(), AGAIN_MS);
      return;
    }
    if (me.peek()?.staff && !answer.value.staff) wasIn.value = true;
    me.value = answer.value;
  };
  onSessionRefused(() => void refresh());
  void refresh();
  return { me, unanswered, wasIn, refresh };
};

type Known = ReturnType<typeof createKnown>;
type Post = (path: string, body?: object) => Promise<Answer<null>>;

/** What whoever is here does to the own session. */
const createStay = ({ me, wasIn, refresh }: Known, post: Post) => {
  const lockedHere = signal(false);
  const changing = signal(false);
  const justSetUp = signal(false);
  const given = signal<string | null>(null);
  const expected = signal('');
  /** Done, and the server says who this browser is now. */
  const after = async (asked: Promise<Answer<null>>): Promise<Answer<null>> => {
    const answer = await asked;
    if (answer.ok) {
      await refresh();
      lockedHere.value = false;
    } else if (answer.problem?.code === 'session-over') await refresh();
    return answer;
  };
  const tellLock = async (): Promise<void> => {
    const answer = await post('/session/lock');
    // Locked here all the same; the server locks by itself when it hears nothing.
    if (!answer.ok && answer.problem === null && lockedHere.peek()) {
      setTimeout(() => void tellLock(), AGAIN_MS);
    }
  };
  const signIn = async (body: SignInBody): Promise<Answer<null>> => {
    const answer = await after(post('/sign-in', body));
    const must = me.peek()?.staff?.mustChange ?? false;
    given.value = answer.ok && must ? body.passphrase : null;
    return answer;
  };
  return {
    ...{ lockedHere, changing, justSetUp, given, expected, signIn },
    setUp: async ({ code, ...account }: SetUpBody): Promise<Answer<null>> => {
      const answer = await post('/set-up', { code, ...account });
      if (!answer.ok) return answer;
      justSetUp.value = true;
      return signIn(account);
    },
    changePassphrase: async (body: ChangePassphraseBody): Promise<Answer<null>> => {
      const answer = await after(post('/me/passphrase', body));
      if (answer.ok) {
        given.value = null;
        changing.value = false;
      }
      return answer;
    },
    unlock: (passphrase: string) => after(post('/session/unlock', { passphrase })),
    lock: (): void => {
      if (lockedHere.peek()) return;
      lockedHere.value = true;
      void tellLock();
    },
    signOut: async (next = ''): Promise<Answer<null>> => {
      lockedHere.value = true;
      changing.value = false;
      given.value = null;
      // Before the form is there, which begins with what is expected.
      expected.value = next;
      const answer = await after(post('/sign-out'));
      wasIn.value = false;
      return answer;
    },
  };
};

export const createSession = ({ url, ...needs }: SessionOptions): Session => {
  const post: Post = (path, body = {}) => ask({ url, path, body, schema: ANYTHING });
  const known = createKnown(url);
  const { lockedHere, changing, justSetUp, ...stay } = createStay(known, post);
  return {
    ...{ url, needs, me: known.me, unanswered: known.unanswered, refresh: known.refresh },
    ...stay,
    standing: computed(() =>
      standingOf({
        ...{ ...needs, me: known.me.value, lockedHere: lockedHere.value },
        ...{ wasIn: known.wasIn.value, changing: changing.value, justSetUp: justSetUp.value },
      }),
    ),
    begin: () => {
      justSetUp.value = false;
    },
    change: (wanted) => {
      changing.value = wanted;
    },
    active: () => void post('/session/active'),
  };
};
