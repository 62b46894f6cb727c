/**
 * What a browser says of itself, in two words that somebody can compare with the machine before them. It is no
 * proof of anything: the code on the screen is. Source: SEC-17.
 */
const BROWSERS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Edge', /\bEdg\/(\d+)/],
  ['Firefox', /\bFirefox\/(\d+)/],
  ['Chrome', /\bChrom(?:e|ium)\/(\d+)/],
  ['Safari', /\bVersion\/(\d+)[\d.]* (?:Mobile\/\w+ )?Safari\//],
];
const SYSTEMS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Android', /\bAndroid\b/],
  ['iPad', /\biPad\b/],
  ['iPhone', /\biPhone\b/],
  ['Windows', /\bWindows\b/],
  ['Mac', /\bMacintosh\b/],
  ['Linux', /\bLinux\b/],
];
/** Longer than any browser's; nothing of what follows is looked at. */
const LOOKED_AT = 400;

export function agentOf(header: string | undefined): string | null {
  const said = (header ?? '').slice(0, LOOKED_AT);
  const browser = BROWSERS.flatMap(([name, pattern]) => {
    const version = pattern.exec(said)?.[1];
    return version === undefined ? [] : [`${name} ${version}`];
  })[0];
  const system = SYSTEMS.find(([, pattern]) => pattern.test(said))?.[0];
  const told = [browser, system].filter((part) => part !== undefined);
  return told.length > 0 ? told.join(' · ') : null;
}
