import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { criteriaRemarkTexts, describeRemark, elementsInFormula } from '@nhip/contracts';
import { parseFormula, type FormulaFault } from './parse-formula.js';
import { nodesOf } from './syntax.js';

const words = ({ code, params }: FormulaFault, language: 'vi' | 'en' = 'vi'): string =>
  describeRemark({ severity: 'error', path: [], code, params: { ...params } }, language);
const fault = (text: string): FormulaFault => {
  const parsed = parseFormula(text);
  if (parsed.ok) throw new Error(`read: ${text}`);
  return parsed.fault;
};

describe('a formula that cannot be read', () => {
  it.each([
    ['2 * (3 + 4', 'Dòng 1, cột 11: gặp hết công thức, ở đây cần dấu “)” hoặc phép toán.'],
    [
      'min(2,\n  2 ** [a])',
      'Dòng 2, cột 6: gặp “*”, ở đây cần một giá trị (số, [mã số liệu], hàm, dấu ngoặc).',
    ],
    ['[a] [b]', 'Dòng 1, cột 5: gặp “[b]”, ở đây cần hết công thức hoặc phép toán.'],
    ['1 +\n  TTHC / 5', 'Dòng 2, cột 3: “TTHC” không rõ là gì. Mã số liệu viết [TTHC], hàm viết TTHC(…).'],
    ['1 + min', 'Dòng 1, cột 5: “min” không rõ là gì. Mã số liệu viết [min], hàm viết min(…).'],
    ['min(2 3)', 'Dòng 1, cột 7: gặp “3”, ở đây cần dấu “)” hoặc phép toán hoặc dấu “,”.'],
    [
      '[đúng hạn]',
      'Dòng 1, cột 1: “[đúng hạn]” không phải mã số liệu. Mã chỉ gồm chữ không dấu, chữ số, “.”, “-”, “_”, không có dấu cách, ví dụ [ho-so.dung-han].',
    ],
    ['1 < 2 < 3', 'Dòng 1, cột 7: gặp “<”, ở đây cần hết công thức hoặc phép toán.'],
    ['0,8 * 2', 'Dòng 1, cột 1: “0,8” trong công thức viết là “0.8”.'],
    ['٣ + 1', 'Dòng 1, cột 1: gặp “٣”, ở đây cần một giá trị (số, [mã số liệu], hàm, dấu ngoặc).'],
    [
      '1 + [__proto__]',
      'Dòng 1, cột 5: “[__proto__]” không phải mã số liệu. Mã chỉ gồm chữ không dấu, chữ số, “.”, “-”, “_”, không có dấu cách, ví dụ [ho-so.dung-han].',
    ],
    [
      '[dung han]',
      'Dòng 1, cột 1: “[dung han]” không phải mã số liệu. Mã chỉ gồm chữ không dấu, chữ số, “.”, “-”, “_”, không có dấu cách, ví dụ [ho-so.dung-han].',
    ],
    ['[a', 'Dòng 1, cột 3: gặp hết công thức, ở đây cần dấu “]” để đóng mã số liệu.'],
    ['2 * min([a , 3)', 'Dòng 1, cột 12: gặp “,”, ở đây cần dấu “]” để đóng mã số liệu.'],
    ['[a + [b]', 'Dòng 1, cột 4: gặp “+”, ở đây cần dấu “]” để đóng mã số liệu.'],
    ['([a) / [b]', 'Dòng 1, cột 4: gặp “)”, ở đây cần dấu “]” để đóng mã số liệu.'],
    [
      '1 + [',
      'Dòng 1, cột 5: “[” không phải mã số liệu. Mã chỉ gồm chữ không dấu, chữ số, “.”, “-”, “_”, không có dấu cách, ví dụ [ho-so.dung-han].',
    ],
    ['1e5', 'Dòng 1, cột 2: gặp “e5”, ở đây cần hết công thức hoặc phép toán.'],
    ['[a] * 0,8', 'Dòng 1, cột 7: “0,8” trong công thức viết là “0.8”.'],
    ['[a]\n> 1.234,5', 'Dòng 2, cột 3: “1.234,5” trong công thức viết là “1234.5”.'],
    ['.5 * [a]', 'Dòng 1, cột 1: “.5” trong công thức viết là “0.5”.'],
    ['[a] == 1', 'Dòng 1, cột 5: “==” trong công thức viết là “=”.'],
    ['[a] != 1', 'Dòng 1, cột 5: “!=” trong công thức viết là “<>”.'],
    ['[a] = > 1', 'Dòng 1, cột 5: “= >” trong công thức viết là “>=”.'],
    ['[a] =< 1', 'Dòng 1, cột 5: “=<” trong công thức viết là “<=”.'],
    ['[a] && [b]', 'Dòng 1, cột 5: “&&” trong công thức viết là “and”.'],
    ['[a] | [b]', 'Dòng 1, cột 5: “|” trong công thức viết là “or”.'],
    ['[a] : [b]', 'Dòng 1, cột 5: “:” trong công thức viết là “/”.'],
    ['[a] X 2', 'Dòng 1, cột 5: “X” trong công thức viết là “*”.'],
    ['2 * {a.b}', 'Dòng 1, cột 5: “{a.b}” trong công thức viết là “[a.b]”.'],
    ['2 * tổng([a], 1)', 'Dòng 1, cột 5: không có hàm “tổng”.'],
    ['đếm ()', 'Dòng 1, cột 1: không có hàm “đếm”.'],
    ['1 + 2 3,5', 'Dòng 1, cột 7: “3,5” trong công thức viết là “3.5”.'],
    ['1,5 + 2 )', 'Dòng 1, cột 1: “1,5” trong công thức viết là “1.5”.'],
    ['', 'Dòng 1, cột 1: gặp hết công thức, ở đây cần một giá trị (số, [mã số liệu], hàm, dấu ngoặc).'],
  ])('%j', (text, expected) => {
    expect(words(fault(text))).toBe(expected);
  });

  it('says the same in English', () => {
    expect(words(fault('[a] [b]'), 'en')).toBe(
      'Line 1, column 5: found “[b]” where the end of the formula or an operator should stand.',
    );
  });
});

describe('hostile formulas', () => {
  it.each([
    ['brackets', '('.repeat(900) + '1' + ')'.repeat(900), 'FORMULA_TOO_DEEP'],
    ['brackets never closed', '('.repeat(2000), 'FORMULA_TOO_DEEP'],
    ['calls', 'abs('.repeat(300) + '1' + ')'.repeat(300), 'FORMULA_TOO_DEEP'],
    ['minus signs', '-'.repeat(1900) + '1', 'FORMULA_TOO_DEEP'],
    ['nots', 'not '.repeat(400) + '1', 'FORMULA_TOO_DEEP'],
    ['10.000 characters', `1${' + 1'.repeat(2500)}`, 'FORMULA_TOO_LONG'],
    ['a thousand parts', `1${'+1'.repeat(999)}`, 'FORMULA_TOO_MANY'],
  ])('%s end with %s', (_name, text, code) => {
    const before = process.cpuUsage();
    const found = fault(text);
    expect(found.code).toBe(code);
    for (const language of ['vi', 'en'] as const) expect(words(found, language)).not.toMatch(/\{\w+\}/);
    expect(process.cpuUsage(before).user).toBeLessThan(500_000);
  });

  it('a long sum is not a deep one', () => {
    expect(parseFormula(`1${'+1'.repeat(900)}`)).toMatchObject({ ok: true });
    expect(parseFormula('-'.repeat(63) + '1')).toMatchObject({ ok: true });
    expect(parseFormula('-'.repeat(64) + '1')).toMatchObject({ ok: false });
  });

  it('any text is read or refused with a place, never more', () => {
    const pieces = fc.constantFrom(
      '(',
      ')',
      '[a]',
      '[',
      ']',
      '1',
      '.',
      ',',
      ' ',
      '\n',
      '-',
      '<',
      'not',
      'and',
      'min',
      '%',
      'Đ',
      '🙂',
      '\u0660',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseFormula(text);
        if (parsed.ok) return;
        expect(criteriaRemarkTexts).toHaveProperty(parsed.fault.code);
        expect(Number(parsed.fault.params['line'])).toBeGreaterThan(0);
        expect(words(parsed.fault)).not.toMatch(/\{(line|column|found|expected|limit)\}/);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the codes a formula names', () => {
  it('are found in the text as the parser finds them', () => {
    const text = 'sum([a], [ b.c ]) / [a] + previous([d]) + points([e]) - value( [f] )';
    const parsed = parseFormula(text);
    if (!parsed.ok) throw new Error('unread');
    const codes = [...nodesOf(parsed.tree)].flatMap((node) => (node.kind === 'element' ? [node.code] : []));
    expect([...new Set(codes)]).toEqual([...elementsInFormula(text), 'e', 'f']);
    expect(elementsInFormula(text)).toEqual(['a', 'b.c', 'd']);
  });
});
