/**
 * An ending that the user can act on: it is printed as one sentence, without a stack.
 * @param {string} sentence
 */
export function refusal(sentence) {
  return Object.assign(new Error(sentence), { code: 'TINGXU_REFUSAL' });
}

/** @param {unknown} error */
export function isRefusal(error) {
  return error instanceof Error && 'code' in error && error.code === 'TINGXU_REFUSAL';
}
