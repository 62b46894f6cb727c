// expect: plugin
export const pick = Math.floor(Math.random() * 3);
