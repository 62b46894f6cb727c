/** Small faults that could be in a source file, one at a time, found in its syntax tree. Pure. */
import { parseAst } from 'vite';

export type Mutant = {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
};

type Node = {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [member: string]: unknown;
};

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;

const childrenOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode);

/** What an operator is taken for. */
const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '&&': ['||'],
  '||': ['&&'],
  '??': ['&&'],
};

/** Calls on lists that may be left out, or turned round. */
const METHODS: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  min: 'max',
  max: 'min',
  ceil: 'floor',
  floor: 'ceil',
  round: 'floor',
};

type Replace = readonly [start: number, end: number, after: string];

const operatorOf = (source: string, node: Node): Replace[] => {
  const { left, right, operator } = node;
  if (!isNode(left) || !isNode(right)) return [];
  const at = source.indexOf(String(operator), left.end);
  if (at < 0 || at >= right.start) return [];
  const ends = at + String(operator).length;
  return (OPERATORS[String(operator)] ?? []).map((other) => [at, ends, other]);
};

const literalOf = (source: string, node: Node): Replace[] => {
  const { value, start, end } = node;
  if (typeof value === 'boolean') return [[start, end, String(!value)]];
  if (typeof value === 'number') return [[start, end, `(${source.slice(start, end)} + 1)`]];
  return [];
};

const conditionOf = (test: unknown): Replace[] => {
  if (!isNode(test)) return [];
  return ['true', 'false'].map((always): Replace => [test.start, test.end, always]);
};

/** A list with nothing in it. */
const listOf = ({ start, end, elements }: Node): Replace[] =>
  Array.isArray(elements) && elements.length > 0 ? [[start, end, '[]']] : [];

/** A sign or a negation that is forgotten. */
const signOf = (source: string, { start, end, operator, argument }: Node): Replace[] =>
  isNode(argument) && ['!', '-'].includes(String(operator))
    ? [[start, end, source.slice(argument.start, argument.end)]]
    : [];

/** A step that is forgotten. */
const stepOf = ({ start, end }: Node): Replace[] => [[start, end, ';']];

const memberOf = (node: Node): Replace[] => {
  const property = node['property'];
  const other = isNode(property) ? METHODS[String(property['name'])] : undefined;
  return isNode(property) && other ? [[property.start, property.end, other]] : [];
};

const callOf = (source: string, node: Node): Replace[] => {
  const callee = node['callee'];
  if (!isNode(callee) || callee.type !== 'MemberExpression') return [];
  const [object, property] = [callee['object'], callee['property']];
  if (!isNode(object) || !isNode(property)) return [];
  const drops = ['filter', 'sort', 'slice', 'padStart'].includes(String(property['name']));
  return drops ? [[node.start, node.end, source.slice(object.start, object.end)]] : [];
};

const replacementsOf = (source: string, node: Node): Replace[] => {
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
      return operatorOf(source, node);
    case 'UnaryExpression':
      return signOf(source, node);
    case 'ExpressionStatement':
      return stepOf(node);
    case 'ArrayExpression':
      return listOf(node);
    case 'Literal':
      return literalOf(source, node);
    case 'IfStatement':
    case 'ConditionalExpression':
      return conditionOf(node['test']);
    case 'MemberExpression':
      return memberOf(node);
    case 'CallExpression':
      return callOf(source, node);
    case 'SpreadElement':
      return isNode(node['argument']) && node['argument'].type === 'LogicalExpression'
        ? [[node.start, node.end, '...{}']]
        : [];
    default:
      return [];
  }
};

/** Types are no code, and what an import names cannot be mutated. */
const isSkipped = ({ type }: Node): boolean => type.startsWith('TS') || type.startsWith('Import');

const lineOf = (source: string, at: number): number => source.slice(0, at).split('\n').length;

export const mutantsOf = (source: string): readonly Mutant[] => {
  const found: Mutant[] = [];
  const visit = (node: Node): void => {
    if (isSkipped(node)) return;
    for (const [start, end, after] of replacementsOf(source, node)) {
      found.push({
        line: lineOf(source, start),
        start,
        end,
        before: source.slice(start, end),
        after,
      });
    }
    for (const child of childrenOf(node)) visit(child);
  };
  const program: unknown = parseAst(source, { lang: 'ts' });
  if (isNode(program)) visit(program);
  return found.sort((a, b) => a.start - b.start);
};

export const mutated = (source: string, { start, end, after }: Mutant): string =>
  `${source.slice(0, start)}${after}${source.slice(end)}`;
