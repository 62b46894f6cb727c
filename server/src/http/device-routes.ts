/** `/devices`, and slips of tickets that staff ask for. Rules: DEV-2, SLIP-2, SLIP-5. */
import { DeviceRow } from '@tingxu/contract/devices';
import { PrintBody, TicketReply } from '@tingxu/contract/rest';
import * as z from 'zod/mini';
import { addCommand, HallParams } from './command-route.ts';
import { type Api, type Hosting, hallOf } from './hosting.ts';
import { PROBLEM_RESPONSES } from './openapi.ts';
import { RequestProblem } from './problem.ts';
import { renderTicket } from './render-ticket.ts';
import { TicketParams } from './ticket-routes.ts';

const DeviceList = z.strictObject({ devices: z.array(DeviceRow) });

export function addDevices(api: Api, hosting: Hosting): void {
  api.get(
    '/api/v1/halls/:hall/devices',
    {
      schema: {
        operationId: 'listDevices',
        summary: 'Printers and other devices of the hall, and how they are',
        tags: ['halls'],
        params: HallParams,
        response: { 200: DeviceList, ...PROBLEM_RESPONSES },
      },
    },
    ({ params }) => {
      const { runtime } = hallOf(hosting, params.hall);
      return { devices: [...(hosting.devices?.gateway.rows(runtime.hall) ?? [])] };
    },
  );
  addCommand(api, hosting, {
    path: '/tickets/:ticket/print',
    operationId: 'printTicket',
    summary: 'Print the ticket; a further slip says that it is a copy',
    tag: 'tickets',
    params: TicketParams,
    body: PrintBody,
    status: 200,
    reply: TicketReply,
    command: ({ params, body }, { runtime }) => {
      const printer = hosting.devices?.gateway.printer(runtime.hall, body.printer);
      if (!printer) throw new RequestProblem('device-unknown');
      return { type: 'PrintSlip', ticket: params.ticket, printer: body.printer };
    },
    render: () => renderTicket,
    happened: ({ body }, { runtime }, answer) => {
      const { ticket } = TicketReply.parse(JSON.parse(answer.body));
      void hosting.devices?.slips.print(runtime, ticket.id, body);
    },
  });
}
