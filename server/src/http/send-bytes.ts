/**
 * Sends bytes that many ask for piece by piece, as fast as they are read: of whoever does not read, no more
 * than a piece is copied or encrypted ahead. Rules: WEB-6.
 */
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** Units: bytes. */
const PIECE = 64 * 1024;

const piecesOf = (bytes: Buffer): Readable => {
  let at = 0;
  return new Readable({
    highWaterMark: PIECE,
    read() {
      this.push(at < bytes.length ? bytes.subarray(at, at + PIECE) : null);
      at += PIECE;
    },
  });
};

export const sendBytes = (reply: FastifyReply, bytes: Buffer): FastifyReply =>
  bytes.length <= PIECE
    ? reply.send(bytes)
    : reply.header('content-length', bytes.length).send(piecesOf(bytes));
