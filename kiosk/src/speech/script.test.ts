import { ServiceId, TicketNumber } from '@tingxu/contract/ids';
import { IssueReply } from '@tingxu/contract/rest';
import { GroupId } from '@tingxu/contract/service-look';
import { PUBLIC_LOCALES } from '@tingxu/i18n/locale';
import { describe, expect, test } from 'vitest';
import { laneOffers, serviceOffers } from '../model/offers.ts';
import type { Shown } from '../model/screen.ts';
import { profileWith, viewWith, withDocuments } from '../testing/hall.ts';
import { wordsIn } from '../testing/words.ts';
import { type Scene, scriptOf, sentences, spelled } from './script.ts';

const view = viewWith({ profile: profileWith(withDocuments()) });
const sceneOf = (shown: Shown, more: Partial<Scene> = {}): Scene => ({
  shown,
  services: serviceOffers(view),
  lanes: laneOffers(view),
  stopped: null,
  opensAt: null,
  closesAt: null,
  help: 'desk',
  profile: view.profile,
  now: 0,
  ...more,
});

const service = ServiceId.parse('cash');
const number = TicketNumber.parse('A042');
const wanted = { service, lane: null, declared: false };
const issued = IssueReply.parse({
  ticket: {
    ...{ id: '20261121-0042', number, hall: 'demo', businessDay: '2026-11-21' },
    ...{ lane: 'normal', service: 'cash', state: 'waiting', counter: null },
    ...{ issuedAt: '2026-11-21T09:30:00+08:00', endedAt: null, endReason: null },
  },
  link: `demo.20261121-0042.${'A'.repeat(22)}`,
  ...{ ahead: 3, worstPosition: 8, wait: { lowSeconds: 300, highSeconds: 600 } },
});

const BACK = {
  ...{ place: 'after-calls' as const, hold: 3, ahead: 4 },
  wait: { lowSeconds: 300, highSeconds: 600 },
};

/** Every state; a kind that is added does not compile until it is here. */
const STATES: { readonly [K in Shown['kind']]: readonly (Shown & { readonly kind: K })[] } = {
  services: [{ kind: 'services' }],
  group: [{ kind: 'group', group: GroupId.parse('money') }],
  lanes: [{ kind: 'lanes', service }],
  taking: (['sent', 'slow', 'unsure'] as const).map((sending) => ({
    kind: 'taking',
    wanted,
    sending,
  })),
  ticket: [{ kind: 'ticket', issued }],
  untold: [{ kind: 'untold' }],
  failed: [{ kind: 'failed', wanted, code: 'issuing-stopped' }],
  reference: ['', '7K3M', '7K3MPQ9T2XWAB4CD'].map((typed) => ({ kind: 'reference', typed })),
  checking: [{ kind: 'checking', typed: '7K3MPQ9T2XWAB4CD', sending: 'slow' }],
  entry: ['', 'A', 'A042'].map((typed) => ({ kind: 'entry', typed })),
  refusal: [
    {
      ...{ kind: 'refusal', number, again: 'entry' },
      refusal: { kind: 'not-missed', state: 'called' },
    },
    {
      ...{ kind: 'refusal', number, again: 'entry' },
      refusal: { kind: 'problem', code: 'ticket-unknown' },
    },
    {
      ...{ kind: 'refusal', number: null, again: 'reference' },
      refusal: { kind: 'too-early', fromAt: 3_600_000 },
    },
  ],
  returning: [{ kind: 'returning', number, sending: 'slow' }],
  returned: [
    { kind: 'returned', ticket: issued.ticket, back: BACK },
    { kind: 'returned', ticket: issued.ticket },
  ],
  help: [{ kind: 'help' }],
  connecting: [{ kind: 'connecting' }],
  offline: [{ kind: 'offline' }],
  closed: [{ kind: 'closed' }],
};
const states: readonly Shown[] = Object.values<readonly Shown[]>(STATES).flat();

describe.each(PUBLIC_LOCALES)('in %s', (locale) => {
  const words = wordsIn(locale);

  test('every state says something and offers something to choose', () => {
    for (const shown of states) {
      const { prompt, choices } = scriptOf(sceneOf(shown), words);
      expect(prompt.length, shown.kind).toBeGreaterThan(4);
      expect(choices.length, shown.kind).toBeGreaterThan(0);
      for (const { say } of choices) expect(say.trim(), shown.kind).not.toBe('');
    }
  });

  test('ISSUE-5 all that must be brought is said before the number is taken, and with it', () => {
    const { documents } = view.profile?.services[0] ?? {};
    const told = words.t.common.bring(
      (documents ?? []).map(words.pick).reduce(words.t.common.listed),
    );
    expect(told).toContain(words.locale.value === 'en' ? 'your ID card' : '身份证');
    for (const shown of [
      { kind: 'lanes', service },
      { kind: 'ticket', issued },
    ] as const)
      expect(scriptOf(sceneOf(shown), words).prompt).toContain(told);
  });

  test('a stopped hall says why and until when', () => {
    const stopped = { state: 'stopped', untilAt: 3_600_000, reason: 'equipment' } as const;
    const { prompt, choices } = scriptOf(sceneOf({ kind: 'services' }, { stopped }), words);
    expect(prompt).toContain(words.t.common.issuingReason.equipment);
    expect(prompt).toContain('09:00');
    expect(choices.map(({ act }) => act.kind)).not.toContain('service');
  });

  test('HOURS-10 until when the hall is open is said with the services, also while it gives no numbers', () => {
    const closesAt = 9 * 3_600_000;
    const until = words.t.kiosk.openUntil('17:00');
    const said = (more: Partial<Scene>) =>
      scriptOf(sceneOf({ kind: 'services' }, more), words).prompt;
    expect(said({ closesAt })).toContain(until);
    const stopped = { state: 'stopped', untilAt: 3_600_000, reason: 'equipment' } as const;
    expect(said({ closesAt, stopped })).toContain(until);
    expect(said({})).toBe(sentences([words.t.kiosk.chooseService], words));
  });

  test('HOURS-13 a closed hall says when it opens, and sends people to the door where nobody knows', () => {
    const said = (opensAt: number | null) =>
      scriptOf(sceneOf({ kind: 'closed' }, { opensAt }), words).prompt;
    const opens = words.format.opening(3_600_000, 0);
    expect(said(3_600_000)).toContain(opens);
    expect(said(3_600_000)).not.toContain(words.t.kiosk.closedText.slice(0, -1));
    expect(said(null)).toContain(words.t.kiosk.closedText.slice(0, -1));
    expect(said(null)).not.toContain(opens);
  });

  test('MISS-16 whoever came back hears who is ahead and how long, and after a dead number of a new one', () => {
    const { prompt } = scriptOf(
      sceneOf({ kind: 'returned', ticket: issued.ticket, back: BACK }),
      words,
    );
    const range = { lowMs: 300_000, highMs: 600_000 };
    expect(prompt).toContain(words.t.kiosk.aheadShort(4));
    expect(prompt).toContain(words.format.wait(range));
    const refused = (code: 'return-expired' | 'return-channel-closed' | 'ticket-unknown') => {
      const refusal = { kind: 'problem' as const, code };
      return scriptOf(sceneOf({ kind: 'refusal', number, again: 'entry', refusal }), words)
        .choices[0]?.act.kind;
    };
    expect(refused('return-expired')).toBe('back');
    expect(refused('return-channel-closed')).toBe('help');
    expect(refused('ticket-unknown')).toBe('entry');
  });

  test('the ticket tells all that the slip tells, digits one by one', () => {
    const { prompt } = scriptOf(sceneOf({ kind: 'ticket', issued }), words);
    const told = [
      ...['A 0 4 2', words.t.kiosk.aheadShort(3), words.t.kiosk.worst(8)],
      words.format.wait({ lowMs: 300_000, highMs: 600_000 }),
    ];
    for (const part of told) expect(prompt).toContain(part);
  });
});

test('HELP-1 a call for a person is told as far as it has come, and can be taken back', () => {
  const words = wordsIn('zh-CN');
  const told = (help: Scene['help']) => scriptOf(sceneOf({ kind: 'help' }, { help }), words);
  expect(told('coming').prompt).toContain('工作人员正在过来');
  expect(told('called').choices.map(({ act }) => act.kind)).toContain('take-back');
  expect(told('known').choices.map(({ act }) => act.kind)).not.toContain('take-back');
});

test('only what can be had is a choice', () => {
  const { choices } = scriptOf(sceneOf({ kind: 'services' }), wordsIn('zh-CN'));
  const services = choices.flatMap(({ act }) => (act.kind === 'service' ? [act.service] : []));
  expect(services).toEqual(['cash', 'wealth']);
});

test('a sentence ends once, and a place for a line break is not said', () => {
  const words = wordsIn('zh-CN');
  expect(sentences(['请选择\u200B业务', null, '请稍候。', ''], words)).toBe(
    '请选择业务。 请稍候。',
  );
  expect(spelled('A001')).toBe('A 0 0 1');
});
