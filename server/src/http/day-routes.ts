/** `/day`: opening and closing the business day. Rules: DAY-1, DAY-3, HOURS-4, HOURS-5. */
import { DayOpening } from '@tingxu/contract/day-rest';
import {
  CloseDayBody,
  type DayReply,
  DayReply as DayReplySchema,
  EmptyBody,
  ExtendIssuingBody,
  StopIssuingBody,
} from '@tingxu/contract/rest';
import { configInForce } from '@tingxu/hall/configuration';
import { businessDayAt } from '../day/business-day.ts';
import { openingOf } from '../day/posted-hours.ts';
import { addCommand, HallParams } from './command-route.ts';
import { type Api, type Hosting, hallOf } from './hosting.ts';
import { PROBLEM_RESPONSES } from './openapi.ts';
import { type RenderAccepted, rendered } from './render.ts';
import { hallSummary } from './tell-hall.ts';
import { dayOpening } from './tell-opening.ts';

export function addDayOpening(api: Api, hosting: Hosting): void {
  api.get(
    '/api/v1/halls/:hall/day/opening',
    {
      schema: {
        operationId: 'foreseeOpening',
        summary: 'What would come back if the business day were opened now',
        tags: ['day'],
        params: HallParams,
        response: { 200: DayOpening, ...PROBLEM_RESPONSES },
      },
    },
    ({ params }) => dayOpening(hallOf(hosting, params.hall), hosting.clock.now()),
  );
}

export function addDayCommands(api: Api, hosting: Hosting): void {
  const renderDay =
    (id: Parameters<typeof hallOf>[1]): RenderAccepted =>
    ({ after }) => {
      const reply: DayReply = { hall: hallSummary(after, hallOf(hosting, id).config) };
      return rendered(200, reply);
    };
  const common = {
    tag: 'day',
    params: HallParams,
    status: 200,
    reply: DayReplySchema,
  } as const;
  addCommand(api, hosting, {
    ...common,
    path: '/day/open',
    operationId: 'openDay',
    summary: 'Open the business day of now with the configuration in force',
    body: EmptyBody,
    command: (_parsed, { config, runtime }) => {
      const now = hosting.clock.now();
      const businessDay = businessDayAt(configInForce(runtime.state(), config), now);
      return openingOf(runtime.state(), config, businessDay, now);
    },
    render: ({ params }) => renderDay(params.hall),
  });
  addCommand(api, hosting, {
    ...common,
    path: '/day/close',
    operationId: 'closeDay',
    summary: 'Close the business day',
    body: CloseDayBody,
    command: ({ body }) => ({ type: 'CloseDay', remaining: body.remaining }),
    render: ({ params }) => renderDay(params.hall),
  });
  addCommand(api, hosting, {
    ...common,
    path: '/day/issuing/stop',
    operationId: 'stopIssuing',
    summary: 'Stop issuing tickets before the posted cut-off, with a reason that everybody sees',
    body: StopIssuingBody,
    command: ({ body }) => ({
      ...({ type: 'StopIssuing', reason: body.reason } as const),
      ...(body.until !== undefined && { untilAt: Date.parse(body.until) }),
    }),
    render: ({ params }) => renderDay(params.hall),
  });
  addCommand(api, hosting, {
    ...common,
    path: '/day/issuing/extend',
    operationId: 'extendIssuing',
    summary: 'Issue tickets outside the posted hours, until an instant',
    body: ExtendIssuingBody,
    command: ({ body }) => ({
      type: 'ExtendIssuing',
      reason: body.reason,
      untilAt: Date.parse(body.until),
    }),
    render: ({ params }) => renderDay(params.hall),
  });
  addCommand(api, hosting, {
    ...common,
    path: '/day/issuing/resume',
    operationId: 'resumeIssuing',
    summary: 'Issue tickets by the posted hours again',
    body: EmptyBody,
    command: () => ({ type: 'ResumeIssuing' }),
    render: ({ params }) => renderDay(params.hall),
  });
}
