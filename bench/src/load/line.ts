/**
 * One keep-alive HTTP/1.1 connection that carries one request at a time. As little as can be: what
 * the generator spends is taken from the server on a machine with two cores.
 */
import { connect, type Socket } from 'node:net';

/** `bytes` is the whole answer, head and body. */
export type Answer = { readonly status: number; readonly body: string; readonly bytes: number };

export type Request = {
  readonly path: string;
  /** Header lines, each with its line break; see `post`. */
  readonly headers: string;
  readonly body: string;
};

export type Line = {
  /** Sends a request; `answered` is called once, in a later turn. */
  post(request: Request, answered: (answer: Answer) => void): void;
  /** The error that broke the line, if one did. */
  failure(): Error | null;
  close(): void;
};

const HEAD_END = '\r\n\r\n';
const LENGTH = /\r\ncontent-length: (\d+)/i;
const STATUS_AT = 'HTTP/1.1 '.length;

/** The answer at the front of what has arrived, or null while it is not whole. */
export const parseAnswer = (text: string): Answer | null => {
  const headLength = text.indexOf(HEAD_END);
  if (headLength < 0) return null;
  const head = text.slice(0, headLength);
  const length = LENGTH.exec(head)?.[1];
  if (length === undefined) throw new Error(`an answer without a length: ${head}`);
  const bodyAt = headLength + HEAD_END.length;
  const bytes = bodyAt + Number(length);
  if (text.length < bytes) return null;
  const status = Number(text.slice(STATUS_AT, STATUS_AT + 3));
  return { status, body: text.slice(bodyAt, bytes), bytes };
};

const open = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => {
      socket.off('error', reject);
      resolve(socket);
    });
    socket.once('error', reject);
  });

/** Opens a line to a server of this machine. Requests and answers are plain ASCII. */
export const openLine = async (port: number, onFailure: (error: Error) => void): Promise<Line> => {
  const socket = await open(port);
  let waiting: ((answer: Answer) => void) | null = null;
  let received = '';
  let failure: Error | null = null;
  let closed = false;

  const fail = (error: Error): void => {
    if (closed || failure) return;
    failure = error;
    socket.destroy();
    onFailure(error);
  };
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('the server closed a connection')));
  socket.on('data', (chunk: Buffer) => {
    // One character per byte, so lengths can be compared with Content-Length.
    received += chunk.toString('latin1');
    const answer = parseAnswer(received);
    if (!answer) return;
    received = '';
    const answered = waiting;
    waiting = null;
    answered?.(answer);
  });

  return {
    post({ path, headers, body }, answered) {
      if (failure) return;
      waiting = answered;
      const head = `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n${headers}`;
      socket.write(`${head}content-length: ${body.length}\r\n\r\n${body}`, 'latin1');
    },
    failure: () => failure,
    close() {
      closed = true;
      socket.destroy();
    },
  };
};

/** A single request as a promise, for what is not measured. Rejects: an answer that is no success. */
export const ask = (line: Line, request: Request): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const failure = line.failure();
    if (failure) reject(failure);
    line.post(request, (answer) => {
      if (answer.status >= 200 && answer.status < 300) resolve(answer);
      else reject(new Error(`POST ${request.path} was answered ${answer.status}: ${answer.body}`));
    });
  });
