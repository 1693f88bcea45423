import { describe, expect, it } from '@jest/globals';
import { describeRemark, type CriteriaSetContentInput } from '@nhip/contracts';
import { criteriaSet, element, indicator } from '../../testing/criteria-set.js';
import { lint } from './lint.js';

type Rest = Partial<CriteriaSetContentInput>;
type Elements = CriteriaSetContentInput['dataElements'];

const elements: Elements = [
  element('a'),
  element('b'),
  element('c', { measure: { vi: 'tin' } }),
  element('done', { kind: 'yes-no' }),
];
const used = {
  numerator: { formula: 'sum([a], [b]) * [c] * [done]' },
  denominator: undefined,
  shownAs: 'number' as const,
};
const remarks = (content: ReturnType<typeof criteriaSet>) =>
  lint(content).filter(({ code }) => code !== 'ELEMENT_UNUSED' && code !== 'PERCENT_MEASURE');
const inSet = (rest: Parameters<typeof indicator>[1], content: Rest = {}) =>
  remarks(criteriaSet([indicator('i', { ...used, ...rest })], { dataElements: elements, ...content }));
const ofNumerator = (formula: string) => inSet({ numerator: { formula } });
/** In a calculated element, where division has no policy. */
const ofCalculated = (formula: string, others: Elements = []) =>
  inSet(
    { numerator: { formula: 'sum([a], [b]) * [c] * [done] * [x]' } },
    { dataElements: [...elements, element('x', { formula }), ...others] },
  );
const codes = (found: ReturnType<typeof lint>) => found.map(({ severity, code }) => `${severity} ${code}`);

describe('the linter of formulas', () => {
  it.each([
    'min(2, 2 * [a] / 0.8) + 4 * [b]',
    'if([a] > 0 and [b] / [a] > 1, [a] + [b], 5)',
    'round([a] / months(), 2) - previous([b]) + offset([a], -12)',
    'coalesce(ytd([a]), [b])',
    'if([done], 1, 0) * count() + count([c])',
    'if([a]>0,1,2)',
    'IF ((1 + 2) > min(3),0,1)',
  ])('has nothing to say about %s', (formula) => {
    expect(ofNumerator(formula)).toEqual([]);
  });

  it.each([
    ['[a] +', 'error FORMULA_SYNTAX'],
    ['[aa] + [b]', 'error FORMULA_ELEMENT_UNKNOWN'],
    ['[constructor]', 'error FORMULA_ELEMENT_UNKNOWN'],
    ['previous([zz])', 'error FORMULA_ELEMENT_UNKNOWN'],
    ['maks([a], 1)', 'error FORMULA_UNKNOWN_FUNCTION'],
    ['constructor([a])', 'error FORMULA_UNKNOWN_FUNCTION'],
    ['__proto__(1)', 'error FORMULA_UNKNOWN_FUNCTION'],
    ['if([a] > 1, 2)', 'error FORMULA_ARGUMENTS'],
    ['months(1)', 'error FORMULA_ARGUMENTS'],
    ['min()', 'error FORMULA_ARGUMENTS'],
    ['previous([a] + 1)', 'error FORMULA_ARGUMENT_ELEMENT'],
    ['offset([a], 1)', 'error FORMULA_OFFSET'],
    ['offset([a], -41)', 'error FORMULA_OFFSET'],
    ['offset([a], -1.5)', 'error FORMULA_OFFSET'],
    ['round([a], 13)', 'error FORMULA_DECIMALS'],
    ['round([a], [b])', 'error FORMULA_DECIMALS'],
    ['points([i]) + 1', 'error FORMULA_GATE_ONLY'],
    ['[a] / 0', 'error DIVISION_BY_ZERO'],
    ['[a] / 0.00%', 'error DIVISION_BY_ZERO'],
    ['[a] + [c]', 'warning MEASURES_DIFFER'],
    ['max(previous([a]), [c])', 'warning MEASURES_DIFFER'],
    ['([a] > 1) + 1', 'warning FORMULA_NUMBER_EXPECTED'],
    ['if([a], 1, 2)', 'warning FORMULA_CONDITION_EXPECTED'],
    ['not [a]', 'warning FORMULA_CONDITION_EXPECTED'],
    ['min(2,5)', 'warning FORMULA_COMMA'],
    ['if([done], 1, 0) + min(2,5)', 'warning FORMULA_COMMA'],
    ['round(2,5)', 'warning FORMULA_COMMA'],
    ['if([done], max(2,5), 0)', 'warning FORMULA_COMMA'],
  ])('%s: %s', (formula, expected) => {
    expect(codes(ofNumerator(formula))).toEqual([expected]);
  });

  it('names the place, what was found and what would be right', () => {
    const [remark] = ofNumerator('[a] +\n  maxx([b], 2)');
    expect(remark?.path).toEqual(['indicators', 0, 'numerator', 'formula']);
    expect(remark && describeRemark(remark, 'vi')).toBe(
      'Dòng 2, cột 3: không có hàm “maxx”. Có phải là “max”?',
    );
    const [comma] = ofNumerator('min([a], 0,8)');
    expect(comma && describeRemark(comma, 'vi')).toBe(
      'Dòng 1, cột 10: “0,8” được đọc là hai tham số. Số thập phân viết với dấu chấm: 0.8; hai tham số thì viết “0, 8”.',
    );
    const [code] = ofNumerator('[dome]');
    expect(code && describeRemark(code, 'en')).toBe(
      'Line 1, column 1: there is no data element “dome”. Did you mean “done”?',
    );
  });

  it.each([
    ['[a] / [b]', ['error DIVISION_UNGUARDED']],
    ['[a] / ([b] - 1)', ['error DIVISION_UNGUARDED']],
    ['if([b] > 0, [a] / [b], 0)', []],
    ['if(0 < [b], [a] / [b], 0)', []],
    ['if([b] = 0, 0, [a] / [b])', []],
    ['if([b] <> 0 and [a] > 1, [a] / -[b], 0)', []],
    ['if([a] > 1 or [b] > 0, [a] / [b], 0)', ['error DIVISION_UNGUARDED']],
    ['if(not ([a] = 0 or [b] = 0), [a] / ([a] * [b]), 0)', []],
    ['if([b] >= 0, [a] / [b], 0)', ['error DIVISION_UNGUARDED']],
    ['if([b] > 0, 0, [a] / [b])', ['error DIVISION_UNGUARDED']],
    ['if([b] > 0 and [a] / [b] > 2, 1, 0)', []],
    ['if([b] = 0 or [a] / [b] > 2, 1, 0)', []],
    ['[a] / max([b], 1)', []],
    ['[a] / months() / 80%', []],
    ['coalesce([a] / [b], 0)', []],
    ['coalesce(0, [a] / [b])', ['error DIVISION_UNGUARDED']],
    ['share([a])', ['error DIVISION_UNGUARDED']],
    ['coalesce(share([a]), 0)', []],
  ])('a division without a policy: %s', (formula, expected) => {
    expect(codes(ofCalculated(formula))).toEqual(expected);
  });

  it.each([
    ['sum([a], [c])', 'hồ sơ, tin'],
    ['[a] - [b] + [c]', 'hồ sơ, tin'],
    ['[c] + [a]', 'tin, hồ sơ'],
    ['if([a] > [c], 1, 2)', 'hồ sơ, tin'],
    ['-[a] + [c]', 'hồ sơ, tin'],
    ['sum([a] + [b], [c])', 'hồ sơ, tin'],
    ['abs([a]) + [c]', 'hồ sơ, tin'],
    ['if([done], [a], 0) + [c]', 'hồ sơ, tin'],
    ['min([a], 5) + [c]', 'hồ sơ, tin'],
    ['[a] + 5', undefined],
    ['[a] * [c]', undefined],
    ['[a] + [a] * [c]', undefined],
    ['[a] + [c] / [a]', undefined],
    ['[a] + if([c] > 1, 2, 3)', undefined],
    ['[a] + offset([b], -1)', undefined],
    ['[a] + count([c])', undefined],
    ['if([a] > 1, [a], [c])', undefined],
    ['round([c], 1) * [a]', undefined],
  ])('what %s adds or compares is of %s', (formula, measures) => {
    const found = ofNumerator(formula).filter(({ code }) => code === 'MEASURES_DIFFER');
    expect(found.map(({ params }) => params['measures'])).toEqual(measures === undefined ? [] : [measures]);
  });

  it.each([
    ['a constant', { constant: '0' }, '0'],
    ['a constant below zero', { constant: '-2.50' }, '-2.5'],
    ['a formula', { formula: '([a] + [b]) * 2 - [b] - 2 * [a] - [b]' }, '0'],
    ['what is taken from itself', { plus: ['a', 'b'], minus: ['b', 'a'] }, '0'],
    ['a calculated element', { plus: ['x'] }, '0'],
    ['a calculated element that another is made of', { plus: ['y'], minus: ['a'] }, '-1'],
  ])('a denominator that is not above 0 whatever the figures: %s', (_name, denominator, value) => {
    const found = inSet(
      { denominator },
      {
        dataElements: [
          ...elements,
          element('x', { formula: '[a] - [a]' }),
          element('y', { formula: '[a] - 1 + [x]' }),
        ],
      },
    ).filter(({ severity }) => severity === 'error');
    expect(found.map(({ path, code, params }) => [path.join('.'), code, params['value']])).toEqual([
      ['indicators.0.denominator', 'DENOMINATOR_NOT_POSITIVE', value],
    ]);
    expect(found[0] && describeRemark(found[0], 'vi')).toContain('Mẫu số luôn bằng');
  });

  it.each([
    [{ constant: '0.01' }],
    [{ period: 'months' as const }],
    [{ plus: ['a', 'b'], minus: ['a'] }],
    [{ formula: '[a] - [b]' }],
    [{ formula: '[a] -' }],
  ])('nothing is always zero in %j', (denominator) => {
    expect(codes(inSet({ denominator }))).not.toContain('error DENOMINATOR_NOT_POSITIVE');
  });

  it('a part of a composed rule is looked at as well', () => {
    const part = {
      code: 'p',
      names: { vi: 'P' },
      numerator: { plus: ['a'] },
      denominator: { constant: '0' },
    };
    const parts = [{ ...part, maxPoints: '10', rule: { type: 'linear' as const, full: '1' } }];
    const [found] = inSet({ rule: { type: 'composed', parts } });
    expect(found?.path).toEqual(['indicators', 0, 'rule', 'parts', 0, 'denominator']);
  });

  it.each([
    ['[a] / ([b] - [b])', ['error DIVISION_BY_ZERO']],
    ['[a] / (2 - 1 - 1)', ['error DIVISION_BY_ZERO']],
    ['[a] / (0 * [b])', ['error DIVISION_BY_ZERO']],
    ['[a] / [nil]', ['error DIVISION_BY_ZERO']],
    ['[a] / (2 + 3)', []],
    ['[a] / [two]', []],
  ])('a divisor that comes down to a number: %s', (formula, expected) => {
    const others = [element('nil', { formula: '[b] - [b]' }), element('two', { formula: '2 + [nil]' })];
    expect(codes(ofCalculated(formula, others))).toEqual(expected);
  });

  it('a calculated element whose formula cannot be read, or that goes in a circle, is left as it stands', () => {
    const others = [element('bad', { formula: '[b] -' }), element('loop', { formula: '[loop]' })];
    expect(codes(ofCalculated('coalesce([a] / [bad], [a] / [loop], 0)', others))).toEqual([
      'error FORMULA_SYNTAX',
      'error FORMULA_CIRCULAR',
    ]);
  });

  it('elements made of one another many times over are not multiplied out', () => {
    const chain = Array.from({ length: 60 }, (_, at) =>
      element(`c${at}`, { formula: at === 0 ? '9' : `[c${at - 1}] * [c${at - 1}]` }),
    );
    expect(codes(ofCalculated('[c59]', chain))).toEqual([]);
  });

  it('names a circle, whatever hangs on it', () => {
    const found = ofCalculated('[y] + 1', [
      element('y', { formula: '[z] * 2' }),
      element('z', { formula: '[y] + [a]' }),
    ]);
    expect(found.map(({ code, params }) => [code, params['circle']])).toEqual([
      ['FORMULA_CIRCULAR', 'y → z → y'],
    ]);
    expect(found.map(({ path }) => path)).toEqual([['dataElements', 5, 'formula']]);
    expect(codes(ofCalculated('[x]'))).toEqual(['error FORMULA_CIRCULAR']);
  });

  it('calculated elements stand for the period, and are not asked for in another', () => {
    const monthly = ofCalculated('[y]', [
      element('y', { formula: '[a]', frequency: 'monthly' }),
      element('given', { frequency: 'monthly' }),
    ]);
    expect(
      monthly.map(({ severity, path, code, params }) => [severity, path.join('.'), code, params]),
    ).toEqual([['error', 'dataElements.5.frequency', 'CALCULATED_MONTHLY', { code: 'y' }]]);
    expect(codes(ofCalculated('previous([y])', [element('y', { formula: '[a]' })]))).toEqual([
      'error FORMULA_CALCULATED_ELSEWHERE',
    ]);
  });

  it('an element that only a formula uses is used', () => {
    const content = criteriaSet([indicator('i', { ...used, numerator: { formula: '[x]' } })], {
      dataElements: [element('a'), element('x', { formula: '[a] * 2' }), element('unused')],
    });
    expect(lint(content).map(({ path, code }) => [path.join('.'), code])).toEqual([
      ['dataElements.2', 'ELEMENT_UNUSED'],
    ]);
  });

  it('gates may ask for points and values', () => {
    const gate = (when: string) =>
      codes(
        inSet(
          { shownAs: 'percent', measure: { vi: '%' } },
          {
            gates: [{ code: 'g', names: { vi: 'G' }, when, effect: { down: 1 } }],
          },
        ),
      ).filter((code) => code.includes('FORMULA'));
    expect(gate('points([field]) < 5 or value([i]) = 0')).toEqual([]);
    expect(gate('[a] + 1')).toEqual(['warning FORMULA_CONDITION_EXPECTED']);
    expect(gate('points([criterion]) + points([i]) < 5')).toEqual([]);
    expect(gate('points([nowhere]) < 5')).toEqual(['error FORMULA_RESULT_UNKNOWN']);
    expect(gate('value([criterion]) < 5')).toEqual(['error FORMULA_RESULT_UNKNOWN']);
    expect(gate('points(5) < 5')).toEqual(['error FORMULA_ARGUMENT_ELEMENT']);
  });
});
