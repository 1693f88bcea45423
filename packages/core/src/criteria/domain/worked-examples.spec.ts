import { describe, expect, it } from '@jest/globals';
import {
  describeStep,
  type CriteriaSetContent,
  type CriteriaSetContentInput,
  type TraceStep,
} from '@nhip/contracts';
import { Ratio } from '../../shared/index.js';
import { criteriaSet, element, indicator } from '../../testing/criteria-set.js';
import { compileSet, scoreUnit, type UnitScores } from './compile-set.js';
import type { Figure, UnitFigures } from './figures.js';
import { lint } from './lint.js';
import { namesIn } from './names-in.js';

type IndicatorInput = CriteriaSetContentInput['indicators'][number];
type Rest = Partial<IndicatorInput>;

const unit = (given: Record<string, string>): UnitFigures => ({
  unitType: 'ward',
  months: undefined,
  figures: new Map(
    Object.entries(given).map(([code, text]): [string, Figure] => [
      code,
      text === 'nothing' || text === 'not-applicable' || text === 'missing'
        ? { state: text }
        : { state: 'value', value: Ratio.of(text) },
    ]),
  ),
});

const scored = (content: CriteriaSetContent, given: Record<string, string>): UnitScores =>
  scoreUnit(compileSet(content), unit(given));

/** The steps of an indicator as a reader sees them. */
function told(content: CriteriaSetContent, code: string, given: Record<string, string>): string[] {
  const steps: TraceStep[] = [];
  compileSet(content).indicators.get(code)?.(unit(given), steps);
  const names = namesIn(content);
  return steps.map((step) => describeStep(step, 'vi', (key) => names[key]));
}

const errors = (content: CriteriaSetContent): string[] =>
  lint(content).flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));

/** A share of `all`, in percent, worth `maxPoints` from `target` percent on. */
const upTo = (code: string, name: string, target: string, maxPoints: string, all = 'all') => ({
  code,
  names: { vi: name },
  numerator: { plus: [code] },
  denominator: { plus: [all] },
  shownAs: 'percent' as const,
  rule: { type: 'saturating' as const, target },
  maxPoints,
});

describe('QĐ 766/QĐ-TTg: services online, 12 points', () => {
  const online: Rest = {
    numerator: { plus: ['B'] },
    denominator: { plus: ['all'] },
    maxPoints: '12',
    rule: {
      type: 'composed',
      parts: [
        upTo('A', 'Dịch vụ công trực tuyến toàn trình', '80', '2'),
        { ...upTo('B', 'Hồ sơ trực tuyến', '100', '4'), rule: { type: 'linear', full: '100' } },
        upTo('C', 'Thanh toán trực tuyến', '50', '6'),
      ],
    },
  };
  const set = criteriaSet([indicator('dvctt', online)], {
    dataElements: ['A', 'B', 'C', 'all'].map((code) => element(code)),
  });

  it.each([
    // min(2, 2A/0,8) + 4B + min(6, 6C/0,5)
    ['all of it', { A: '80', B: '100', C: '50', all: '100' }, '12/1'],
    ['under every target', { A: '40', B: '25', C: '10', all: '100' }, '16/5'],
    ['held where a target is passed', { A: '95', B: '50', C: '80', all: '100' }, '10/1'],
    ['exact thirds', { A: '1', B: '1', C: '1', all: '3' }, '37/6'],
    ['none', { A: '0', B: '0', C: '0', all: '9' }, '0/1'],
  ])('%s', (_name, figures, points) => {
    expect(scored(set, figures).scores.get('dvctt')?.points?.toString()).toBe(points);
  });

  it('shows the indicator’s own value beside the points', () => {
    const score = scored(set, { A: '40', B: '25', C: '10', all: '100' }).scores.get('dvctt');
    expect(score).toMatchObject({ shownValue: '25.00', shownPoints: '3.20', state: 'scored', policies: [] });
  });

  it('is followed with a calculator', () => {
    expect(told(set, 'dvctt', { A: '40', B: '25', C: '10', all: '100' })).toEqual([
      'Giá trị chung của chỉ số, chỉ để theo dõi',
      '+ Mục B: 25',
      'Tử số = 25',
      '+ Mục all: 100',
      'Mẫu số = 100',
      'Giá trị = 25 ÷ 100 × 100 = 25 %',
      'Làm tròn nửa lên đến 2 chữ số lẻ: 25,00',
      'Phần “Dịch vụ công trực tuyến toàn trình”',
      '+ Mục A: 40',
      'Tử số = 40',
      '+ Mục all: 100',
      'Mẫu số = 100',
      'Giá trị = 40 ÷ 100 × 100 = 40 %',
      'Làm tròn nửa lên đến 2 chữ số lẻ: 40,00',
      '2 × 40 ÷ 80 = 1 điểm',
      'Điểm: 1,00 trên tối đa 2',
      'Phần “Hồ sơ trực tuyến”',
      '+ Mục B: 25',
      'Tử số = 25',
      '+ Mục all: 100',
      'Mẫu số = 100',
      'Giá trị = 25 ÷ 100 × 100 = 25 %',
      'Làm tròn nửa lên đến 2 chữ số lẻ: 25,00',
      '4 × 25 ÷ 100 = 1 điểm',
      'Điểm: 1,00 trên tối đa 4',
      'Phần “Thanh toán trực tuyến”',
      '+ Mục C: 10',
      'Tử số = 10',
      '+ Mục all: 100',
      'Mẫu số = 100',
      'Giá trị = 10 ÷ 100 × 100 = 10 %',
      'Làm tròn nửa lên đến 2 chữ số lẻ: 10,00',
      '6 × 10 ÷ 50 = 1,2 điểm',
      'Điểm: 1,20 trên tối đa 6',
      'Cộng các phần: 1 + 1 + 1,2 = 3,2 điểm',
      'Điểm: 3,20 trên tối đa 12',
    ]);
  });

  it('finds the source that leaves 2,5C without its cap: 6 + 2 + 2,5 are not 10', () => {
    const payment = criteriaSet(
      [
        indicator('payment', {
          numerator: { plus: ['A'] },
          denominator: { plus: ['all'] },
          rule: {
            type: 'composed',
            parts: [upTo('A', 'A', '100', '6'), upTo('B', 'B', '80', '2'), upTo('C', 'C', '100', '2.5')],
          },
        }),
      ],
      { dataElements: ['A', 'B', 'C', 'all'].map((code) => element(code)) },
    );
    expect(lint(payment)).toMatchObject([
      { severity: 'warning', code: 'CAP_BELOW_PARTS', params: { sum: '10.5', cap: '10' } },
    ]);
  });
});

describe('QĐ 766/QĐ-TTg: zero denominators differ by figure', () => {
  const satisfaction = (code: string, zeroDenominator: 'zero' | 'full', target = '90') =>
    indicator(code, {
      numerator: { plus: [`${code}-ok`] },
      denominator: { plus: [`${code}-all`] },
      maxPoints: '6',
      rule: { type: 'saturating', target },
      policies: { zeroDenominator },
    });
  const set = criteriaSet([
    satisfaction('receiving', 'zero'),
    satisfaction('on-time', 'full'),
    satisfaction('handling', 'full'),
  ]);
  const none = Object.fromEntries(
    ['receiving', 'on-time', 'handling'].flatMap((code) => [
      [`${code}-ok`, '0'],
      [`${code}-all`, '0'],
    ]),
  );

  it('gives nothing, all, and all without anything to judge; the policy stands beside it', () => {
    const { scores, total } = scored(set, none);
    expect(total.points?.toString()).toBe('12/1');
    expect([...scores.values()].map(({ policies }) => policies)).toEqual([
      ['zero-denominator:zero'],
      ['zero-denominator:full'],
      ['zero-denominator:full'],
    ]);
  });

  it('a ward with three petitions stands below those without any, and it can be seen why', () => {
    const three = { ...none, 'on-time-ok': '1', 'on-time-all': '3', 'handling-ok': '0', 'handling-all': '3' };
    expect(scored(set, three).total.points?.toString()).toBe('20/9');
  });
});

describe('the parts of a composed rule keep their own policies', () => {
  const part = (code: string, maxPoints: string, policies: object = {}) => ({
    ...upTo(code, code, '100', maxPoints, `${code}-all`),
    policies,
  });
  const composed = (parts: ReturnType<typeof part>[], rest: Rest = {}) =>
    criteriaSet(
      [
        indicator('i', {
          numerator: { plus: ['A'] },
          denominator: { plus: ['A-all'] },
          rule: { type: 'composed', parts },
          ...rest,
        }),
      ],
      { dataElements: ['A', 'A-all', 'B', 'B-all'].map((code) => element(code)) },
    );
  const figures = { A: '1', 'A-all': '2', B: '0', 'B-all': '0' };

  it.each<[string, object, Record<string, string>, object]>([
    [
      'a part with nothing to count gets all of its points',
      { zeroDenominator: 'full' },
      figures,
      { shownPoints: '7.00', policies: ['zero-denominator:full'], standing: 'counted' },
    ],
    [
      'a part that does not apply is converted within the indicator',
      { zeroDenominator: 'not-applicable' },
      figures,
      {
        shownPoints: '5.00',
        policies: ['zero-denominator:not-applicable', 'not-applicable:reweight'],
        state: 'scored',
      },
    ],
    [
      'a part in contradiction leaves the indicator unsettled',
      {},
      figures,
      { state: 'error', standing: 'unsettled', policies: ['zero-denominator:error'], shownValue: '50.00' },
    ],
    [
      'a part that takes the unit out of the ranking takes it out',
      { zeroDenominator: 'not-applicable', notApplicable: 'exclude-from-rank' },
      figures,
      {
        standing: 'excluded',
        policies: ['zero-denominator:not-applicable', 'not-applicable:exclude-from-rank'],
      },
    ],
    [
      'a missing part counts nothing, the rest counts',
      {},
      { ...figures, B: 'missing' },
      { state: 'scored', shownPoints: '3.00', policies: ['missing:zero'] },
    ],
  ])('%s', (_name, policies, given, expected) => {
    const set = composed([part('A', '6'), part('B', '4', policies)]);
    expect(scored(set, given).scores.get('i')).toMatchObject(expected);
  });

  it('does not apply where no part does', () => {
    const out = { zeroDenominator: 'not-applicable' };
    const set = composed([part('A', '6', out), part('B', '4', out)], {
      policies: { notApplicable: 'full-points' },
    });
    expect(scored(set, { ...figures, A: '0', 'A-all': '0' }).scores.get('i')).toMatchObject({
      state: 'not-applicable',
      shownPoints: '10.00',
      policies: ['zero-denominator:not-applicable', 'not-applicable:reweight', 'not-applicable:full-points'],
    });
  });

  it('no points depend on the indicator’s own value', () => {
    const set = composed([part('B', '10', { zeroDenominator: 'full' })], { declaredPart: true });
    expect(scored(set, { ...figures, A: '3' }).scores.get('i')).toMatchObject({
      shownPoints: '10.00',
      standing: 'counted',
    });
    expect(scored(set, { ...figures, A: '3' }).scores.get('i')?.value).toBeUndefined();
  });

  it('is watched by its own value', () => {
    const set = composed([part('A', '10')], {
      thresholds: [{ code: 'u60', names: { vi: 'dưới 60 %' }, comparison: '<', value: '60' }],
      target: { comparison: '>=', value: '50' },
    });
    expect(scored(set, figures).scores.get('i')).toMatchObject({ breaches: ['u60'], targetMet: true });
  });

  it('parts are held to the maximum together and rounded once', () => {
    const set = composed([part('A', '6'), part('B', '6', { zeroDenominator: 'full' })], {
      maxPoints: '8.1',
      pointsRounding: { mode: 'step', step: '0.5', direction: 'down' },
    });
    expect(scored(set, figures).scores.get('i')?.points?.toString()).toBe('8/1');
  });
});

describe('a People’s Council frame: bonus, penalty, gates (Thanh Hóa)', () => {
  const count = (code: string, maxPoints: string, rule: IndicatorInput['rule']) =>
    indicator(code, {
      shownAs: 'number',
      numerator: { plus: [code] },
      denominator: undefined,
      maxPoints,
      direction: rule.type === 'deduction' ? 'lower' : 'higher',
      rule,
    });
  const field = (code: string, criteria: [string, string[]][], rest: object = {}) => ({
    code,
    names: { vi: `Nhóm ${code}` },
    criteria: criteria.map(([criterion, indicators]) => ({
      code: criterion,
      names: { vi: `Tiêu chí ${criterion}` },
      indicators,
    })),
    ...rest,
  });
  const set = criteriaSet(
    [
      count('meetings', '60', { type: 'deduction', perEvent: '2' }),
      indicator('answered', {
        maxPoints: '30',
        pointsRounding: { mode: 'step', step: '0.25', direction: 'nearest' },
        policies: { nothingOccurred: 'full' },
      }),
      indicator('report', {
        shownAs: 'number',
        numerator: { plus: ['report'] },
        denominator: undefined,
        aggregation: 'none',
        maxPoints: '10',
        rule: {
          type: 'levels',
          levels: [
            { names: { vi: 'Đúng hạn' }, points: '10' },
            { names: { vi: 'Chậm' }, points: '5' },
            { names: { vi: 'Báo cáo sai' }, points: '0', zeroes: 'criterion' },
          ],
        },
      }),
      count('praise', '13', { type: 'bonus', perEvent: '1' }),
      count('breach', '0', { type: 'deduction', perEvent: '3', cap: '9', from: 'zero' }),
      count('late', '0', { type: 'deduction', perEvent: '5', cap: '15', from: 'zero' }),
    ],
    {
      dataElements: [
        ...['meetings', 'answered-part', 'answered-whole', 'praise', 'breach', 'late', 'lies'].map((code) =>
          element(code),
        ),
        element('report', { kind: 'text-tier', tiers: [{ vi: 'a' }, { vi: 'b' }, { vi: 'c' }] }),
      ],
      fields: [
        field('I', [['I.1', ['meetings']]]),
        field('V', [['V.1', ['answered', 'report']]]),
        field('VIII', [['VIII.1', ['praise']]], { kind: 'bonus', cap: '10' }),
        field('IX', [['IX.1', ['breach', 'late']]], { kind: 'deduction', cap: '20' }),
      ],
      gates: [
        {
          code: 'noXS',
          names: { vi: 'Nhóm V dưới 32 điểm' },
          when: 'points([V]) < 32',
          effect: { atMost: 'tot' },
        },
        { code: 'noTot', names: { vi: 'Có vi phạm' }, when: '[breach] >= 3', effect: { atMost: 'kha' } },
        {
          code: 'down1',
          names: { vi: 'Minh chứng không trung thực' },
          when: '[lies] >= 1',
          effect: { down: 1 },
        },
        { code: 'worst', names: { vi: 'Tái phạm' }, when: '[lies] >= 2', effect: { atMost: 'yeu' } },
        { code: 'stop', names: { vi: 'Đình chỉ' }, when: '[late] > 9', effect: { zero: 'field', of: 'I' } },
      ],
      totals: { maxPoints: '100', lowest: '0', highest: '110' },
      classification: {
        bands: [
          ['xs', '90', null],
          ['tot', '80', '90'],
          ['kha', '65', '80'],
          ['tb', '50', '65'],
          ['yeu', null, '50'],
        ].map(([code, from, to]) => ({
          code: code ?? '',
          names: { vi: `Loại ${code}` },
          from: from ?? null,
          to: to ?? null,
        })),
        quotas: [{ class: 'xs', share: '0.25', overflow: 'tot' }],
      },
      ranking: { tieBreaks: [{ field: 'VIII' }, { field: 'V' }] },
    },
  );
  const good: Record<string, string> = {
    meetings: '0',
    'answered-part': '9',
    'answered-whole': '10',
    report: '1',
    praise: '0',
    breach: '0',
    late: '0',
    lies: '0',
  };
  const total = (rest: Record<string, string>) => scored(set, { ...good, ...rest }).total;

  it('has nothing to remark but items over the cap of their field: 13 points under 10, 9 + 15 under 20', () => {
    expect(lint(set).map(({ code, params }) => [code, params['sum']])).toEqual([
      ['CAP_BELOW_PARTS', '13'],
      ['CAP_BELOW_PARTS', '24'],
    ]);
  });

  it.each<[string, Record<string, string>, string, string, string[]]>([
    ['rate × maximum to a quarter point', { 'answered-part': '7' }, '91.00', 'tot', ['noXS']],
    [
      'a rate that ends between quarters',
      { 'answered-part': '62', 'answered-whole': '67' },
      '97.75',
      'xs',
      [],
    ],
    [
      'nothing to answer gives all its points',
      { 'answered-part': 'nothing', 'answered-whole': 'nothing' },
      '100.00',
      'xs',
      [],
    ],
    ['bonus held to 10', { praise: '13' }, '107.00', 'xs', []],
    ['not above 110', { praise: '13', 'answered-part': '10' }, '110.00', 'xs', []],
    ['each deduction capped', { breach: '9' }, '88.00', 'kha', ['noTot']],
    ['all deductions capped at 20', { breach: '9', late: '9' }, '77.00', 'kha', ['noTot']],
    [
      'not below 0',
      { meetings: '30', report: '3', breach: '9', late: '9' },
      '0.00',
      'yeu',
      ['noXS', 'noTot', 'report'],
    ],
    ['one class down', { lies: '1' }, '97.00', 'tot', ['down1']],
    ['a cap first, then down', { lies: '1', breach: '3' }, '88.00', 'tb', ['noTot', 'down1']],
    ['again: the last class, and no lower', { lies: '2' }, '97.00', 'yeu', ['down1', 'worst']],
    ['the level that takes its whole criterion', { report: '3' }, '60.00', 'tb', ['noXS', 'report']],
    ['a gate that takes a field', { late: '10' }, '22.00', 'yeu', ['stop']],
  ])('%s', (_name, figures, shownPoints, classCode, gates) => {
    const result = total(figures);
    expect(result).toMatchObject({ shownPoints, classCode });
    expect(result.gates ?? []).toEqual(gates);
  });

  it('a gate whose figures are missing does not act, and says so', () => {
    const steps: TraceStep[] = [];
    const compiled = compileSet(set);
    const given = unit({ ...good, lies: 'missing' });
    const { scores } = scoreUnit(compiled, given);
    expect(compiled.total(scores, given, steps)).toMatchObject({ classCode: 'xs' });
    expect(steps).toContainEqual({ code: 'GATE_UNDECIDED', params: { gate: 'gate/down1' } });
  });

  it('tells how the class came about', () => {
    const steps: TraceStep[] = [];
    const compiled = compileSet(set);
    const given = unit({ ...good, lies: '1', breach: '3' });
    const { scores } = scoreUnit(compiled, given);
    compiled.total(scores, given, steps);
    const names = namesIn(set);
    expect(steps.map((step) => describeStep(step, 'vi', (key) => names[key]))).toEqual(
      expect.arrayContaining([
        'Điều kiện “Nhóm V dưới 32 điểm”: không xảy ra',
        'Xếp loại theo điểm 88: Loại tot',
        'Điều kiện “Có vi phạm” xảy ra: không xếp trên “Loại kha”',
        'Điều kiện “Minh chứng không trung thực” xảy ra: hạ 1 bậc xếp loại',
        'Xếp loại sau điều kiện: Loại tb',
      ]),
    );
  });

  it('the draft’s own faults are found: a gate announced without a number, a part over its cell', () => {
    const draft: CriteriaSetContent = {
      ...set,
      gates: set.gates.map(({ when: _when, ...gate }, index) =>
        index === 0 ? gate : { ...gate, when: _when },
      ),
    };
    expect(errors(draft)).toEqual(['GATE_UNQUANTIFIED']);
  });
});
