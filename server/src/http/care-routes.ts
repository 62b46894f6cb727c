/** `/care`: somebody goes to those who have waited long. Rules: CARE-2. */
import type { HallEvent } from '@tingxu/contract/events';
import { type CareReply, CareReply as CareReplySchema, EmptyBody } from '@tingxu/contract/rest';
import { zoneTime } from '../day/zone-time.ts';
import { addCommand, HallParams } from './command-route.ts';
import type { Api, Hosting } from './hosting.ts';
import { type RenderAccepted, rendered } from './render.ts';

const concerned = (entries: readonly { readonly event: HallEvent }[]): number =>
  entries.flatMap(({ event }) => (event.type === 'CareAnswered' ? event.tickets : [])).length;

const renderCare: RenderAccepted = ({ after, entries }) => {
  const { restTime } = zoneTime(after.day?.config.zone ?? 'UTC');
  const { answeredAt, staff } = after.care ?? { answeredAt: after.at, staff: null };
  const reply: CareReply = {
    ...{ answeredAt: restTime(answeredAt), staff },
    tickets: concerned(entries),
  };
  return rendered(200, reply);
};

export function addCareCommand(api: Api, hosting: Hosting): void {
  addCommand(api, hosting, {
    path: '/care/answer',
    operationId: 'answerCare',
    summary: 'Somebody goes to those who have waited long',
    tag: 'tickets',
    params: HallParams,
    body: EmptyBody,
    status: 200,
    reply: CareReplySchema,
    command: () => ({ type: 'AnswerCare' }),
    render: () => renderCare,
  });
}
