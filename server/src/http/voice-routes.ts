/**
 * What boards report of calls that they show and say, and what staff ask of the voice. Reports carry no
 * key: the ledger takes the same report twice for one. Rules: VOICE-3..VOICE-6, VOICE-9, VOICE-10.
 */
import type { PairedDeviceId } from '@tingxu/contract/identity';
import { HallId } from '@tingxu/contract/ids';
import {
  AnnounceBody,
  BoardId,
  QuietBody,
  SayingEnd,
  SayingReply,
  ShownBody,
  ShownReply,
  SpeakerBody,
  SpeakerReply,
  type VoiceReply,
  VoiceReply as VoiceReplySchema,
} from '@tingxu/contract/voice';
import { voiceOf } from '@tingxu/hall/state';
import type { FastifyReply } from 'fastify';
import * as z from 'zod/mini';
import { countShown, type ToldCalls, toldCalls } from '../voice/count-shown.ts';
import type { HallVoice } from '../voice/hall-voice.ts';
import { pageOf, pagesOfDevices } from '../voice/pages-of-devices.ts';
import { addCommand, HallParams } from './command-route.ts';
import { type Api, type Hosting, hallOf } from './hosting.ts';
import { bearerOfRequest } from './identity.ts';
import { PROBLEM_RESPONSES } from './openapi.ts';
import { RequestProblem } from './problem.ts';
import { type RenderAccepted, rendered } from './render.ts';

const OK: number = 200;
const BoardParams = z.strictObject({ hall: HallId, board: BoardId });
const SayingParams = z.strictObject({
  ...{ hall: HallId, board: BoardId },
  saying: z.string().check(z.regex(/^\d{1,15}$/)),
});

type Report<P extends z.core.$ZodType, B extends z.core.$ZodType, R extends z.core.$ZodType> = {
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly params: P;
  readonly body: B;
  readonly reply: R;
  readonly answer: (
    voice: HallVoice,
    params: z.output<P>,
    body: z.output<B>,
    by: By,
  ) => z.output<R>;
};
/** Whose page reports: `board` is its name as the voice knows it. */
type By = { readonly device: PairedDeviceId | null; readonly board: BoardId };

/** Rejects: voice-not-set. */
const voiceIn = (hosting: Hosting, hall: HallId): HallVoice => {
  const voice = hosting.voices?.of(hallOf(hosting, hall).runtime.hall);
  if (!voice?.told()) throw new RequestProblem('voice-not-set');
  return voice;
};

function addReport<
  P extends z.core.$ZodType<{ hall: HallId; board: BoardId }>,
  B extends z.core.$ZodType,
  R extends z.core.$ZodType,
>(api: Api, hosting: Hosting, route: Report<P, B, R>): void {
  const { operationId, summary, params, body, reply } = route;
  const response = { [OK]: reply, ...PROBLEM_RESPONSES };
  const schema = { operationId, summary, tags: ['voice'], params, body, response };
  api.post(
    `/api/v1/halls/:hall/boards/:board${route.path}`,
    { schema },
    async (request, response) => {
      // The validator has replaced both by the parsed values.
      const given = request.params as z.output<P>;
      const device = bearerOfRequest(request).device?.paired.device ?? null;
      const by = { device, board: pageOf(device, given.board) };
      const voice = voiceIn(hosting, given.hall);
      const answer = route.answer(voice, given, request.body as z.output<B>, by);
      return sendJson(response, answer);
    },
  );
}

const sendJson = (reply: FastifyReply, body: unknown): FastifyReply =>
  reply.type('application/json; charset=utf-8').send(JSON.stringify(body));

const Nothing = z.strictObject({});

function addBoardReports(api: Api, hosting: Hosting): void {
  const pages = pagesOfDevices(() => hosting.clock.now());
  const told = new Map<HallId, ToldCalls>();
  const toldIn = (hall: HallId): ToldCalls => {
    const known = told.get(hall) ?? toldCalls();
    told.set(hall, known);
    return known;
  };
  addReport(api, hosting, {
    path: '/shown',
    operationId: 'noteShown',
    summary: 'A board has these calls on its screen',
    ...{ params: BoardParams, body: ShownBody, reply: ShownReply },
    answer: (voice, { hall }, { calls }) => {
      const ledger = { voice, journal: hallOf(hosting, hall).journal, told: toldIn(hall) };
      const unknown = calls.filter((call) => !countShown(ledger, call));
      if (unknown.length === calls.length) throw new RequestProblem('call-unknown');
      return { shown: calls.length - unknown.length, unknown };
    },
  });
  addReport(api, hosting, {
    path: '/speaker',
    operationId: 'beatSpeaker',
    summary: 'The sound of this board works; once a second',
    ...{ params: BoardParams, body: SpeakerBody, reply: SpeakerReply },
    answer: (voice, _, { zone }, { device, board }) => {
      const mayStand = device === null || pages.mayStand(device, { zone, page: board });
      const reply = mayStand ? voice.beat(zone, board) : null;
      if (!reply) throw new RequestProblem('speakers-full', { retryAfterSeconds: 1 });
      return reply;
    },
  });
  addReport(api, hosting, {
    path: '/speaker/leave',
    operationId: 'leaveSpeaker',
    summary: 'The board goes, another one speaks',
    ...{ params: BoardParams, body: SpeakerBody, reply: Nothing },
    answer: (voice, _, { zone }, { device, board }) => {
      voice.leave(zone, board);
      if (device !== null) pages.forget(device, { zone, page: board });
      return {};
    },
  });
  addReport(api, hosting, {
    path: '/sayings/:saying/start',
    operationId: 'startSaying',
    summary: 'The board asks before the first sound; granted once',
    ...{ params: SayingParams, body: SpeakerBody, reply: SayingReply },
    answer: (voice, { saying }, { zone }, { board }) => ({
      granted: voice.start(zone, board, Number(saying)),
    }),
  });
  addReport(api, hosting, {
    path: '/sayings/:saying/end',
    operationId: 'endSaying',
    summary: 'It was heard to its end, or not',
    ...{ params: SayingParams, body: SayingEnd, reply: Nothing },
    answer: (voice, { saying }, { zone, whole }, { board }) => {
      voice.finish(zone, board, Number(saying), whole);
      return {};
    },
  });
}

const renderVoice: RenderAccepted = ({ after }) => {
  const { quiet, asked } = voiceOf(after);
  const reply: VoiceReply = { quiet, asked };
  return rendered(200, reply);
};

export function addVoice(api: Api, hosting: Hosting): void {
  addBoardReports(api, hosting);
  const common = {
    ...{ tag: 'voice', params: HallParams, status: 200 as const },
    ...{ reply: VoiceReplySchema, render: () => renderVoice },
  };
  addCommand(api, hosting, {
    ...common,
    path: '/announcements',
    operationId: 'announce',
    summary: 'Say one of the fixed sentences',
    body: AnnounceBody,
    command: ({ body }) => ({ type: 'Announce', what: body.what }),
  });
  addCommand(api, hosting, {
    ...common,
    path: '/voice/quiet',
    operationId: 'turnQuiet',
    summary: 'Show calls without saying them, or say them again',
    body: QuietBody,
    command: ({ body }) => ({ type: 'TurnQuiet', quiet: body.quiet }),
  });
}
