/** Waits for something that must come true. The limit is a time-out of the test, not a measurement. */
export const until = async (
  what: string,
  holds: () => boolean,
  limitMs = 20_000,
): Promise<void> => {
  const startedAt = performance.now();
  while (!holds()) {
    if (performance.now() - startedAt > limitMs) throw new Error(`never came true: ${what}`);
    await pause(5);
  }
};

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
