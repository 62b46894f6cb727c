/** What a page holds, as the browser counts it. */
import type { Page } from 'playwright-core';

export type Held = { readonly heapMb: number; readonly nodes: number; readonly listeners: number };

/** Each look lets the browser throw away first what nobody needs. */
export const heldBy = async (page: Page): Promise<() => Promise<Held>> => {
  const inside = await page.context().newCDPSession(page);
  await inside.send('Performance.enable');
  return async () => {
    await inside.send('HeapProfiler.collectGarbage');
    const { metrics } = await inside.send('Performance.getMetrics');
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
    const heapMb = of('JSHeapUsedSize') / 1_000_000;
    return { heapMb, nodes: of('Nodes'), listeners: of('JSEventListeners') };
  };
};
