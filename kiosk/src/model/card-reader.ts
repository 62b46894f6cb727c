/** Asks the agent of this kiosk's card reader for cards, as docs/CARD-READER.md has it. Rules: CARD-3, CARD-4. */
import { ReaderCard } from '@tingxu/contract/customers';
import type { CardShown } from './commands.ts';

/** While there is no agent. Units: ms. */
const AGAIN_MS = 3_000;

type Ask = (url: string) => Promise<Pick<Response, 'status' | 'json'>>;

const plainly: Ask = (url) => fetch(url, { cache: 'no-store' });

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Null where nobody has shown one. Rejects: when nobody answers, or not as an agent. */
const askOnce = async (ask: Ask, url: string): Promise<CardShown | null> => {
  const answer = await ask(url);
  if (answer.status === 204) return null;
  const { hash, birthYear } = ReaderCard.parse(await answer.json());
  return { hash, ...(birthYear !== null && { birthYear }) };
};

/** What its agent says of it, else that it is not there. Rules: DEV-7. */
export const isReaderThere = async (port: number, ask: Ask = plainly): Promise<boolean> => {
  try {
    const status: unknown = await (await ask(`http://127.0.0.1:${port}/v1/status`)).json();
    return typeof status === 'object' && status !== null && Reflect.get(status, 'reader') === true;
  } catch {
    return false;
  }
};

/** Never ends: a reader may be there later, or again. */
export const followReader = async (
  port: number,
  onCard: (card: CardShown) => void,
  ask: Ask = plainly,
): Promise<never> => {
  for (;;) {
    try {
      const card = await askOnce(ask, `http://127.0.0.1:${port}/v1/card`);
      if (card) onCard(card);
    } catch {
      await pause(AGAIN_MS);
    }
  }
};
