/**
 * Screens that follow the hall while the day is played: boards that stay on line, boards whose line
 * is cut and mended, a supervisor. Each is compared with a fresh follower of the same audience.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { PUBLIC_MESSAGES, STAFF_MESSAGES } from '@tingxu/contract/feed';
import type { HallId, Instant } from '@tingxu/contract/ids';
import type { HallView, SupervisorView, ViewOf } from '@tingxu/contract/views';
import { type Follower, followHall } from '@tingxu/feed-client/follow';
import { callName, type ScreenEvidence, type ShownCalls } from '../evidence/evidence.ts';
import { type Line, openLine } from './line.ts';
import { SUPERVISOR, tokenOf } from './people.ts';

type ScreenAudience = 'board' | 'supervisor';

type Screen = {
  readonly name: string;
  readonly audience: ScreenAudience;
  readonly follower: Follower<ScreenAudience>;
  /** Of a board whose line is cut now and then; the others must show every call. */
  readonly line: Line | null;
  readonly shown: Set<string>;
};

export type Screens = {
  /** Compares all screens that are on line with what the server tells a newcomer now. */
  compare(at: Instant): Promise<void>;
  /** Cuts the lines that are whole, mends those that are cut. */
  cutOrMend(): void;
  /** The supervisor's screen as a newcomer sees it. */
  supervisor(): Promise<SupervisorView>;
  evidence(): {
    readonly screens: readonly ScreenEvidence[];
    readonly shown: readonly ShownCalls[];
  };
  close(): Promise<void>;
};

/** How long a screen may take to show what the server has, or to connect. Units: ms. */
const PATIENCE_MS = 10_000;

/** Waits until `read` gives something, or until patience ends. */
const until = async <T>(read: () => T | null): Promise<T | null> => {
  const endsAt = performance.now() + PATIENCE_MS;
  for (let value = read(); ; value = read()) {
    if (value !== null || performance.now() > endsAt) return value;
    await sleep(5);
  }
};

type Where = { readonly url: string; readonly hall: HallId };

/** Whose session each screen has. */
const TOKENS: Readonly<Record<ScreenAudience, string>> = {
  ...{ board: 'board', supervisor: SUPERVISOR.staff },
};

const follow = (
  { url, hall }: Where,
  audience: ScreenAudience,
  onView: (view: ViewOf<ScreenAudience>) => void = () => undefined,
): Follower<ScreenAudience> =>
  followHall<ScreenAudience>({
    url,
    hall,
    audience,
    role: audience,
    token: tokenOf(TOKENS[audience]),
    messages: audience === 'board' ? PUBLIC_MESSAGES : STAFF_MESSAGES,
    onChange: ({ view }) => view && onView(view),
  });

const switchOn = (
  where: Where,
  name: string,
  audience: ScreenAudience,
  line: Line | null,
): Screen => {
  const shown = new Set<string>();
  const at = line ? { ...where, url: line.url } : where;
  const follower = follow(at, audience, ({ calls }) => {
    for (const { number, attempt } of calls) shown.add(callName(number, attempt));
  });
  return { name, audience, follower, line, shown };
};

/** The first board stays on line; every second of the others hangs on a line that is cut. */
const switchAllOn = async (where: Where, boards: number): Promise<readonly Screen[]> => {
  const screens = [switchOn(where, 'supervisor', 'supervisor', null)];
  for (let index = 1; index <= boards; index += 1) {
    const line = index % 2 === 0 ? await openLine(where.url) : null;
    screens.push(switchOn(where, `board ${index}`, 'board', line));
  }
  return screens;
};

/** What a newcomer is given now. */
const freshView = async (where: Where, audience: ScreenAudience): Promise<HallView | null> => {
  const follower = follow(where, audience);
  try {
    return await until(() => {
      const { status, view } = follower.state();
      return status === 'live' ? view : null;
    });
  } finally {
    follower.close();
  }
};

export const openScreens = async (url: string, hall: HallId, boards: number): Promise<Screens> => {
  const where = { url, hall };
  const screens = await switchAllOn(where, boards);
  const lines = screens.flatMap(({ line }) => line ?? []);
  const compared: ScreenEvidence[] = [];
  // Nothing has happened yet that a screen could miss.
  for (const { follower } of screens) {
    await until(() => (follower.state().status === 'live' ? true : null));
  }
  return {
    compare: async (at) => {
      const fresh = {
        board: await freshView(where, 'board'),
        supervisor: await freshView(where, 'supervisor'),
      };
      for (const { name, audience, follower, line } of screens) {
        if (line?.isCut()) continue;
        const expected = fresh[audience];
        await until(() => (isDeepStrictEqual(follower.state().view, expected) ? true : null));
        compared.push({ screen: name, at, folded: follower.state().view, fresh: expected });
      }
    },
    cutOrMend: () => {
      for (const line of lines) {
        if (line.isCut()) line.mend();
        else line.cut();
      }
    },
    supervisor: async () => {
      const view = await freshView(where, 'supervisor');
      if (view?.audience !== 'supervisor') throw new Error('the supervisor screen stays empty');
      return view;
    },
    evidence: () => ({
      screens: compared,
      shown: screens.flatMap(({ name, line, shown }) =>
        line ? [] : [{ screen: name, calls: shown }],
      ),
    }),
    close: async () => {
      for (const { follower } of screens) follower.close();
      for (const line of lines) await line.close();
    },
  };
};
