import type { CriteriaRemarkCode } from '@nhip/contracts';
import { parse, SyntaxError as FormulaSyntaxError } from './formula-parser.js';
import { childrenOf, placeIn, type FormulaNode } from './syntax.js';

/** What is wrong in a formula, ready for a remark: where (line and column from 1), what was found and expected. */
export interface FormulaFault {
  readonly code: CriteriaRemarkCode;
  readonly params: Readonly<Record<string, string>>;
}

export type ParsedFormula =
  { readonly ok: true; readonly tree: FormulaNode } | { readonly ok: false; readonly fault: FormulaFault };

const LONGEST = 2000;
const DEEPEST = 64;
const MOST_NODES = 1000;

/** Reads a formula. Bounded in length, depth and nodes before anything recursive is done with it. */
export function parseFormula(text: string): ParsedFormula {
  if (text.length > LONGEST) {
    const params = { found: String(text.length), limit: String(LONGEST) };
    return { ok: false, fault: { code: 'FORMULA_TOO_LONG', params } };
  }
  const tooDeep = (at: number): ParsedFormula => ({
    ok: false,
    fault: { code: 'FORMULA_TOO_DEEP', params: { ...placeIn(text, at), limit: String(DEEPEST) } },
  });
  const open = deepestBracket(text);
  if (open !== undefined) return tooDeep(open);
  let tree: FormulaNode;
  try {
    tree = parse(text, {}) as FormulaNode;
  } catch (error) {
    if (!(error instanceof FormulaSyntaxError)) throw error;
    return { ok: false, fault: syntaxFault(text, error as unknown as PeggyError) };
  }
  const measured = measure(tree);
  if (measured.deepest !== undefined) return tooDeep(measured.deepest.at);
  if (measured.nodes > MOST_NODES) {
    const params = { found: String(measured.nodes), limit: String(MOST_NODES) };
    return { ok: false, fault: { code: 'FORMULA_TOO_MANY', params } };
  }
  return { ok: true, tree };
}

/** Where a bracket opens that is nested too deep for the parser's own stack. */
function deepestBracket(text: string): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')') depth -= 1;
    if (depth > DEEPEST) return at;
  }
  return undefined;
}

/** Without recursion: `- - - -…` nests as deep as the text is long. */
function measure(tree: FormulaNode): { readonly nodes: number; readonly deepest?: FormulaNode } {
  let level: readonly FormulaNode[] = [tree];
  let nodes = 0;
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return { nodes, deepest: level[0] };
    nodes += level.length;
    level = level.flatMap(childrenOf);
  }
  return { nodes };
}

/** What the generated parser throws. */
interface PeggyError {
  readonly expected: readonly {
    readonly type: string;
    readonly description?: string;
  }[];
  readonly location: { readonly start: { readonly offset: number } };
}

/** What may begin a value; told as one. */
const VALUE = new Set(['number', 'element', 'function', 'open', 'minus', 'not']);
/** What may go on after a value; told as one. */
const OPERATOR = new Set(['operator', 'comparison', 'and', 'or']);
const toldAs = (token: string): string =>
  VALUE.has(token) ? 'value' : OPERATOR.has(token) ? 'operator' : token;
/** A name with nothing behind it that would make it a function. */
const LAST_NAME = /([A-Za-z_]\w*)\s*$/;
const WORD = /^(?:[\p{L}\p{N}_.]+|\[[^\][\n]{0,60}\]?)/u;

/** What begins as an element and did not become one: its bracket, a code as far as it is one, what follows. */
const ELEMENT = /^(\[\s*)((?:[A-Za-z0-9][A-Za-z0-9._-]*)?)(\s*)/;

/** A bracket that is not closed behind its code, or something in it that is no code. */
function elementFault(
  text: string,
  offset: number,
  [, open = '', code = '', gap = '']: string[],
): FormulaFault {
  const inside = offset + open.length + code.length + gap.length;
  const whole = WORD.exec(text.slice(offset))?.[0] ?? '';
  if (code === '' || whole.endsWith(']'))
    return { code: 'FORMULA_CODE_FORM', params: { ...placeIn(text, offset), found: whole } };
  const next = text.slice(inside);
  const found = WORD.exec(next)?.[0] ?? [...next].at(0) ?? '';
  return { code: 'FORMULA_SYNTAX', params: { ...placeIn(text, inside), found, expected: 'element-close' } };
}

/** What other tools and people write, and how a formula has it. */
const WRITTEN_AS: readonly (readonly [RegExp, string | ((found: string) => string)])[] = [
  [/\d[\d.]*,\d+/g, (found) => found.replaceAll('.', '').replace(',', '.')],
  [/(?<!\d)\.\d+/g, (found) => `0${found}`],
  [/==/g, '='],
  [/!=/g, '<>'],
  [/=\s*>/g, '>='],
  [/=\s*</g, '<='],
  [/&&?/g, 'and'],
  [/\|\|?/g, 'or'],
  [/:/g, '/'],
  [/(?<![\p{L}\p{N}_])x(?![\p{L}\p{N}_])/giu, '*'],
  [/\{[\w.-]*\}/g, (found) => `[${found.slice(1, -1)}]`],
];

/** What stands over the place in a way that is known from elsewhere. */
function otherWriting(text: string, offset: number): FormulaFault | undefined {
  for (const [pattern, meant] of WRITTEN_AS)
    for (const { 0: found, index } of text.matchAll(pattern)) {
      if (index > offset || index + found.length <= offset) continue;
      const expected = typeof meant === 'string' ? meant : meant(found);
      return { code: 'FORMULA_WRITTEN_AS', params: { ...placeIn(text, index), found, expected } };
    }
  return undefined;
}

/** A word of letters that no name of the language has, where a function stands: `tổng(…)`. */
function foreignFunction(text: string, offset: number): FormulaFault | undefined {
  const at = offset - (/[A-Za-z_]\w*$/.exec(text.slice(0, offset))?.[0].length ?? 0);
  const name = /^[\p{L}\p{N}_]+(?=\s*\()/u.exec(text.slice(at))?.[0] ?? '';
  if (at + name.length <= offset || /^\w+$/.test(name)) return undefined;
  return { code: 'FORMULA_UNKNOWN_FUNCTION', params: { ...placeIn(text, at), name, suggestion: '' } };
}

function syntaxFault(text: string, { expected, location }: PeggyError): FormulaFault {
  const { offset } = location.start;
  const known = otherWriting(text, offset) ?? foreignFunction(text, offset);
  if (known !== undefined) return known;
  const rest = text.slice(offset);
  const found = WORD.exec(rest)?.[0] ?? [...rest].at(0) ?? '';
  const tokens = expected.flatMap(({ type, description }) => {
    if (type === 'end') return ['end'];
    if (description !== undefined) return description === 'space' ? [] : [description];
    return [];
  });
  const name = tokens.join() === 'open' ? LAST_NAME.exec(text.slice(0, offset)) : null;
  if (name !== null) {
    const params = { ...placeIn(text, name.index), found: name[1] ?? '' };
    return { code: 'FORMULA_BARE_NAME', params };
  }
  const element = tokens.includes('element') ? ELEMENT.exec(rest) : null;
  if (element !== null) return elementFault(text, offset, element);
  const told = tokens.map(toldAs);
  return {
    code: 'FORMULA_SYNTAX',
    params: {
      ...placeIn(text, offset),
      found: found.slice(0, 60),
      expected: [...new Set(told)].sort().join(' '),
    },
  };
}
