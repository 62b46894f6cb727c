import { describe, expect, it } from 'vitest';
import { call, cancel, endSlip, issue, open, printSlip } from '../testing/commands.ts';
import { by, openScene } from '../testing/scene.ts';
import { allLive } from './live-tickets.ts';

const A001 = '20261121-0001';
const slipOf = (scene: ReturnType<typeof openScene>) => allLive(scene.hall().tickets)[0]?.slip;

describe('a ticket on paper', () => {
  it('SLIP-1 changes nothing else of its ticket, printed or not', () => {
    const scene = openScene();
    scene.when(issue());
    const [before] = allLive(scene.hall().tickets);
    scene.when(printSlip('A001'));
    scene.when(endSlip(A001, 'not-printed', 'paper-out'));
    const [{ slip, ...after } = { slip: undefined }] = allLive(scene.hall().tickets);
    expect(after).toEqual(before);
    expect(slip).toEqual({ printer: 'p1', state: 'not-printed', why: 'paper-out', out: false });
    expect(scene.when(issue()).at(0)).toMatchObject({ number: 'A002' });
  });

  it('SLIP-2 says copy once an earlier slip is out or may be, and only staff ask for that', () => {
    const scene = openScene();
    scene.when(issue());
    expect(scene.when(by('kiosk', printSlip('A001')))).toEqual([
      { type: 'SlipAsked', ticket: A001, printer: 'p1' },
    ]);
    scene.when(endSlip(A001, 'not-printed', 'lost'));
    // Nothing came out: this is the original still.
    expect(scene.when(by('kiosk', printSlip('A001')))[0]).not.toHaveProperty('copy');
    scene.when(endSlip(A001, 'unsure', 'lost'));
    expect(scene.refused(by('kiosk', printSlip('A001'))).code).toBe('override-not-allowed');
    expect(scene.when(by('lobby', printSlip('A001', 'p2')))).toEqual([
      { type: 'SlipAsked', ticket: A001, printer: 'p2', copy: true },
    ]);
    scene.when(endSlip(A001, 'not-printed', 'too-late'));
    expect(scene.when(by('teller', printSlip('A001')))[0]).toMatchObject({ copy: true });
  });

  it('SLIP-3 is printed once at a time', () => {
    const scene = openScene();
    scene.when(issue());
    scene.when(printSlip('A001'));
    expect(scene.refused(printSlip('A001')).code).toBe('slip-under-way');
    scene.when(endSlip(A001, 'printed'));
    expect(scene.refused(endSlip(A001, 'printed')).code).toBe('slip-not-under-way');
  });

  it('SLIP-9 of which nobody says how is made as the earlier one, and a list of documents changes nothing of it', () => {
    const scene = openScene();
    scene.when(issue());
    const asked = (form: object = {}) => {
      const [event] = scene.when(by('lobby', { ...printSlip('A001'), ...form } as never));
      scene.when(endSlip(A001, 'printed'));
      return event;
    };
    const first = { layout: 'large', language: 'en' };
    expect(asked(first)).toMatchObject(first);
    expect(asked()).toMatchObject({ copy: true, ...first });
    expect(asked({ layout: 'documents' })).toMatchObject({ layout: 'documents', language: 'en' });
    expect(asked()).toMatchObject({ copy: true, ...first });
    expect(asked({ language: 'zh-HK' })).toMatchObject({ layout: 'large', language: 'zh-HK' });
    scene.when(issue());
    expect(scene.when(by('lobby', printSlip('A002')))).toEqual([
      { type: 'SlipAsked', ticket: '20261121-0002', printer: 'p1' },
    ]);
  });

  it('SLIP-5 is told with the printer that had it, also of a ticket that is called meanwhile', () => {
    const scene = openScene();
    scene.when(open('1'));
    scene.when(issue());
    scene.when(printSlip('A001', 'p2'));
    scene.when(call('1'));
    expect(scene.when(endSlip(A001, 'unsure', 'interrupted'))).toEqual([
      { type: 'SlipEnded', ticket: A001, printer: 'p2', outcome: 'unsure', why: 'interrupted' },
    ]);
    expect(slipOf(scene)?.out).toBe(true);
    scene.when(cancel('A001', 'removed-by-staff'));
    expect(scene.refused(printSlip('A001')).code).toBe('ticket-ended');
  });
});
