/** `npm run audit`: asks the registry for known faults of what runs in a hall; exits 1 when one is high. */
import { ROOT } from '../tree.ts';
import { runPnpm } from './packages.ts';

process.exitCode = runPnpm(ROOT, ['audit', '--prod', '--audit-level', 'high'], true).code;
