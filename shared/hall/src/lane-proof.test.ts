import { describe, expect, test } from 'vitest';
import {
  call,
  changeLane,
  issue,
  open,
  showing,
  transfer,
  walkUpShowing,
} from '../testing/commands.ts';
import { hallConfig, lane, PROVED_LANES } from '../testing/config.ts';
import { by, openScene, type Step } from '../testing/scene.ts';

const hall = () => openScene(hallConfig({ lanes: PROVED_LANES }));
const card = (years: number) => ({ age: { years, from: 'card' } });

/** Lane, what opened it, and the class that was told. */
const stood = (step: Step): readonly unknown[] => {
  const [event] = hall().when(step);
  if (event?.type !== 'TicketIssued') throw new Error('no ticket');
  return [event.lane, event.proof, event.customerClass];
};
const refusal = (step: Step) => hall().refused(step).code;

describe('who may stand in which lane', () => {
  test('LANE-1 the ticket keeps what opened its lane and the class that was told', () => {
    const [event] = hall().when(
      by('kiosk', showing({ class: 'vip', ...card(71), declared: true })),
    );
    expect(event).toMatchObject({ lane: 'vip', proof: 'directory', customerClass: 'vip' });
    expect(JSON.stringify(event)).not.toContain('71');
    expect(stood(by('kiosk', issue()))).toEqual(['normal', undefined, undefined]);
  });

  test('LANE-2 a lane of classes opens by one of them, and an unknown class opens none', () => {
    expect(stood(by('kiosk', showing({ class: 'potential-vip' }, 'vip')))).toEqual([
      'vip',
      'directory',
      'potential-vip',
    ]);
    for (const known of ['unknown', 'ordinary', 'corporate']) {
      expect(refusal(by('kiosk', showing({ class: known }, 'vip')))).toBe('lane-needs-proof');
    }
  });

  test('LANE-3 the elderly lane opens by age, by the own word, or by staff', () => {
    const asked = (proof: object) => by('kiosk', showing(proof, 'elderly'));
    expect(stood(asked(card(60)))).toEqual(['elderly', 'card', undefined]);
    expect(stood(asked({ age: { years: 60, from: 'directory' } }))[1]).toBe('directory');
    expect(stood(asked({ declared: true }))[1]).toBe('declared');
    expect(stood(issue('cash', 'elderly'))[1]).toBe('staff');
    expect(refusal(asked(card(59)))).toBe('lane-needs-proof');
    expect(refusal(asked({ declared: false }))).toBe('lane-needs-proof');
    const strict = hallConfig({
      lanes: [lane('elderly', { selfSelect: false, proof: { fromAge: 60 } }), lane('normal')],
    });
    expect(openScene(strict).refused(asked({ declared: true })).code).toBe('lane-needs-proof');
  });

  test('LANE-4 staff give any lane but those that say no and those of bookings', () => {
    expect(stood(issue('cash', 'vip'))[1]).toBe('staff');
    expect(refusal(issue('cash', 'corporate'))).toBe('lane-needs-proof');
    expect(stood(showing({ class: 'corporate' }, 'corporate'))[1]).toBe('directory');
    for (const role of ['kiosk', 'lobby', 'supervisor'] as const) {
      const shown = showing({ class: 'vip', ...card(90), declared: true }, 'booked');
      expect(refusal(by(role, shown))).toBe('lane-needs-check-in');
    }
  });

  test('LANE-4, LEG-4, LEG-8 nor do they move or transfer anybody into such a lane', () => {
    const scene = hall().given(open('1'), issue(), issue(), call('1'));
    const refusals = [
      changeLane('A002', 'booked', 'needs-care'),
      transfer('A002', { lane: 'booked', first: true }),
      by('teller', transfer('A001', { lane: 'booked', counter: '1', first: true })),
      changeLane('A002', 'corporate', 'proof-shown'),
      transfer('A002', { lane: 'corporate' }),
    ].map((step) => scene.refused(step).code);
    expect(refusals).toEqual([
      ...['lane-needs-check-in', 'lane-needs-check-in', 'lane-needs-check-in'],
      ...['lane-needs-proof', 'lane-needs-proof'],
    ]);
    scene.given(changeLane('A002', 'vip'));
    expect(scene.ticket('A002').lane).toBe('vip');
  });

  test('LANE-4, LEG-4 a ticket stays in the lane that its proof has opened', () => {
    const scene = hall().given(showing({ class: 'corporate' }, 'corporate'));
    scene.given(transfer('A001', { lane: 'corporate', service: 'account' }));
    expect(scene.ticket('A001')).toMatchObject({ lane: 'corporate', service: 'account' });
  });

  test('LANE-5 who names no lane stands in the first one that the proof opens', () => {
    const shown = (proof: object) => stood(by('kiosk', showing(proof)))[0];
    expect(shown({ class: 'vip', ...card(80) })).toBe('vip');
    expect(shown({ class: 'ordinary', ...card(80) })).toBe('elderly');
    expect(shown({ class: 'corporate', ...card(30) })).toBe('corporate');
    expect(shown({ class: 'unknown', ...card(30) })).toBe('normal');
    // Without a ticket, too: the card opens the lane, the teller names none.
    const walkedUp = hall()
      .given(open('1'))
      .when(walkUpShowing('1', { class: 'vip' }));
    expect(walkedUp[0]).toMatchObject({ lane: 'vip', proof: 'directory' });
    // Staff name the lane that they give: without it they stand for the customer.
    expect(stood(showing({ class: 'unknown' }))).toEqual(['normal', undefined, 'unknown']);
  });
});
