// expect: nothing
export const append = 1;
