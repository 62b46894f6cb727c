/**
 * The boxes of a line as the driver wants them: what each shows, and how a press becomes a command of whoever is
 * signed in at its counter. Rules: CALLER-1..CALLER-4, CALLER-7.
 */
import {
  CommandId,
  type CounterId,
  type HallId,
  type Instant,
  type StaffId,
} from '@tingxu/contract/ids';
import type { Rejection } from '@tingxu/hall/decision';
import { counterOf } from '@tingxu/hall/lookup';
import type { HallState } from '@tingxu/hall/state';
import type { HallRuntime, Render } from '../../runtime/hall-runtime.ts';
import type { CallerSetting } from '../device-settings.ts';
import { boxFacts } from './box-facts.ts';
import type { CallerBox } from './caller-driver.ts';
import { type BoxOutcome, type BoxPicture, OUTCOME, type Press, type Session } from './frame.ts';
import { keyMeaning } from './key-command.ts';

export type CalledHall = Pick<HallRuntime, 'hall' | 'state' | 'submit' | 'answerTo'>;

/** Whether a press may act as somebody: their account and their sign-in, as they are now. */
export type IsAtWork = (staff: StaffId, hall: HallId) => boolean;

export type BoxesOptions = {
  readonly hall: CalledHall;
  readonly now: () => Instant;
  readonly isAtWork: IsAtWork;
  /** Told of a press that the hall could not take. */
  readonly onFailure: (error: unknown) => void;
};

const WHY: Partial<Record<Rejection['code'], BoxOutcome>> = {
  'nobody-waiting': OUTCOME.nobodyWaits,
  'miss-too-early': OUTCOME.tooEarly,
};

/** Stored with the press's key: what the box is told, now and whenever the press is heard again. */
const render: Render = (outcome) => {
  const told =
    outcome.decision === 'accepted'
      ? OUTCOME.done
      : (WHY[outcome.rejection.code] ?? OUTCOME.notNow);
  return { status: told === OUTCOME.done ? 200 : 409, body: String(told) };
};

const OUTCOMES: readonly BoxOutcome[] = Object.values(OUTCOME);

const outcomeIn = (body: string): BoxOutcome =>
  OUTCOMES.find((one) => one === Number(body)) ?? OUTCOME.failed;

/** The same for a press however often it is heard, and whatever has become of the server meanwhile. */
const keyOf = (line: string, { serial, power }: Session, { press }: Press): CommandId =>
  CommandId.parse(`system:caller-${line}-${serial.toString(16)}-${power}-${press}`);

type Desk = BoxesOptions & { readonly line: string; readonly counter: CounterId };

async function submit(desk: Desk, session: Session, press: Press): Promise<BoxOutcome> {
  const { hall, line, counter, now, isAtWork } = desk;
  const id = keyOf(line, session, press);
  const earlier = hall.answerTo(id);
  if (earlier) return outcomeIn(earlier.body);
  const state = hall.state();
  if (boxFacts(state, counter, now()).picture !== press.picture) return OUTCOME.changed;
  const meaning = keyMeaning(state, counter, press);
  if (typeof meaning === 'number') return meaning;
  const staff = counterOf(state, counter)?.staff;
  // Who opened the counter may have left since, or may not work there any more.
  if (!staff || !isAtWork(staff, hall.hall)) return OUTCOME.nobodySignedIn;
  const envelope = { id, actor: { role: 'teller', staff }, command: meaning } as const;
  return outcomeIn((await hall.submit(envelope, render, id)).body);
}

/** Counted once for a state of the hall and a second: polls are many. */
const facts = ({ hall, counter, now }: Desk): (() => BoxPicture) => {
  let last: { readonly state: HallState; readonly second: number; shown: BoxPicture } | null = null;
  return () => {
    const state = hall.state();
    const second = Math.floor(now() / 1_000);
    if (last?.state !== state || last.second !== second) {
      last = { state, second, shown: boxFacts(state, counter, now()) };
    }
    return last.shown;
  };
};

export const boxesOf = ({ id, boxes }: CallerSetting, options: BoxesOptions): CallerBox[] =>
  boxes.map(({ address, counter }) => {
    const desk: Desk = { ...options, line: id, counter };
    return {
      address,
      shown: facts(desk),
      press: async (session, press) => {
        try {
          return await submit(desk, session, press);
        } catch (error) {
          options.onFailure(error);
          return OUTCOME.failed;
        }
      },
    };
  });
