// expect: lint/style/useFilenamingConvention
export const name = 1;
