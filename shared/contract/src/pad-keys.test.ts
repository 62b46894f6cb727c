import { describe, expect, it } from 'vitest';
import { PauseReason } from './commands.ts';
import { AskedHelp } from './counter-rule.ts';

/** As docs/CALLER-FRAME.md tells makers of boxes. */
const PAUSES = ['break', 'internal-work', 'equipment', 'training'];
const HELP = [
  ...['customer-needs-help', 'approval', 'dispute', 'equipment', 'cash-escort', 'emergency'],
];

describe('a digit behind a key', () => {
  it('CALLER-1 keeps its meaning: new reasons and kinds stand last, nine at most', () => {
    expect(PauseReason.options.slice(0, PAUSES.length)).toEqual(PAUSES);
    expect(AskedHelp.options.slice(0, HELP.length)).toEqual(HELP);
    for (const { options } of [PauseReason, AskedHelp]) expect(options.length).toBeLessThan(10);
  });
});
