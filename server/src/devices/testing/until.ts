/** Waits of tests of devices: for what is to be seen, never for a time. */
import type { HttpRig } from '../../http/testing/http-rig.ts';

/** What has not come by then does not come. Units: ms. */
const PATIENCE_MS = 20_000;

export const until = async (what: () => boolean | Promise<boolean>): Promise<void> => {
  const started = performance.now();
  while (!(await what())) {
    if (performance.now() - started > PATIENCE_MS) throw new Error(`never came: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

/** Staff are told of the first device of the hall what `part` says. */
export const untilState = (rig: HttpRig, part: object): Promise<void> =>
  until(async () => {
    const { json } = await rig.send('GET', '/api/v1/halls/demo/devices', { role: 'lobby' });
    const [row] = json['devices'] as object[];
    return Object.entries(part).every(
      ([key, value]) => JSON.stringify(Object(row)[key]) === JSON.stringify(value),
    );
  });
