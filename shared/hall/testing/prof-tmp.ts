import { FIXED_SEED, sweep } from './property.ts';

sweep({ seed: FIXED_SEED, days: 20, length: 600 });
const t = performance.now();
const r = sweep({ seed: FIXED_SEED + 1, days: 300, length: 600 });
console.log(
  r.commands,
  (((performance.now() - t) / r.commands) * 1000).toFixed(1),
  'us/command',
  r.breach,
);
