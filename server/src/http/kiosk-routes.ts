/** `/kiosks`: a customer asks for a person at a kiosk, staff answer. Rules: HELP-1, HELP-2. */
import { HallId, KioskId } from '@tingxu/contract/ids';
import { EmptyBody, KioskHelpReply } from '@tingxu/contract/rest';
import { kioskHelpRows } from '@tingxu/hall/kiosk-help';
import * as z from 'zod/mini';
import { zoneTime } from '../day/zone-time.ts';
import { addCommand } from './command-route.ts';
import type { Api, Hosting } from './hosting.ts';
import { type RenderAccepted, rendered } from './render.ts';

const KioskParams = z.strictObject({ hall: HallId, kiosk: KioskId });

/** What stands at the kiosk after the command. */
const renderHelp =
  (kiosk: KioskId): RenderAccepted =>
  ({ after }) => {
    const { restTime } = zoneTime(after.day?.config.zone ?? 'UTC');
    const row = kioskHelpRows(after).find((help) => help.kiosk === kiosk);
    const help = row && {
      calledAt: restTime(row.calledAt),
      answeredAt: row.answeredAt === null ? null : restTime(row.answeredAt),
    };
    const reply: KioskHelpReply = { kiosk, help: help ?? null };
    return rendered(200, reply);
  };

const COMMANDS = [
  {
    path: '/kiosks/:kiosk/help',
    operationId: 'callForHelpAtKiosk',
    type: 'CallForHelpAtKiosk',
    summary: 'A customer asks for a member of staff at the kiosk',
  },
  {
    path: '/kiosks/:kiosk/help/answer',
    operationId: 'answerKioskHelp',
    type: 'AnswerKioskHelp',
    summary: 'Somebody comes to the kiosk',
  },
  {
    path: '/kiosks/:kiosk/help/end',
    operationId: 'endKioskHelp',
    type: 'EndKioskHelp',
    summary: 'The customer at the kiosk was helped, or took the call back',
  },
] as const;

export function addKioskCommands(api: Api, hosting: Hosting): void {
  for (const { type, ...route } of COMMANDS) {
    addCommand(api, hosting, {
      ...route,
      tag: 'kiosks',
      params: KioskParams,
      body: EmptyBody,
      status: 200,
      reply: KioskHelpReply,
      command: ({ params }) => ({ type, kiosk: params.kiosk }),
      render: ({ params }) => renderHelp(params.kiosk),
    });
  }
}
