// expect: lint/style/noRestrictedGlobals
export const later = Promise.resolve(1);
