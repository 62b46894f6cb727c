// expect: nothing
export const first = 1;
