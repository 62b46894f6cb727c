import { ServiceId } from '@tingxu/contract/ids';
import { describe, expect, it } from 'vitest';
import type { Action } from '../desk/action.ts';
import { HALL, STATION, ticketRow } from '../testing/rows.ts';
import { requestOf } from './request.ts';

const { ticket, number } = ticketRow(7);
const name = { ticket, number };

describe('a command on the wire', () => {
  it.each<[Action, string, unknown]>([
    [{ type: 'open' }, 'counters/3/open', { staff: 't03' }],
    [{ type: 'callNext' }, 'counters/3/call-next', {}],
    [{ type: 'pause', reason: 'training' }, 'counters/3/pause', { reason: 'training' }],
    [{ type: 'resume' }, 'counters/3/resume', {}],
    [{ type: 'close' }, 'counters/3/close', {}],
    [{ type: 'recall', ...name }, 'tickets/20261121-0007/recall', { counter: '3' }],
    [{ type: 'start', ...name }, 'tickets/20261121-0007/start', { counter: '3' }],
    [{ type: 'finish', ...name }, 'tickets/20261121-0007/finish', { counter: '3' }],
    [{ type: 'miss', ...name }, 'tickets/20261121-0007/miss', { counter: '3' }],
    [{ type: 'return', ...name }, 'tickets/20261121-0007/return', {}],
    [
      { type: 'documents', ...name, service: ServiceId.parse('cash'), missing: [1] },
      'tickets/20261121-0007/documents',
      { service: 'cash', missing: [1] },
    ],
    [
      { type: 'cancel', ...name, reason: 'removed-by-staff' },
      'tickets/20261121-0007/cancel',
      { reason: 'removed-by-staff' },
    ],
  ])('%j', (action, path, body) => {
    expect(requestOf(HALL, STATION, action)).toMatchObject({
      path: `/api/v1/halls/demo/${path}`,
      body,
    });
  });
});
