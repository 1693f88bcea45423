import { describe, expect, it } from '@jest/globals';
import { describeRemark, type CriteriaSetContentInput } from '@nhip/contracts';
import { criteriaSet, element, indicator } from '../../testing/criteria-set.js';
import { lint } from './lint.js';

type IndicatorInput = CriteriaSetContentInput['indicators'][number];

/** What the linter says about limits and conditions of one indicator, as places and codes. */
const said = (rest: Partial<IndicatorInput>) =>
  lint(criteriaSet([indicator('i', rest)]))
    .filter(({ code }) => /BEYOND|CONDITION|MAX_NOT_REACHED/.test(code))
    .map(
      ({ path, code, params }) => `${path.slice(2).join('.')} ${code} ${params['value'] ?? params['points']}`,
    );

const share = { declaredPart: true };
const count = {
  shownAs: 'number' as const,
  measure: { vi: 'hồ sơ' },
  numerator: { plus: ['i-part'] },
  denominator: undefined,
};
const watched = { rule: { type: 'threshold-only' as const }, maxPoints: '0' };
type Comparison = '<' | '<=' | '=' | '>=' | '>';
const allOrNothing = (comparison: Comparison, value: string) => ({
  rule: { type: 'all-or-nothing' as const, comparison, value },
});

describe('limits that no value can come to', () => {
  it.each<[string, IndicatorInput['rule'], string[]]>([
    ['a full value over 100 %', { type: 'linear', full: '120' }, ['rule.full LIMIT_BEYOND 120']],
    ['a full value of 100 %', { type: 'linear', full: '100' }, []],
    ['a target over 100 %', { type: 'saturating', target: '100.5' }, ['rule.target LIMIT_BEYOND 100.5']],
    ['a target of 80 %', { type: 'saturating', target: '80' }, []],
    [
      'a floor and a full value over 100 %',
      { type: 'floor', full: '110', floor: '105' },
      ['rule.full LIMIT_BEYOND 110', 'rule.floor LIMIT_BEYOND 105'],
    ],
    ['a floor of 0 %', { type: 'floor', full: '100', floor: '0' }, []],
    [
      'ends beyond both sides',
      { type: 'lower-is-better', fullAt: '-1', zeroAt: '101' },
      ['rule.fullAt LIMIT_BEYOND -1', 'rule.zeroAt LIMIT_BEYOND 101'],
    ],
    ['ends on both sides', { type: 'lower-is-better', fullAt: '0', zeroAt: '100' }, []],
    [
      'points for each percent, too few',
      { type: 'bonus', perEvent: '0.09' },
      ['rule.perEvent MAX_NOT_REACHED 9'],
    ],
    ['points for each percent, just enough', { type: 'bonus', perEvent: '0.1' }, []],
    ['a rule that decides itself', { type: 'appraised' }, []],
  ])('of a share: %s', (_name, rule, expected) => {
    expect(said({ ...share, rule })).toEqual(expected);
  });

  it('are not looked for where values have no end or are not known', () => {
    expect(said({ ...count, rule: { type: 'linear', full: '100000' } })).toEqual([]);
    expect(said({ ...count, rule: { type: 'bonus', perEvent: '0.01' } })).toEqual([]);
    expect(said({ rule: { type: 'linear', full: '120' } })).toEqual([]);
    expect(said({ numerator: { formula: '[i-part]' }, rule: { type: 'saturating', target: '120' } })).toEqual(
      [],
    );
  });

  it('are said with what there can be, in both languages', () => {
    const [remark] = lint(
      criteriaSet([indicator('i', { ...share, rule: { type: 'linear', full: '120.5' } })]),
    );
    expect(remark && describeRemark(remark, 'vi')).toBe(
      'Mốc 120,5 nằm ngoài các giá trị có thể có, từ 0 đến 100.',
    );
    expect(remark && describeRemark(remark, 'en')).toBe(
      '120.5 lies beyond the values there can be, from 0 to 100.',
    );
  });
});

describe('conditions that no value meets, or every value', () => {
  /** By where the limit lies seen from 0…100. */
  const limits = ['-1', '0', '50', '100', '101'];
  it.each<[Comparison, ('never' | 'always' | '')[]]>([
    ['<', ['never', 'never', '', '', 'always']],
    ['<=', ['never', '', '', 'always', 'always']],
    ['=', ['never', '', '', '', 'never']],
    ['>=', ['always', 'always', '', '', 'never']],
    ['>', ['always', '', '', 'never', 'never']],
  ])('a share %s a limit', (comparison, expected) => {
    const verdicts = limits.map((value) =>
      said({ ...share, ...allOrNothing(comparison, value) }).map((text) =>
        text.replace(/^rule\.value CONDITION_(\w+) .*$/, (_all, verdict: string) => verdict.toLowerCase()),
      ),
    );
    expect(verdicts.map((found) => found.join())).toEqual(expected);
  });

  it('are not looked for above what has no end', () => {
    expect(said({ ...count, ...allOrNothing('>', '1000') })).toEqual([]);
    expect(said({ ...count, ...allOrNothing('<', '0') })).toEqual(['rule.value CONDITION_NEVER 0']);
  });

  it('are found in targets and thresholds too', () => {
    const thresholds = ['100', '90', '0'].map((value) => ({
      code: `t${value}`,
      names: { vi: value },
      comparison: '>' as const,
      value,
    }));
    expect(said({ ...share, ...watched, target: { comparison: '>=', value: '110' }, thresholds })).toEqual([
      'target.value CONDITION_NEVER 110',
      'thresholds.0.value CONDITION_NEVER 100',
    ]);
    expect(said({ ...share, ...watched, target: { unquantified: { vi: 'nâng cao' } } })).toEqual([]);
    expect(said({ ...watched, target: { comparison: '>=', value: '110' }, thresholds })).toEqual([]);
  });

  it('are found in the parts of a composed rule', () => {
    const part = {
      code: 'a',
      names: { vi: 'A' },
      numerator: { plus: ['yes'] },
      maxPoints: '10',
      rule: { type: 'all-or-nothing' as const, comparison: '>=' as const, value: '2' },
    };
    const content = criteriaSet([indicator('i', { rule: { type: 'composed', parts: [part] } })], {
      dataElements: [element('i-part'), element('i-whole'), element('yes', { kind: 'yes-no' })],
    });
    const [remark] = lint(content);
    expect(remark?.path).toEqual(['indicators', 0, 'rule', 'parts', 0, 'rule', 'value']);
    expect(remark && describeRemark(remark, 'vi')).toBe(
      'Không giá trị nào thỏa “≥ 2”: giá trị nằm trong 0 đến 1.',
    );
  });
});
