/** `/day`: opening and closing the business day. Rules: DAY-1, DAY-3. */
import {
  CloseDayBody,
  type DayReply,
  DayReply as DayReplySchema,
  EmptyBody,
} from '@tingxu/contract/rest';
import { configInForce } from '@tingxu/hall/configuration';
import { businessDayAt } from '../day/business-day.ts';
import { addCommand, HallParams } from './command-route.ts';
import { type Api, type Hosting, hallOf } from './hosting.ts';
import { type RenderAccepted, rendered } from './render.ts';
import { hallSummary } from './tell-hall.ts';

export function addDayCommands(api: Api, hosting: Hosting): void {
  const renderDay =
    (id: Parameters<typeof hallOf>[1]): RenderAccepted =>
    ({ after }) => {
      const reply: DayReply = { hall: hallSummary(after, hallOf(hosting, id).config) };
      return rendered(200, reply);
    };
  const common = {
    tag: 'day',
    roles: ['supervisor'],
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
    command: (_parsed, { config, runtime }) => ({
      type: 'OpenDay',
      businessDay: businessDayAt(configInForce(runtime.state(), config), hosting.clock.now()),
      config,
    }),
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
}
