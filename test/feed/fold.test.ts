import { type Chance, chanceOf } from '@tingxu/chance/chance';
import { FeedEvent } from '@tingxu/contract/feed';
import { HALL_AUDIENCES, type HallAudience } from '@tingxu/contract/roles';
import { HallView } from '@tingxu/contract/views';
import { foldAll } from '@tingxu/feed-client/fold';
import { decide } from '@tingxu/hall/decide';
import { evolve } from '@tingxu/hall/evolve';
import { feedEvents } from '@tingxu/hall/feed-diff';
import { allLive } from '@tingxu/hall/live-tickets';
import { phoneEvents, phoneView } from '@tingxu/hall/phone-view';
import { emptyHall, type HallState } from '@tingxu/hall/state';
import { viewOf } from '@tingxu/hall/view';
import { describe, expect, it } from 'vitest';
import { laterBy, randomCommand } from './random-command.ts';
import { smallHall } from './small-hall.ts';

const AUDIENCES = HALL_AUDIENCES;

/** Group commits: each element is the committed state after one to four accepted commands. */
const committedStates = (chance: Chance, groups: number): HallState[] => {
  const states = [emptyHall(smallHall.hall)];
  let hall = states[0]!;
  let at = Date.UTC(2026, 0, 5, 1);
  while (states.length <= groups) {
    for (let wanted = chance.between(1, 4); wanted > 0; wanted -= 1) {
      at = laterBy(at, chance);
      const decision = decide(hall, randomCommand(hall, chance), {
        at,
        actor: { role: 'system' },
      });
      if (!decision.ok) continue;
      for (const event of decision.events) hall = evolve(hall, event, at);
    }
    states.push(hall);
  }
  return states;
};

let many: readonly (readonly HallState[])[] | null = null;
/** Twelve halls, each made once. */
const manyStates = (): readonly (readonly HallState[])[] => {
  many ??= Array.from({ length: 12 }, (_, seed) => committedStates(chanceOf(seed + 1), 400));
  return many;
};

const membersOf = (audience: HallAudience): string[] =>
  HallView.def.options
    .filter(({ shape }) => [...shape.audience.def.values].some((value) => value === audience))
    .flatMap(({ shape }) => Object.keys(shape))
    .filter((member) => member !== 'audience')
    .sort();

const membersChanged = (before: HallView, after: HallView): string[] => {
  const known = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after).flatMap(([member, value]) =>
    JSON.stringify(known.get(member)) === JSON.stringify(value) ? [] : [member],
  );
};

describe('the fold against the real core', () => {
  it.each(AUDIENCES)(
    'FEED-3, CONF-7 folding the changed rows gives the %s view of the later state',
    (audience) => {
      const members = new Set<string>();
      for (const states of manyStates()) {
        for (const [index, after] of states.entries()) {
          const before = states[index - 1];
          if (!before) continue;
          const events = feedEvents(before, after, audience);
          const folded = foldAll<HallView>(viewOf(before, audience), events);
          expect(folded, `hall ${after.at}, group ${index}`).toEqual(viewOf(after, audience));
          for (const member of membersChanged(viewOf(before, audience), folded))
            members.add(member);
        }
      }
      // Whatever a view has must have changed, or its folding has not been seen.
      expect([...members].sort()).toEqual(membersOf(audience));
    },
  );

  it('FEED-3 every kind of event has occurred', () => {
    const known = FeedEvent.def.options.flatMap((option) => [...option.shape.type.def.values]);
    const kinds = new Set<string>();
    for (const states of manyStates()) {
      for (const [index, after] of states.entries()) {
        const before = states[index - 1];
        if (!before || kinds.size === known.length) continue;
        const phones = allLive(before.tickets).flatMap(({ id }) => phoneEvents(before, after, id));
        const halls = AUDIENCES.flatMap((audience) => feedEvents(before, after, audience));
        for (const { type } of [...phones, ...halls]) kinds.add(type);
      }
    }
    expect([...kinds].sort()).toEqual(known.sort());
  });

  it('FEED-3, LINK-2 the phone of every ticket, over one group and over many', () => {
    let told = 0;
    for (let seed = 21; seed <= 24; seed += 1) {
      const states = committedStates(chanceOf(seed), 200);
      for (const [index, after] of states.entries()) {
        const before = states[Math.max(0, index - 1 - (index % 7))];
        if (!before || before === after) continue;
        for (const { id } of allLive(before.tickets)) {
          const events = phoneEvents(before, after, id);
          told += events.length;
          const folded = foldAll<HallView>(phoneView(before, id), events);
          expect(folded, `seed ${seed}, group ${index}, ${id}`).toEqual(phoneView(after, id));
        }
      }
    }
    expect(told).toBeGreaterThan(1_000);
  });

  it('FEED-3 rows skipped over many groups at once fold as well', () => {
    const chance = chanceOf(99);
    const states = committedStates(chance, 600);
    for (let from = 0; from < states.length - 1; ) {
      const to = Math.min(from + chance.between(1, 40), states.length - 1);
      const [before, after] = [states[from]!, states[to]!];
      for (const audience of AUDIENCES) {
        const folded = foldAll<HallView>(
          viewOf(before, audience),
          feedEvents(before, after, audience),
        );
        expect(folded, `groups ${from} to ${to}`).toEqual(viewOf(after, audience));
      }
      from = to;
    }
  });

  it('FEED-3 folding a batch twice changes nothing', () => {
    const states = committedStates(chanceOf(7), 300);
    for (const [index, after] of states.entries()) {
      const before = states[index - 1];
      if (!before) continue;
      for (const audience of AUDIENCES) {
        const events = feedEvents(before, after, audience);
        const once = foldAll<HallView>(viewOf(before, audience), events);
        expect(foldAll(once, events)).toEqual(once);
      }
    }
  });

  it('FEED-3 control: one event left out of a batch is seen, whichever it is', () => {
    const states = committedStates(chanceOf(3), 320);
    let leftOut = 0;
    for (const [index, after] of states.entries()) {
      const before = states[index - 1];
      if (!before || before.day?.businessDay !== after.day?.businessDay) continue;
      const events = feedEvents(before, after, 'supervisor');
      for (const omitted of events) {
        const rest = events.filter((event) => event !== omitted);
        const folded = foldAll<HallView>(viewOf(before, 'supervisor'), rest);
        expect(folded, JSON.stringify(omitted)).not.toEqual(viewOf(after, 'supervisor'));
        leftOut += 1;
      }
    }
    expect(leftOut).toBeGreaterThan(500);
  });

  it('FEED-3 every view and every event matches its schema', () => {
    const states = committedStates(chanceOf(5), 200);
    for (const [index, after] of states.entries()) {
      const before = states[index - 1];
      if (!before) continue;
      for (const audience of AUDIENCES) {
        expect(HallView.safeParse(viewOf(after, audience)).error).toBeUndefined();
        for (const event of feedEvents(before, after, audience)) {
          expect(FeedEvent.safeParse(event).error).toBeUndefined();
        }
      }
    }
  });
});
