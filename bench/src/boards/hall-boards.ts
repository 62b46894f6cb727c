/** Boards of the hall: real followers with their schemas, their fold and their watch on silence. */

import { chanceOf } from '@tingxu/chance/chance';
import { FeedBatch, PUBLIC_MESSAGES } from '@tingxu/contract/feed';
import { PROTOCOL_VERSION } from '@tingxu/contract/protocol';
import { type Follower, followHall } from '@tingxu/feed-client/follow';
import { io } from 'socket.io-client';
import { BENCH_HALL } from '../hall/bench-hall.ts';
import { BOARD, tokenOf } from '../hall/people.ts';
import { ask, type Line, openLine } from '../load/line.ts';
import { commandKeys, ticketOf, type VisitRequests, visitRequests } from '../load/requests.ts';
import type { FanOut } from '../report/figures.ts';
import { measureFanOut, type Shown, shownLog } from './fan-out.ts';

const COUNTER = '1';

/** Five hundred of them start in one process, which is slower than five hundred boxes. Units: ms. */
const PATIENT = { connectTimeoutMs: 30_000, staleAfterMs: 30_000 };

const NUMBER = /"number":"([^"]+)"/;

/** Resolves once the board is live. It notes every number that comes on top of the list of calls. */
const openBoard = (url: string, shown: Shown): Promise<Follower<'board'>> =>
  new Promise((resolve, reject) => {
    let top: string | undefined;
    let live = false;
    const follower = followHall({
      url,
      hall: BENCH_HALL.hall,
      audience: 'board',
      role: 'board',
      token: tokenOf(BOARD),
      messages: PUBLIC_MESSAGES,
      timing: PATIENT,
      onChange: ({ status, view, problem }) => {
        if (status === 'refused') reject(new Error(`a board was refused: ${problem?.code}`));
        const number = view?.calls[0]?.number;
        if (number !== undefined && number !== top) {
          top = number;
          if (live) shown.note(number);
        }
        if (status === 'live' && !live) {
          live = true;
          resolve(follower);
        }
      },
    });
  });

/** Listens beside the boards for one batch that shows a call. */
const recordBatch = async (
  url: string,
): Promise<{ readonly batch: Promise<FeedBatch>; close(): void }> => {
  const auth = { role: 'board', token: tokenOf(BOARD) };
  const socket = io(url, { transports: ['websocket'], auth, forceNew: true });
  const batch = new Promise<FeedBatch>((resolve) => {
    socket.on('batch', (raw: unknown) => {
      const read = FeedBatch.parse(raw);
      if (read.events.some(({ type }) => type === 'call')) resolve(read);
    });
  });
  const { hall } = BENCH_HALL;
  const follow = { hall, audience: 'board', protocol: PROTOCOL_VERSION };
  await socket.emitWithAck('follow', follow);
  return { batch, close: () => void socket.disconnect() };
};

/** `payload` is a batch that shows a call, as the server sent it. */
export type HallFanOut = { readonly figures: FanOut; readonly payload: FeedBatch };

const numberOf = (body: string): string => {
  const number = NUMBER.exec(body)?.[1];
  if (number === undefined) throw new Error(`an answer without a number: ${body}`);
  return number;
};

/** The teller of one counter, who calls one customer after the other. */
const tellerAt = (line: Line, requests: VisitRequests) => {
  let ticket = '';
  const issue = async () => void (await ask(line, requests.of('issue', '')));
  return {
    issue,
    call: async () => {
      const request = requests.of('call-next', '');
      const sentMs = performance.now();
      const { body } = await ask(line, request);
      ticket = ticketOf(body);
      return { what: numberOf(body), sentMs };
    },
    /** Ends the service and lets the next customer come, so that the next call is all that happens. */
    finish: async () => {
      await ask(line, requests.of('finish', ticket));
      await issue();
    },
  };
};

/** Rejects: a board that is refused, an answer that is no success. */
export const hallFanOut = async (
  port: number,
  boards: number,
  calls: number,
  seed: number,
): Promise<HallFanOut> => {
  const url = `http://127.0.0.1:${port}`;
  const line = await openLine(port, () => undefined);
  const teller = tellerAt(line, visitRequests(COUNTER, commandKeys(), chanceOf(seed)));
  const recorder = await recordBatch(url);
  await teller.issue();
  await teller.call();
  await teller.finish();
  const payload = await recorder.batch;
  recorder.close();

  const shown = shownLog();
  const followers = await Promise.all(Array.from({ length: boards }, () => openBoard(url, shown)));
  try {
    const figures = await measureFanOut(boards, calls, shown, teller.call, teller.finish);
    return { figures, payload };
  } finally {
    for (const follower of followers) follower.close();
    line.close();
  }
};
