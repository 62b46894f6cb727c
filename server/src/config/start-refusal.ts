/**
 * Why the server does not start, told to the person at the terminal as one sentence without a stack.
 * Anything else that stops a start is a defect and keeps its stack.
 */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal';
}

/** One line, whatever the cause put into its message. */
export const oneSentence = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
