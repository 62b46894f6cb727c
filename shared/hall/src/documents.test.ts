import { TicketId } from '@tingxu/contract/ids';
import { describe, expect, test } from 'vitest';
import { changeConfig, checkDocuments, issue, transfer } from '../testing/commands.ts';
import { type ConfigInput, counter, hallConfig, service } from '../testing/config.ts';
import { after, openScene, seconds } from '../testing/scene.ts';
import { ticketRow } from './ticket-rows.ts';

const ID_CARD = { 'zh-CN': '身份证', en: 'your ID card' };
const CARD = { 'zh-CN': '银行卡', en: 'your bank card' };
const LICENCE = { 'zh-CN': '营业执照', en: 'the business licence' };

const asking = (documents: (typeof ID_CARD)[]): Partial<ConfigInput> => ({
  services: [service('cash', { documents }), service('account', { documents: [LICENCE] })],
  counters: [counter('1', 'cash', 'account')],
});
const two = () => openScene(hallConfig(asking([ID_CARD, CARD]))).given(issue('cash'));
const seen = (scene: ReturnType<typeof two>) =>
  ticketRow(scene.hall(), scene.ticket('A001')).documents;

describe('documents that staff have looked at', () => {
  test('PREP-4 all of them at once, and the newest record counts', () => {
    const scene = two();
    expect(seen(scene)).toBeUndefined();
    expect(scene.when(checkDocuments('A001', [1, 0, 1]))).toEqual([
      {
        ...{ type: 'DocumentsChecked', ticket: TicketId.parse('20261121-0001') },
        ...{ service: 'cash', missing: [0, 1] },
      },
    ]);
    scene.given(after(seconds(30)), checkDocuments('A001', []));
    expect(seen(scene)).toEqual({ missing: [], at: scene.now() });
  });

  test('PREP-4 nothing outside the list, and nothing of a service that the ticket is not for', () => {
    const scene = two();
    const refused = [
      checkDocuments('A001', [2]),
      checkDocuments('A001', [], 'account'),
      checkDocuments('A001', [], 'nothing'),
    ].map((command) => scene.refused(command).code);
    expect(new Set(refused)).toEqual(new Set(['documents-not-asked']));
  });

  test('PREP-4 of another service nothing has been checked', () => {
    const scene = two().given(
      checkDocuments('A001', [0]),
      transfer('A001', { service: 'account' }),
    );
    expect(seen(scene)).toBeUndefined();
  });

  test('PREP-4 nor when the hall asks for other documents meanwhile', () => {
    const scene = two().given(checkDocuments('A001', [1]));
    scene.given(changeConfig(hallConfig(asking([ID_CARD, CARD]))));
    expect(seen(scene)).toMatchObject({ missing: [1] });
    scene.given(changeConfig(hallConfig(asking([CARD, ID_CARD])), 'now', 2));
    expect(seen(scene)).toBeUndefined();
  });

  test('PREP-4 place and wait are as before', () => {
    const scene = two();
    const { documents: _before, ...before } = scene.ticket('A001');
    const { documents: _after, ...now } = scene.given(checkDocuments('A001', [0])).ticket('A001');
    expect(now).toEqual(before);
  });
});
