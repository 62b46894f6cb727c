/** The ledgers of a hall's zones, and the sentences of its rule. Rules: VOICE-1, VOICE-4. */
import type { CounterId, Instant } from '@tingxu/contract/ids';
import {
  VOICE_TIMING,
  type VoiceRule,
  type VoiceZoneId,
  type VoiceZoneRow,
  WHOLE_HALL,
} from '@tingxu/contract/voice';
import { type Fact, type Input, type Ledger, newLedger, speakerNumber } from '@tingxu/voice/ledger';
import type { Pack } from '@tingxu/voice/pack';
import { type Speech, speechOf } from '@tingxu/voice/speech';
import { isIdle, step } from '@tingxu/voice/step';

export type Zone = { readonly id: VoiceZoneId; readonly counters: readonly CounterId[] };

const HALL_ZONE: Zone = { id: WHOLE_HALL, counters: [] };
export const zonesOf = ({ zones }: VoiceRule): readonly [Zone, ...Zone[]] => {
  const [first = HALL_ZONE, ...others] = zones ?? [];
  return [first, ...others];
};

/** The zone of that name, else the first one. */
export const zoneNamed = (rule: VoiceRule, id: VoiceZoneId): VoiceZoneId => {
  const zones = zonesOf(rule);
  return (zones.find((zone) => zone.id === id) ?? zones[0]).id;
};

/** Where a call to this counter is heard; what is of no counter is heard everywhere. */
export const zonesHearing = (rule: VoiceRule, counter: CounterId | null): readonly Zone[] => {
  const zones = zonesOf(rule);
  if (counter === null) return zones;
  return [zones.find(({ counters }) => counters.includes(counter)) ?? zones[0]];
};

export type ZoneLedgers = {
  put(rule: VoiceRule, zone: VoiceZoneId, input: Input): Ledger;
  everywhere(rule: VoiceRule, input: Input): void;
  of(zone: VoiceZoneId): Ledger | null;
  row(zone: VoiceZoneId): VoiceZoneRow;
  isIdle(): boolean;
};

export type ZoneLedgersOptions = {
  readonly now: () => Instant;
  readonly pack: Pack;
  /** Whether the hall is in quiet mode. */
  readonly quiet: () => boolean;
  readonly report: (fact: Fact) => void;
};

/** What the whole hall hears has one end: that of the first zone. */
const isOwn = (fact: Fact, zone: VoiceZoneId, rule: VoiceRule): boolean =>
  fact.type === 'shown' || 'ticket' in fact.subject || zone === zonesOf(rule)[0].id;

export const zoneLedgers = ({ now, pack, quiet, report }: ZoneLedgersOptions): ZoneLedgers => {
  const ledgers = new Map<VoiceZoneId, Ledger>();
  /** A board that the server before this one let speak has fallen silent by then. Rules: VOICE-4. */
  const silentAt = now() + VOICE_TIMING.leaseMs;
  let made: { readonly rule: VoiceRule; readonly speech: Speech } | null = null;
  const speechFor = (rule: VoiceRule): Speech => {
    if (made?.rule !== rule) made = { rule, speech: speechOf(rule, pack) };
    return made.speech;
  };
  const put: ZoneLedgers['put'] = (rule, zone, input) => {
    const at = now();
    const before = ledgers.get(zone) ?? newLedger(at, quiet(), silentAt);
    const { ledger, facts } = step(before, input, speechFor(rule), at);
    ledgers.set(zone, ledger);
    for (const fact of facts) if (isOwn(fact, zone, rule)) report(fact);
    return ledger;
  };
  return {
    put,
    everywhere: (rule, input) => {
      for (const { id } of zonesOf(rule)) put(rule, id, input);
    },
    of: (zone) => ledgers.get(zone) ?? null,
    row: (zone) => {
      const ledger = ledgers.get(zone);
      const speaker = ledger ? speakerNumber(ledger, ledger.owner) : null;
      return { zone, speaker, saying: ledger?.current?.saying ?? null };
    },
    isIdle: () => [...ledgers.values()].every(isIdle),
  };
};
