/** `/counters`: the life of a counter and the call of the next ticket. */
import { CounterId, HallId } from '@tingxu/contract/ids';
import { CounterReply, EmptyBody, OpenCounterBody, PauseBody } from '@tingxu/contract/rest';
import type { Role } from '@tingxu/contract/roles';
import * as z from 'zod/mini';
import { addCommand } from './command-route.ts';
import type { Api, Hosting } from './hosting.ts';
import { renderCounter } from './render-counter.ts';

const CounterParams = z.strictObject({ hall: HallId, counter: CounterId });
type CounterParams = z.infer<typeof CounterParams>;

const ROLES: readonly Role[] = ['teller', 'supervisor'];

const common = {
  tag: 'counters',
  roles: ROLES,
  params: CounterParams,
  status: 200,
  reply: CounterReply,
  render: ({ params }: { params: CounterParams }) => renderCounter(params.counter),
} as const;

const PLAIN = [
  { verb: 'call-next', id: 'callNext', type: 'CallNext', summary: 'Call the next ticket' },
  { verb: 'resume', id: 'resumeCounter', type: 'ResumeCounter', summary: 'Return to service' },
  { verb: 'close', id: 'closeCounter', type: 'CloseCounter', summary: 'The teller signs out' },
] as const;

export function addCounterCommands(api: Api, hosting: Hosting): void {
  addCommand(api, hosting, {
    ...common,
    path: '/counters/:counter/open',
    operationId: 'openCounter',
    summary: 'A teller signs in at the counter',
    body: OpenCounterBody,
    command: ({ params, body }) => ({
      type: 'OpenCounter',
      counter: params.counter,
      staff: body.staff,
    }),
  });
  addCommand(api, hosting, {
    ...common,
    path: '/counters/:counter/pause',
    operationId: 'pauseCounter',
    summary: 'Leave service for a while, with the reason',
    body: PauseBody,
    command: ({ params, body }) => ({
      type: 'PauseCounter',
      counter: params.counter,
      reason: body.reason,
    }),
  });
  for (const { verb, id, type, summary } of PLAIN) {
    addCommand(api, hosting, {
      ...common,
      path: `/counters/:counter/${verb}`,
      operationId: id,
      summary,
      body: EmptyBody,
      command: ({ params }) => ({ type, counter: params.counter }),
    });
  }
}
