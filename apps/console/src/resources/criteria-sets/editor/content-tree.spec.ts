import { describe, expect, it } from '@jest/globals';
import { criteriaSetContent } from '@nhip/contracts';
import { lineAt, linesOf, moved, stepped, treeOf } from './content-tree.js';

const indicator = (code: string) => ({
  code,
  names: { vi: code },
  measure: { vi: '%' },
  numerator: { constant: '1' },
  rounding: { mode: 'half-up' as const, dp: 2 },
  rule: { type: 'linear' as const, full: '100' },
  maxPoints: '1',
});
const criterion = (code: string, indicators: string[], subCriteria: object[] = []) => ({
  code,
  names: { vi: code },
  indicators,
  subCriteria,
});
const content = criteriaSetContent.parse({
  dataElements: ['e', 'f'].map((code) => ({
    code,
    names: { vi: code },
    measure: { vi: 'x' },
    kind: 'count',
  })),
  indicators: ['i', 'j', 'k', 'l'].map(indicator),
  fields: [
    {
      code: 'F',
      names: { vi: 'F' },
      criteria: [
        criterion('A', ['i', 'j'], [{ code: 'S', names: { vi: 'S' }, indicators: ['k'] }]),
        criterion('B', []),
      ],
    },
    { code: 'G', names: { vi: 'G' }, criteria: [criterion('C', [])] },
  ],
  totals: { maxPoints: '4' },
});
const shape = (found: { content: typeof content } | undefined) =>
  found?.content.fields
    .map(
      (field) =>
        `${field.code}(${field.criteria.map((one) => `${one.code}[${one.indicators.join()}${one.subCriteria.map((sub) => `|${sub.code}:${sub.indicators.join()}`).join('')}]`).join(' ')})`,
    )
    .join(' ');

describe('the tree of a content', () => {
  it('shows the set, its fields to the indicators, what stands nowhere, elements', () => {
    expect([...linesOf(treeOf(content))]).toEqual([
      'set',
      'fields',
      'fields.0',
      'fields.0.criteria.0',
      'fields.0.criteria.0.indicators.0',
      'fields.0.criteria.0.indicators.1',
      'fields.0.criteria.0.subCriteria.0',
      'fields.0.criteria.0.subCriteria.0.indicators.0',
      'fields.0.criteria.1',
      'fields.1',
      'fields.1.criteria.0',
      'loose',
      'loose.3',
      'dataElements',
      'dataElements.0',
      'dataElements.1',
      'checks',
      'gates',
    ]);
  });

  it.each<[string, string, string, number, string | undefined, string | undefined]>([
    [
      'an indicator down in its criterion',
      'fields.0.criteria.0.indicators.0',
      'fields.0.criteria.0',
      2,
      'F(A[j,i|S:k] B[]) G(C[])',
      'fields.0.criteria.0.indicators.1',
    ],
    [
      'an indicator into a sub-criterion',
      'fields.0.criteria.0.indicators.0',
      'fields.0.criteria.0.subCriteria.0',
      1,
      'F(A[j|S:k,i] B[]) G(C[])',
      'fields.0.criteria.0.subCriteria.0.indicators.1',
    ],
    [
      'one that stood nowhere',
      'loose.3',
      'fields.1.criteria.0',
      0,
      'F(A[i,j|S:k] B[]) G(C[l])',
      'fields.1.criteria.0.indicators.0',
    ],
    ['one to nowhere', 'fields.0.criteria.0.indicators.1', 'loose', 0, 'F(A[i|S:k] B[]) G(C[])', 'loose.1'],
    [
      'a sub-criterion to another criterion',
      'fields.0.criteria.0.subCriteria.0',
      'fields.1.criteria.0',
      0,
      'F(A[i,j] B[]) G(C[|S:k])',
      'fields.1.criteria.0.subCriteria.0',
    ],
    [
      'a criterion to another field',
      'fields.0.criteria.0',
      'fields.1',
      1,
      'F(B[]) G(C[] A[i,j|S:k])',
      'fields.1.criteria.1',
    ],
    ['a field before another', 'fields.1', 'fields', 0, 'G(C[]) F(A[i,j|S:k] B[])', 'fields.0'],
    ['a criterion into an indicator', 'fields.0.criteria.1', 'fields.0.criteria.0', 0, undefined, undefined],
    ['to where it is', 'fields.0.criteria.0.indicators.0', 'fields.0.criteria.0', 0, undefined, undefined],
  ])('moves %s', (_what, id, parent, index, expected, at) => {
    const found = moved(content, id, parent, index);
    expect([shape(found), found?.id]).toEqual([expected, at]);
  });

  it('steps by the keyboard, across the ends of a parent too', () => {
    expect(shape(stepped(content, 'fields.0.criteria.0.indicators.1', -1))).toBe('F(A[j,i|S:k] B[]) G(C[])');
    expect(shape(stepped(content, 'fields.0.criteria.0.indicators.1', 1))).toBe('F(A[i|S:j,k] B[]) G(C[])');
    expect(shape(stepped(content, 'fields.0.criteria.1', 1))).toBe('F(A[i,j|S:k]) G(B[] C[])');
    expect(stepped(content, 'fields.0', -1)).toBeUndefined();
  });

  it('knows where a remark is mended', () => {
    expect(lineAt(content, 'indicators.2.rule.full')).toBe('fields.0.criteria.0.subCriteria.0.indicators.0');
    expect(lineAt(content, 'fields.0.criteria.0.indicators.1')).toBe('fields.0.criteria.0.indicators.1');
    expect(lineAt(content, 'fields.0.criteria.1.maxPoints')).toBe('fields.0.criteria.1');
    expect(lineAt(content, 'totals.maxPoints')).toBe('set');
  });
});
