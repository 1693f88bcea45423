import type { CriteriaSetContentInput, Expression } from '@nhip/contracts';
import type { Row } from './sheets.js';

export type ExpressionInput = CriteriaSetContentInput['indicators'][number]['numerator'];

/** An expression in two cells: how it is computed, and of what. */
export function expressionCells(at: string, expression: Expression | undefined): Row {
  if (expression === undefined) return {};
  const cells = (how: string, text?: string): Row => ({
    [`${at}.how`]: how,
    ...(text === undefined ? {} : { [`${at}.text`]: text }),
  });
  if ('constant' in expression) return cells('constant', expression.constant);
  if ('period' in expression) return cells('months');
  if ('formula' in expression)
    return cells(expression.blanks === 'zero' ? 'formula-zero' : 'formula', expression.formula);
  return cells('elements', [expression.plus.join(' + '), ...expression.minus].join(' - '));
}

/** The expression of two cells; `undefined` where the text is no sum of codes. */
export function expressionOfCells(how: string, text: string): ExpressionInput | undefined {
  switch (how) {
    case 'constant':
      return { constant: text };
    case 'months':
      return { period: 'months' };
    case 'formula':
      return { formula: text, blanks: 'missing' };
    case 'formula-zero':
      return { formula: text, blanks: 'zero' };
    default:
      return sumOf(text);
  }
}

function sumOf(text: string): ExpressionInput | undefined {
  const [first = '', ...rest] = text.trim().split(/\s+([+\-−])\s+/);
  const plus = [first];
  const minus: string[] = [];
  for (let at = 0; at + 1 < rest.length; at += 2) (rest[at] === '+' ? plus : minus).push(rest[at + 1] ?? '');
  const codes = [...plus, ...minus];
  return codes.every((code) => /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(code)) ? { plus, minus } : undefined;
}
