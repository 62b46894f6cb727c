/** `/counters`: the life of a counter and the call of the next ticket. */

import type { OperationId } from '@tingxu/contract/access';
import type { HallCommand } from '@tingxu/contract/commands';
import { CounterId, HallId } from '@tingxu/contract/ids';
import {
  CallTicketBody,
  CounterReply,
  EmptyBody,
  HelpBody,
  OpenCounterBody,
  PauseBody,
  RatingBody,
  RatingReply,
  WalkUpBody,
} from '@tingxu/contract/rest';
import type { Actor } from '@tingxu/contract/roles';
import * as z from 'zod/mini';
import { mayTakeCounter } from '../identity/at-counter.ts';
import { addCommand } from './command-route.ts';
import type { Api, Hosting } from './hosting.ts';
import { RequestProblem } from './problem.ts';
import { rendered } from './render.ts';
import { renderCounter } from './render-counter.ts';
import { rememberCustomer, shownProof, withoutNumber } from './shown-proof.ts';

const CounterParams = z.strictObject({ hall: HallId, counter: CounterId });
type CounterParams = z.infer<typeof CounterParams>;
type Parsed = {
  readonly params: CounterParams;
  readonly body: OpenCounterBody;
  readonly actor: Actor;
};

const common = {
  tag: 'counters',
  params: CounterParams,
  status: 200,
  reply: CounterReply,
  render: ({ params }: { params: CounterParams }) => renderCounter(params.counter),
} as const;

const plain = <T extends HallCommand['type']>(
  verb: string,
  id: OperationId,
  type: T,
  summary: string,
) => ({ verb, id, type, summary });

const PLAIN = [
  plain('call-next', 'callNext', 'CallNext', 'Call the next ticket'),
  plain('resume', 'resumeCounter', 'ResumeCounter', 'Return to service'),
  plain('close', 'closeCounter', 'CloseCounter', 'The teller signs out'),
  plain(
    'release',
    'releaseCounter',
    'ReleaseCounter',
    'End the session of a counter that nobody answers at, with its ticket by rule',
  ),
  plain('help/answer', 'answerHelp', 'AnswerHelp', 'Somebody comes to help'),
  plain('help/end', 'endHelp', 'EndHelp', 'The lobby manager is needed no longer'),
];

/** Calls that are not left to the rule, and the call of the lobby manager. Rules: CTR-6, CTR-7, CTR-9. */
function addByHand(api: Api, hosting: Hosting): void {
  addCommand(api, hosting, {
    ...common,
    path: '/counters/:counter/call-ticket',
    operationId: 'callTicket',
    summary: 'Call a chosen ticket, with the reason',
    body: CallTicketBody,
    command: ({ params, body }) => ({ type: 'CallTicket', counter: params.counter, ...body }),
  });
  addCommand(api, hosting, {
    ...common,
    path: '/counters/:counter/walk-up',
    operationId: 'startWalkUp',
    summary: 'Serve a customer who stands at the counter without a ticket',
    body: WalkUpBody,
    command: ({ params, body }, { runtime, directory }) => {
      const { service, lane, identification, declared, reason } = body;
      const { day } = runtime.state();
      const walkUp = {
        ...({ type: 'StartWalkUp', counter: params.counter, service } as const),
        ...(lane && { lane }),
        ...(reason && { reason }),
      };
      if (!day || (!identification && declared === undefined)) return walkUp;
      return shownProof(directory, body, day.businessDay).then((proof) => ({
        ...walkUp,
        ...(proof && { proof }),
      }));
    },
    sent: ({ params, body }, { directory }) => [params, withoutNumber(directory, body)],
    happened: ({ body }, hall, answer) => rememberCustomer(hall, body, answer),
  });
  addCommand(api, hosting, {
    ...common,
    path: '/counters/:counter/help',
    operationId: 'callForHelp',
    summary: 'Ask for the lobby manager',
    body: HelpBody,
    command: ({ params, body }) => ({
      type: 'CallForHelp',
      counter: params.counter,
      kind: body.kind,
    }),
  });
}

/** The pad of a counter gives its customer's vote. Rules: RATE-2. */
function addRating(api: Api, hosting: Hosting): void {
  addCommand(api, hosting, {
    path: '/counters/:counter/rating',
    operationId: 'rateService',
    summary: 'The customer rates the service that has just ended at the counter',
    tag: 'counters',
    params: CounterParams,
    body: RatingBody,
    status: 200,
    reply: RatingReply,
    command: ({ params, body }) => ({
      type: 'RateService',
      counter: params.counter,
      ...body,
      channel: 'pad',
    }),
    render:
      ({ params, body }) =>
      () =>
        rendered(200, { counter: params.counter, score: body.score }),
  });
}

/** At a counter is who may work there: whoever asks, or a teller of the hall. Rules: CTR-1, CTR-4. Rejects: staff-unknown. */
const requireTeller =
  ({ identity }: Hosting) =>
  ({ params, body, actor }: Parsed): void => {
    const isOwn = body.staff === actor.staff;
    if (isOwn || mayTakeCounter(identity, body.staff, params.hall)) return;
    throw new RequestProblem('staff-unknown');
  };

export function addCounterCommands(api: Api, hosting: Hosting): void {
  addCommand(api, hosting, {
    ...common,
    path: '/counters/:counter/open',
    operationId: 'openCounter',
    summary: 'A teller signs in at the counter',
    body: OpenCounterBody,
    check: requireTeller(hosting),
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
  addCommand(api, hosting, {
    ...common,
    path: '/counters/:counter/hand-over',
    operationId: 'handOverCounter',
    summary: 'Another teller takes over the free counter',
    body: OpenCounterBody,
    check: requireTeller(hosting),
    command: ({ params, body }) => ({
      type: 'HandOverCounter',
      counter: params.counter,
      staff: body.staff,
    }),
  });
  addByHand(api, hosting);
  addRating(api, hosting);
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
