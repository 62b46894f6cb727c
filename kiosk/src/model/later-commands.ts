/** Commands whose sender comes after the first picture: whoever is quicker than that waits for it. */
import type { KioskCommands } from './commands.ts';

export const laterCommands = (sender: Promise<KioskCommands>): KioskCommands => ({
  issue: async (...asked) => (await sender).issue(...asked),
  comeBack: async (...asked) => (await sender).comeBack(...asked),
  checkIn: async (...asked) => (await sender).checkIn(...asked),
  askForHelp: async (...asked) => (await sender).askForHelp(...asked),
  endHelp: async (...asked) => (await sender).endHelp(...asked),
});
