/**
 * Lets the page start while the server cannot be reached: it then says so, instead of the browser. Only
 * the built page has files that may be kept, and browsers keep them over HTTPS or on the same machine only.
 */

/** The one script that the page names itself, as browsers with Trusted Types want it. Rules: WEB-2. */
type ScriptPolicies = {
  createPolicy(
    name: 'shell',
    rules: { createScriptURL: (address: string) => string },
  ): { createScriptURL(address: string): string };
};

const SHELL = 'sw.js';

const shellScript = (): string => {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: ScriptPolicies };
  const policy = trustedTypes?.createPolicy('shell', { createScriptURL: () => SHELL });
  return policy?.createScriptURL(SHELL) ?? SHELL;
};

export const keepShell = (): void => {
  const built = document.querySelector('script[src*="/assets/"]') !== null;
  if (!built || !('serviceWorker' in navigator)) return;
  // A browser that refuses goes without, as one over plain HTTP does.
  navigator.serviceWorker.register(shellScript()).catch(() => undefined);
};
