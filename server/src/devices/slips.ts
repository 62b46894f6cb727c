/**
 * Slips of a hall's tickets: asked for in the journal, printed, and what became of them written down.
 * Rules: SLIP-1..SLIP-5. Decision: docs/adr/0021.
 */
import type { DeviceId } from '@tingxu/contract/devices';
import type { TicketId, TicketLink } from '@tingxu/contract/ids';
import type { PublicLocale } from '@tingxu/contract/locale';
import type { Actor } from '@tingxu/contract/roles';
import type { SlipForm } from '@tingxu/contract/slip-events';
import { allLive, findLive } from '@tingxu/hall/live-tickets';
import type { Log } from '../http/hosting.ts';
import type { TicketLinks } from '../links/ticket-links.ts';
import { asServer, newKey, plainly } from '../runtime/as-server.ts';
import type { HallRuntime } from '../runtime/hall-runtime.ts';
import type { Gateway } from './gateway.ts';
import type { Printer } from './open-kind.ts';
import { slipMarks } from './printer/slip.ts';
import type { Mark } from './printer/slip-marks.ts';
import { type PaperEnd, PRINT_WITHIN_MS, slipEnd } from './slip-end.ts';
import { slipFacts } from './slip-facts.ts';

/** Layout and language are those of the ticket's earlier slip where nobody says, else the printer's own. */
export type WantedSlip = SlipForm & { readonly printer: DeviceId };

export type Slips = {
  /** Asks the hall for a slip and prints it. Never rejects: a ticket is good without paper. */
  ask(hall: HallRuntime, ticket: TicketId, wanted: WantedSlip, actor: Actor): Promise<void>;
  /** Prints the slip that the hall has just asked for. Never rejects. */
  print(hall: HallRuntime, ticket: TicketId, wanted: WantedSlip): Promise<void>;
  /** What was on its way when the server stopped: nobody knows whether it came out. Rules: SLIP-5. */
  settleInterrupted(hall: HallRuntime): Promise<void>;
};

export type SlipsOptions = {
  readonly gateway: Gateway;
  readonly links: TicketLinks;
  /** The address of a ticket's page as phones reach it. */
  readonly pageOf: (link: TicketLink) => string | null;
  readonly log: Pick<Log, 'warn'>;
};

const marksFor = (
  { links, pageOf }: SlipsOptions,
  { setting }: Printer,
  hall: HallRuntime,
  ticket: TicketId,
  wanted: WantedSlip,
): readonly Mark[] | null => {
  const facts = slipFacts(hall.state(), ticket, pageOf(links.linkOf(hall.hall, ticket)));
  if (!facts) return null;
  const earlier = findLive(hall.state().tickets, ticket)?.slipForm;
  const { layout = earlier?.layout ?? 'normal', language = earlier?.language } = wanted;
  const own: readonly PublicLocale[] = setting.languages ?? ['zh-CN', 'en'];
  const [main = 'zh-CN', ...others] = language
    ? [language, ...own.filter((one) => one !== language)].slice(0, own.length)
    : own;
  return slipMarks(facts, { layout, paper: setting.paper, languages: [main, ...others] });
};

export const openSlips = (options: SlipsOptions): Slips => {
  const { gateway, log } = options;
  const end = async (hall: HallRuntime, ticket: TicketId, result: PaperEnd): Promise<void> => {
    const command = { type: 'EndSlip', ticket, ...result } as const;
    const answer = await asServer(hall, command);
    // Its visit has ended meanwhile: whether paper came out matters to nobody any more.
    if (answer.status !== 200)
      log.warn({ ticket, ...result, code: answer.body }, 'a slip ended late');
  };
  const never = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (err) {
      log.warn({ err }, 'a slip could not be printed or written down');
    }
  };
  const print: Slips['print'] = (hall, ticket, wanted) =>
    never(async () => {
      const printer = gateway.printer(hall.hall, wanted.printer);
      const marks = printer && marksFor(options, printer, hall, ticket, wanted);
      const number = findLive(hall.state().tickets, ticket)?.number;
      if (!printer || !marks || !number) {
        await end(hall, ticket, { outcome: 'not-printed', why: 'lost' });
        return;
      }
      printer.note(number, 'printing');
      const outcome = await printer.print(marks, PRINT_WITHIN_MS);
      const result = slipEnd(outcome);
      printer.note(number, result.outcome);
      await end(hall, ticket, result);
    });
  return {
    print,
    ask: (hall, ticket, wanted, actor) =>
      never(async () => {
        if (!gateway.printer(hall.hall, wanted.printer)) {
          log.warn(
            { printer: wanted.printer },
            'a kiosk names a printer that the hall does not have',
          );
          return;
        }
        const command = { type: 'PrintSlip', ticket, ...wanted } as const;
        const answer = await hall.submit({ id: newKey(), actor, command }, plainly);
        if (answer.status === 200) await print(hall, ticket, wanted);
      }),
    settleInterrupted: (hall) =>
      never(async () => {
        const open = allLive(hall.state().tickets).filter(({ slip }) => slip?.state === 'printing');
        for (const { id } of open) await end(hall, id, { outcome: 'unsure', why: 'interrupted' });
      }),
  };
};
