/** `/devices`, test pages, and slips of tickets that staff ask for. Rules: DEV-2, DEV-5, SLIP-2, SLIP-5. */
import { DeviceId, DeviceRow } from '@tingxu/contract/devices';
import { HallId } from '@tingxu/contract/ids';
import { PrintBody, PrinterTestReply, TicketReply } from '@tingxu/contract/rest';
import * as z from 'zod/mini';
import { testPages } from '../devices/printer/test-page.ts';
import { addCommand, HallParams } from './command-route.ts';
import { type Api, type Hosting, hallOf } from './hosting.ts';
import { PROBLEM_RESPONSES } from './openapi.ts';
import { RequestProblem } from './problem.ts';
import { renderTicket } from './render-ticket.ts';
import { TicketParams } from './ticket-routes.ts';

const DeviceList = z.strictObject({ devices: z.array(DeviceRow) });
const DeviceParams = z.strictObject({ hall: HallId, device: DeviceId });
const Nothing = z.strictObject({});

/** Answered when the page is out, or cannot be; a page more does no harm, so it has no key. */
function addTest(api: Api, { devices, halls, clock, log }: Hosting): void {
  const pages = testPages();
  const test = {
    schema: {
      operationId: 'testPrinter',
      summary: 'Print a page that is no ticket, and tell how the printer is',
      ...{ tags: ['halls'], params: DeviceParams, body: Nothing },
      response: { 200: PrinterTestReply, ...PROBLEM_RESPONSES },
    },
  };
  api.post('/api/v1/halls/:hall/devices/:device/test', test, async ({ params }) => {
    const { runtime, config } = hallOf({ halls }, params.hall);
    const printer = devices?.gateway.printer(runtime.hall, params.device);
    const rowNow = (): DeviceRow | undefined =>
      devices?.gateway.rows(runtime.hall).find(({ device }) => device === params.device);
    if (!printer) throw new RequestProblem('device-unknown');
    const { name, zone } = runtime.state().day?.config ?? config;
    const end = await pages.print(printer, { hall: name, zone, at: clock.now() });
    const device = rowNow();
    if (!device) throw new RequestProblem('device-unknown');
    log.info({ device: params.device, ...end }, 'a test page was asked for');
    return { device, ...end };
  });
}

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
  addTest(api, hosting);
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
      return { type: 'PrintSlip', ticket: params.ticket, ...body };
    },
    render: () => renderTicket,
    happened: ({ body }, { runtime }, answer) => {
      const { ticket } = TicketReply.parse(JSON.parse(answer.body));
      void hosting.devices?.slips.print(runtime, ticket.id, body);
    },
  });
}
