// expect: lint/suspicious/noExplicitAny
// expect: plugin
// expect: lint/style/noDefaultExport
// expect: lint/style/noNonNullAssertion
export const anything: any = 1;
export const forced = 'x' as unknown as number;
export const sure = [1][0]!;
export default anything;
