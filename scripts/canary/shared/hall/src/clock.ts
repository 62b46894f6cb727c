// expect: lint/style/noRestrictedGlobals
export const openedAt = Date.now();
export const openedOn = new Date();
