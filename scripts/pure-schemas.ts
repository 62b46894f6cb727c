/**
 * Lets a screen leave behind the schemas that it does not read. A schema is made by calls, and a bundler
 * keeps a call whose result nobody wants unless it is told that it does nothing else.
 */
import type { Plugin } from 'vite';

/** Modules whose top level only describes: nothing is registered, started or changed there. */
const DESCRIBES = /\/shared\/(contract|i18n)\/src\/[^/]+\.ts$/;

type Node = { readonly type: string; readonly start: number; readonly end: number };
type Declared = Node & {
  readonly declaration?: Declared | null;
  readonly declarations?: readonly { readonly init: Node | null }[];
};

/** What is made by a call, or put together from lists. */
const MADE = ['CallExpression', 'ArrayExpression', 'ObjectExpression'];

const madeIn = (statement: Declared): readonly Node[] => {
  const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  if (declared?.type !== 'VariableDeclaration') return [];
  return (declared.declarations ?? []).flatMap(({ init }) =>
    init && MADE.includes(init.type) ? [init] : [],
  );
};

/** `const A = z.array(B)` becomes `const A = /* @__PURE__ *\/ (() => z.array(B))()`. */
export const withPureSchemas = (code: string, body: readonly Declared[]): string => {
  let text = '';
  let from = 0;
  for (const { start, end } of body.flatMap(madeIn)) {
    text += `${code.slice(from, start)}/* @__PURE__ */ (() => (${code.slice(start, end)}))()`;
    from = end;
  }
  return text + code.slice(from);
};

export const pureSchemas = (): Plugin => ({
  name: 'tingxu-pure-schemas',
  apply: 'build',
  transform: {
    filter: { id: DESCRIBES },
    handler(code) {
      const { body } = this.parse(code);
      return { code: withPureSchemas(code, body as readonly Declared[]), map: null };
    },
  },
});
