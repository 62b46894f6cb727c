/**
 * What the page of a kiosk says of the devices that hang on it, and is given to print. Carries no key: a sheet
 * is given once. Rules: DEV-7, SLIP-7, SLIP-8.
 */
import { DeviceId } from '@tingxu/contract/devices';
import { HallId } from '@tingxu/contract/ids';
import { PageReport, PageReportReply } from '@tingxu/contract/sheets';
import * as z from 'zod/mini';
import { type Api, type Hosting, hallOf } from './hosting.ts';
import { kioskOf } from './identity.ts';
import { PROBLEM_RESPONSES } from './openapi.ts';
import { RequestProblem } from './problem.ts';

const PageParams = z.strictObject({ hall: HallId, device: DeviceId });

/** Rejects: device-unknown, forbidden (of another kiosk). */
export function addPageReports(api: Api, hosting: Hosting): void {
  const report = {
    schema: {
      operationId: 'reportPage',
      summary: 'The page of a kiosk says how a device at it is, and takes what is to be printed',
      ...{ tags: ['kiosks'], params: PageParams, body: PageReport },
      response: { 200: PageReportReply, ...PROBLEM_RESPONSES },
    },
  };
  api.post('/api/v1/halls/:hall/devices/:device/page', report, (request) => {
    const { hall, device } = request.params;
    const { runtime } = hallOf(hosting, hall);
    const page = hosting.devices?.gateway.page(runtime.hall, device);
    if (!page) throw new RequestProblem('device-unknown');
    if (kioskOf(request) !== page.kiosk) throw new RequestProblem('forbidden');
    return { sheet: page.report(request.body) };
  });
}
