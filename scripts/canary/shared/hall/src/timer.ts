// expect: lint/style/noRestrictedGlobals
export const timer = setTimeout(() => undefined, 1000);
