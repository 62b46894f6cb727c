/** What the page of a kiosk takes to print by its browser. Carries no key: a sheet is given once. Rules: SLIP-7, SLIP-8. */
import { DeviceId } from '@tingxu/contract/devices';
import { HallId } from '@tingxu/contract/ids';
import { SheetsBody, SheetsReply } from '@tingxu/contract/sheets';
import * as z from 'zod/mini';
import { type Api, type Hosting, hallOf } from './hosting.ts';
import { kioskOf } from './identity.ts';
import { PROBLEM_RESPONSES } from './openapi.ts';
import { RequestProblem } from './problem.ts';

const SheetParams = z.strictObject({ hall: HallId, device: DeviceId });

/** Rejects: device-unknown, forbidden (of another kiosk). */
export function addSheets(api: Api, hosting: Hosting): void {
  const take = {
    schema: {
      operationId: 'takeSheet',
      summary: 'The page of a kiosk prints for this printer, and takes what is to be printed',
      ...{ tags: ['kiosks'], params: SheetParams, body: SheetsBody },
      response: { 200: SheetsReply, ...PROBLEM_RESPONSES },
    },
  };
  api.post('/api/v1/halls/:hall/devices/:device/sheets', take, (request) => {
    const { hall, device } = request.params;
    const { runtime } = hallOf(hosting, hall);
    const printer = hosting.devices?.gateway.printer(runtime.hall, device);
    const { line } = printer?.setting ?? {};
    if (!printer?.page || !line || !('kiosk' in line)) throw new RequestProblem('device-unknown');
    if (kioskOf(request) !== line.kiosk) throw new RequestProblem('forbidden');
    return { sheet: printer.page.report(request.body) };
  });
}
