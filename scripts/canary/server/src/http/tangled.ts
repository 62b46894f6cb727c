// expect: lint/complexity/noExcessiveCognitiveComplexity
export function tangled(a: number, b: number, c: number): number {
  let sum = 0;
  for (let i = 0; i < a; i += 1) {
    if (i > b) {
      for (let j = 0; j < c; j += 1) {
        if (j > i) {
          if (j % 2 === 0) sum += 1;
          else if (j % 3 === 0) sum += 2;
          else sum += 3;
        }
      }
    }
  }
  return sum;
}
