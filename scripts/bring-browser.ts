/** Makes the browser available that pictures and measurements need, or says what to do by hand. */
import { missingChromium } from './chromium.ts';

const missing = missingChromium();
if (missing !== undefined) {
  console.error(missing);
  process.exitCode = 1;
}
