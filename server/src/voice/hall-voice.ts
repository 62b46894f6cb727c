/**
 * The voice of one hall: a ledger per zone, fed with commits, boards and time; what comes of it goes to the
 * journal and to the screens. In memory: a restart says nothing of the past. Rules: VOICE-1..VOICE-11.
 */
import type { Instant, TicketId } from '@tingxu/contract/ids';
import type {
  AskedRow,
  BoardId,
  FeedVoice,
  SpeakerReply,
  VoiceRule,
  VoiceZoneId,
} from '@tingxu/contract/voice';
import { type HallState, voiceOf } from '@tingxu/hall/state';
import { type Entry, type Input, speakerNumber } from '@tingxu/voice/ledger';
import type { Pack } from '@tingxu/voice/pack';
import { isGranted } from '@tingxu/voice/step';
import type { Log } from '../http/hosting.ts';
import type { ReadJournal } from '../journal/read-journal.ts';
import type { Committed, HallRuntime } from '../runtime/hall-runtime.ts';
import { heardIn, isCalled } from './heard-events.ts';
import { latestAsked } from './latest-asked.ts';
import { interrupted, reporter } from './report.ts';
import { type ZoneLedgers, zoneLedgers, zoneNamed, zonesHearing, zonesOf } from './zone-ledgers.ts';

/** How often time is looked at while anything is open. Units: ms. */
const LOOK_MS = 100;

export type HallVoice = {
  /** Null while the hall has no voice. */
  told(): FeedVoice | null;
  /** Null where as many boards stand ready as may. Rules: VOICE-4. */
  beat(zone: VoiceZoneId, board: BoardId): SpeakerReply | null;
  leave(zone: VoiceZoneId, board: BoardId): void;
  /** Whether the board may begin. Rules: VOICE-6. */
  start(zone: VoiceZoneId, board: BoardId, saying: number): boolean;
  finish(zone: VoiceZoneId, board: BoardId, saying: number, whole: boolean): void;
  /** A board has it on the screen: whether an announcement waited for that word. Rules: VOICE-3. */
  shown(ticket: TicketId, attempt: number): boolean;
  /** The same of a call that the journal knows and no ledger does, as after a start of the server. */
  shownLate(ticket: TicketId, attempt: number): void;
  close(): void;
};

export type HallVoiceOptions = {
  readonly runtime: HallRuntime;
  /** What the servers before this one have left open. */
  readonly journal: Pick<ReadJournal, 'unended'>;
  readonly now: () => Instant;
  readonly pack: Pack;
  readonly log: Pick<Log, 'warn'>;
  readonly onChange: (message: FeedVoice) => void;
};

const isOpen = ({ end, parts }: Entry): boolean => end === null || parts.length > 0;

/** Rules: VOICE-11. */
const putOver = (ledgers: ZoneLedgers, rule: VoiceRule, after: HallState): void => {
  for (const { id } of zonesOf(rule)) {
    const subjects = (ledgers.of(id)?.entries ?? []).filter(isOpen).map(({ of }) => of.subject);
    const over = subjects.filter((of) => 'ticket' in of && !isCalled(after, of.ticket));
    for (const of of over) {
      if ('ticket' in of) ledgers.put(rule, id, { type: 'over', ticket: of.ticket });
    }
  }
};

const putCommit = (
  ledgers: ZoneLedgers,
  rule: VoiceRule,
  { entries, before, after }: Committed,
): void => {
  for (const { announcement, counter } of heardIn(entries, before, after)) {
    const input: Input = { type: 'announce', announcement };
    for (const { id } of zonesHearing(rule, counter)) ledgers.put(rule, id, input);
  }
  const { quiet } = voiceOf(after);
  if (quiet !== voiceOf(before).quiet) ledgers.everywhere(rule, { type: 'quiet', quiet });
  putOver(ledgers, rule, after);
  if (before.day?.open && !after.day?.open) ledgers.everywhere(rule, { type: 'close' });
};

/** Tells a change once. */
const teller = (told: () => FeedVoice | null, onChange: (message: FeedVoice) => void) => {
  let last = '';
  return (): void => {
    const message = told();
    const text = JSON.stringify(message);
    if (message === null || text === last) return;
    last = text;
    onChange(message);
  };
};

/** Rules: VOICE-10, VOICE-14. */
const moreOf = (
  { speech }: VoiceRule,
  asked: AskedRow | null,
  state: HallState,
): Pick<FeedVoice, 'speech' | 'asked'> => ({
  ...(speech === 'browser' && { speech }),
  ...(asked !== null && asked.order === voiceOf(state).asked && { asked }),
});

export const openHallVoice = (options: HallVoiceOptions): HallVoice => {
  const { runtime, journal, now, pack, log } = options;
  const report = reporter(runtime, log);
  const quiet = (): boolean => voiceOf(runtime.state()).quiet;
  const ledgers = zoneLedgers({ now, pack, quiet, report });
  const ruleNow = (): VoiceRule | null => runtime.state().day?.config.voice ?? null;
  let asked: AskedRow | null = null;
  const told = (): FeedVoice | null => {
    const rule = ruleNow();
    if (!rule) return null;
    const zones = zonesOf(rule).map(({ id }) => ledgers.row(id));
    return { hall: runtime.hall, quiet: quiet(), zones, ...moreOf(rule, asked, runtime.state()) };
  };
  const tell = teller(told, options.onChange);
  /** A defect here must never reach the commit that is told. */
  const withRule = <T>(run: (rule: VoiceRule) => T): T | null => {
    const rule = ruleNow();
    if (!rule) return null;
    try {
      const result = run(rule);
      tell();
      return result;
    } catch (err) {
      log.warn({ err }, 'the voice of a hall met a defect');
      return null;
    }
  };
  const put = (zone: VoiceZoneId, input: Input) =>
    withRule((rule) => {
      const id = zoneNamed(rule, zone);
      return { id, ledger: ledgers.put(rule, id, input) };
    });
  const forget = runtime.onCommitted((commit) => {
    asked = latestAsked(asked, commit.entries);
    withRule((rule) => putCommit(ledgers, rule, commit));
  });
  const looking = setInterval(() => {
    if (!ledgers.isIdle()) withRule((rule) => ledgers.everywhere(rule, { type: 'tick' }));
  }, LOOK_MS);
  looking.unref();
  if (ruleNow()) for (const one of journal.unended()) report(interrupted(one));

  return {
    told,
    beat: (zone, board) => {
      const done = put(zone, { type: 'beat', board });
      const you = done && speakerNumber(done.ledger, board);
      return done && you !== null ? { row: ledgers.row(done.id), you } : null;
    },
    leave: (zone, board) => void put(zone, { type: 'leave', board }),
    start: (zone, board, saying) => {
      const open = withRule((rule) => ledgers.of(zoneNamed(rule, zone))?.current) ?? null;
      const done = put(zone, { type: 'start', board, saying });
      const at = done?.ledger.current?.startedAt ?? null;
      if (!done || at === null || open?.startedAt !== null) return false;
      return isGranted(done.ledger, { board, saying, at });
    },
    finish: (zone, board, saying, whole) =>
      void put(zone, { type: 'finish', board, saying, whole }),
    shown: (ticket, attempt) =>
      withRule((rule) => {
        const isOf = ({ of: { subject } }: Entry): boolean =>
          'ticket' in subject && subject.ticket === ticket && subject.attempt === attempt;
        const waits = zonesOf(rule).some(({ id }) => ledgers.of(id)?.entries.some(isOf));
        ledgers.everywhere(rule, { type: 'shown', ticket, attempt });
        return waits;
      }) ?? false,
    shownLate: (ticket, attempt) => report({ type: 'shown', ticket, attempt }),
    close: () => {
      clearInterval(looking);
      forget();
      withRule((rule) => ledgers.everywhere(rule, { type: 'close' }));
    },
  };
};
