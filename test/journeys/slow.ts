/**
 * How many times slower than the machine a browser runs: `TINGXU_SLOW=4 vitest run --project e2e` brings
 * out what hands or a loaded machine would meet by chance.
 */
export const SLOW = Math.max(1, Number(process.env['TINGXU_SLOW'] ?? 1) || 1);
