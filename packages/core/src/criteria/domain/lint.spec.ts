import { describe, expect, it } from '@jest/globals';
import type { CriteriaSetContent, CriteriaSetContentInput } from '@nhip/contracts';
import { criteriaSet, element, indicator } from '../../testing/criteria-set.js';
import { lint } from './lint.js';

type Content = CriteriaSetContentInput;
type Rest = Partial<Content>;

const found = (content: CriteriaSetContent): string[] =>
  lint(content).map(({ severity, path, code, params }) =>
    [
      severity,
      path.join('.'),
      code,
      ...Object.entries(params).map(([name, value]) => `${name}=${value}`),
    ].join(' '),
  );
const fields = (rest: object, criterion: object = {}): Content['fields'] => [
  {
    code: 'f',
    names: { vi: 'F' },
    criteria: [{ code: 'c', names: { vi: 'C' }, indicators: ['i'], ...criterion }],
    ...rest,
  },
];
const band = (from: string | null, to: string | null, points = '10') => ({ from, to, points });
const bands = (...all: ReturnType<typeof band>[]) => ({ rule: { type: 'bands' as const, bands: all } });
const classBand = (code: string, from: string | null, to: string | null) => ({
  code,
  names: { vi: code },
  from,
  to,
});
const posts = { shownAs: 'number' as const, numerator: { plus: ['n'] }, denominator: undefined };
const breaches = { ...posts, direction: 'lower' as const };

const part = (code: string, maxPoints: string): Part => ({
  code,
  names: { vi: code },
  numerator: { plus: ['i-part'] },
  denominator: { plus: ['i-whole'] },
  shownAs: 'percent',
  rule: { type: 'linear', full: '100' },
  maxPoints,
});
type Part = Extract<Content['indicators'][number]['rule'], { type: 'composed' }>['parts'][number];
const composed = (...parts: Part[]): Parameters<typeof indicator>[1] => ({
  rule: { type: 'composed', parts },
});
const composedElements: Rest = { dataElements: [element('i-part'), element('i-whole')] };
const levels = (...points: string[]) => ({
  aggregation: 'none' as const,
  rule: { type: 'levels' as const, levels: points.map((given) => ({ names: { vi: given }, points: given })) },
});
const tiers = [{ vi: 'Cao' }, { vi: 'Thấp' }];
type Planted = [string, Parameters<typeof indicator>[1], Rest, string[]];
type Effect = NonNullable<Content['gates']>[number]['effect'];
const gate = (effect: Effect): Rest => ({
  gates: [{ code: 'g', names: { vi: 'G' }, when: '[i-part] > 1', effect }],
});
type Quota = NonNullable<NonNullable<Content['classification']>['quotas']>[number];
const quota = (code: string, overflow: string): Quota => ({ class: code, share: '0.25', overflow });
const classified = (...quotas: Quota[]): Content['classification'] => ({
  bands: [classBand('c', null, '5'), classBand('a', '9', null), classBand('b', '5', '9')],
  quotas,
});

const watchedOnly = { rule: { type: 'threshold-only' as const }, maxPoints: '0', declaredPart: true };
const threshold = (code: string, value: string) => ({
  code,
  names: { vi: code },
  comparison: '<' as const,
  value,
});
const subCriterion = (code: string) => ({ code, names: { vi: code }, indicators: [] });
const emptyCriterion = subCriterion;
const atLeast = (code: string) => ({
  code,
  names: { vi: code },
  when: '[i-part] > 1',
  effect: { zero: 'total' as const },
});
const identity = (code: string, left = 'i-part', right = 'i-whole') => ({
  code,
  names: { vi: code },
  kind: 'parts' as const,
  left: { plus: [left] },
  comparison: '<=' as const,
  right: { plus: [right] },
});

describe('the linter of criteria sets', () => {
  it('has nothing to say about a good set', () => {
    expect(found(criteriaSet([indicator('i'), indicator('j')]))).toEqual([]);
  });

  it.each<Planted>([
    [
      'an unknown element',
      { numerator: { plus: ['i-part', 'typo'] } },
      { dataElements: [element('i-part'), element('i-whole')] },
      ['error indicators.0.numerator ELEMENT_UNKNOWN code=typo'],
    ],
    [
      'a weighted mean without a weight',
      { aggregation: 'weighted' },
      {},
      ['error indicators.0.aggregationWeight AGGREGATION_WEIGHT_MISSING'],
    ],
    [
      'a weight that is not there',
      { aggregation: 'weighted', aggregationWeight: 'typo' },
      {},
      ['error indicators.0.aggregationWeight ELEMENT_UNKNOWN code=typo'],
    ],
    [
      'nothing about a weight that no formula uses',
      { aggregation: 'weighted', aggregationWeight: 'dan-so' },
      { dataElements: [element('i-part'), element('i-whole'), element('dan-so')] },
      [],
    ],
    [
      'an element nobody uses',
      {},
      { dataElements: [element('i-part'), element('i-whole'), element('x')] },
      ['warning dataElements.2 ELEMENT_UNUSED code=x'],
    ],
    [
      'a tier without tiers',
      {},
      { dataElements: [element('i-part', { kind: 'text-tier' }), element('i-whole')] },
      ['error dataElements.0.tiers TIERS_MISSING code=i-part'],
    ],
    [
      'tiers of a count',
      {},
      { dataElements: [element('i-part', { tiers: [{ vi: 'A' }, { vi: 'B' }] }), element('i-whole')] },
      ['error dataElements.0.tiers TIERS_UNEXPECTED code=i-part'],
    ],
    [
      'a code twice',
      {},
      { dataElements: [element('i-part'), element('i-whole'), element('i-part')] },
      ['error dataElements.2.code CODE_TWICE code=i-part'],
    ],
    [
      'an unknown indicator in the tree',
      {},
      { fields: fields({}, { indicators: ['i', 'k'] }) },
      ['error fields.0.criteria.0.indicators.1 INDICATOR_UNKNOWN code=k'],
    ],
    [
      'an indicator outside the tree',
      {},
      { fields: fields({}, { indicators: [] }), totals: { maxPoints: '0' } },
      ['error indicators.0 INDICATOR_NOT_IN_TREE code=i'],
    ],
    [
      'an indicator at two places',
      {},
      {
        fields: fields({}, { subCriteria: [{ code: 's', names: { vi: 'S' }, indicators: ['i'] }] }),
        totals: { maxPoints: '20' },
      },
      ['error fields.0.criteria.0.subCriteria.0.indicators.0 INDICATOR_TWICE_IN_TREE code=i'],
    ],
    [
      'an unknown tie-break',
      {},
      { ranking: { tieBreaks: [{ field: 'zz' }, { indicator: 'k' }] } },
      [
        'error ranking.tieBreaks.0 FIELD_UNKNOWN code=zz',
        'error ranking.tieBreaks.1 INDICATOR_UNKNOWN code=k',
      ],
    ],
    [
      'a total that differs',
      {},
      { totals: { maxPoints: '10.5' } },
      ['error totals.maxPoints SUM_DIFFERS sum=10 declared=10.5'],
    ],
    [
      'a criterion that differs',
      {},
      { fields: fields({ maxPoints: '10' }, { maxPoints: '9' }) },
      ['error fields.0.criteria.0.maxPoints SUM_DIFFERS sum=10 declared=9'],
    ],
    [
      'a cap under its parts',
      {},
      { fields: fields({ kind: 'bonus', cap: '8' }), totals: { maxPoints: '0' } },
      ['warning fields.0.cap CAP_BELOW_PARTS sum=10 cap=8'],
    ],
    [
      'a bonus without a cap',
      {},
      { fields: fields({ kind: 'bonus' }), totals: { maxPoints: '0' } },
      ['error fields.0.cap CAP_MISSING'],
    ],
    [
      'totals the wrong way round',
      {},
      { totals: { maxPoints: '10', lowest: '11' } },
      ['error totals.lowest TOTALS_REVERSED lowest=11 highest=10'],
    ],
    [
      'an empty band',
      bands(band('80', '80')),
      {},
      ['error indicators.0.rule.bands.0 BAND_REVERSED from=80 to=80'],
    ],
    [
      'overlapping bands',
      bands(band('0', '60', '5'), band('50', null)),
      {},
      ['error indicators.0.rule.bands.1 BANDS_OVERLAP from=50'],
    ],
    [
      'two bands without limit',
      bands(band(null, null), band('50', null)),
      {},
      ['error indicators.0.rule.bands.1 BANDS_OVERLAP from=50'],
    ],
    [
      'a hole between bands',
      bands(band('0', '74', '5'), band('75', null)),
      {},
      ['warning indicators.0.rule.bands.1 BANDS_GAP from=74 to=75'],
    ],
    [
      'a band over the maximum',
      bands(band('0', null, '11')),
      {},
      ['error indicators.0.rule.bands.0.points BAND_POINTS_OUTSIDE points=11 max=10'],
    ],
    [
      'a maximum nobody reaches',
      bands(band('0', null, '9')),
      {},
      ['warning indicators.0.rule.bands MAX_NOT_REACHED max=10 points=9'],
    ],
    [
      'a class that takes no low total',
      {},
      { classification: { bands: [classBand('a', '1', null)] } },
      ['error classification.bands BANDS_GAP from=0 to=1'],
    ],
    [
      'a class that takes no full total',
      {},
      { classification: { bands: [classBand('a', null, '10')] } },
      ['error classification.bands BANDS_GAP from=10 to=+∞'],
    ],
    ['points without a maximum', { maxPoints: '0' }, {}, ['warning indicators.0.maxPoints MAX_MISSING']],
    [
      'a maximum without points',
      {
        rule: { type: 'threshold-only' },
        thresholds: [{ code: 't', names: { vi: 'T' }, comparison: '<', value: '1' }],
      },
      {},
      ['error indicators.0.maxPoints MAX_UNEXPECTED'],
    ],
    [
      'nothing to watch',
      { rule: { type: 'threshold-only' }, maxPoints: '0' },
      {},
      ['warning indicators.0.thresholds THRESHOLD_MISSING'],
    ],
    [
      'a span of nothing',
      { direction: 'lower', rule: { type: 'lower-is-better', fullAt: '5', zeroAt: '5' } },
      {},
      ['error indicators.0.rule RULE_SPAN_EMPTY from=5 to=5'],
    ],
    [
      'an external scale of nothing',
      { rule: { type: 'external', lowest: '10', highest: '1' } },
      {},
      ['error indicators.0.rule RULE_SPAN_EMPTY from=10 to=1'],
    ],
    [
      'a rule against its direction',
      { rule: { type: 'lower-is-better', fullAt: '0', zeroAt: '5' } },
      {},
      ['warning indicators.0.rule DIRECTION_DIFFERS'],
    ],
    [
      'a floor over the full value',
      { rule: { type: 'floor', full: '80', floor: '90' } },
      {},
      ['warning indicators.0.rule FLOOR_ABOVE_FULL floor=90 full=80'],
    ],
    [
      'a target without a number',
      { target: { unquantified: { vi: 'nâng cao' } } },
      {},
      ['warning indicators.0.target TARGET_UNQUANTIFIED'],
    ],
    [
      'a part of nothing',
      { ...posts, declaredPart: true },
      {},
      ['error indicators.0.declaredPart PARTS_NOT_DECLARED'],
    ],
    [
      'a deduction outside its field',
      { ...breaches, maxPoints: '0', rule: { type: 'deduction', perEvent: '1', from: 'zero' } },
      {},
      ['error fields.0 DEDUCTION_OUTSIDE code=i'],
    ],
    [
      'a bonus in a deduction field',
      {},
      { fields: fields({ kind: 'deduction', cap: '10' }), totals: { maxPoints: '0' } },
      ['error fields.0 DEDUCTION_RULE_EXPECTED code=i'],
    ],
    [
      'apples and pears',
      { numerator: { plus: ['i-part', 'x'] } },
      { dataElements: [element('i-part'), element('i-whole'), element('x', { measure: { vi: 'tin' } })] },
      ['warning indicators.0.numerator MEASURES_DIFFER measures=hồ sơ, tin'],
    ],
    [
      'a percentage of another measure',
      {},
      { dataElements: [element('i-part', { measure: { vi: 'tin' } }), element('i-whole')] },
      ['warning indicators.0 PERCENT_OF_DIFFERENT measures=tin, hồ sơ'],
    ],
    [
      'a percentage measured otherwise',
      { measure: { vi: 'tin/tháng' } },
      {},
      ['warning indicators.0.measure PERCENT_MEASURE measure=tin/tháng'],
    ],
    [
      'a rate without its parts',
      { denominator: undefined },
      {},
      ['warning indicators.0.denominator RATE_WITHOUT_PARTS'],
    ],
    ...(['rate', 'external-score', 'rank', 'text-tier'] as const).map((kind): Planted => [
      `the sum over units of a ${kind}`,
      { ...posts, rule: { type: 'linear', full: '2' } },
      { dataElements: [element('n', { kind, ...(kind === 'text-tier' && { tiers }) })] },
      ['warning indicators.0.aggregation NOT_SUMMABLE code=n'],
    ]),
    [
      'a declared sum of rates',
      { ...posts, measure: { vi: 'tin' }, aggregation: 'sum', denominator: { period: 'months' } },
      { dataElements: [element('n', { kind: 'rate' })] },
      ['warning indicators.0.aggregation NOT_SUMMABLE code=n'],
    ],
    [
      'no sum of rates where their mean is declared',
      { ...posts, aggregation: 'mean' },
      { dataElements: [element('n', { kind: 'rate' })] },
      [],
    ],
    [
      'no sum of rates in a ratio of sums',
      { ...posts, measure: { vi: 'tin' }, denominator: { period: 'months' } },
      { dataElements: [element('n', { kind: 'rate' })] },
      [],
    ],
    [
      'a sum of yes and no, which counts',
      { ...posts, rule: { type: 'linear', full: '1' } },
      { dataElements: [element('n', { kind: 'yes-no' })] },
      [],
    ],
    [
      'a band beyond every value',
      { ...bands(band('0', '100', '5'), band('100', '101'), band('101', null)), declaredPart: true },
      {},
      ['warning indicators.0.rule.bands.2 BAND_UNREACHABLE from=101 to=+∞ lowest=0 highest=100'],
    ],
    [
      'a band below every count',
      { ...posts, ...bands(band(null, '0', '5'), band('0', null)) },
      {},
      ['warning indicators.0.rule.bands.0 BAND_UNREACHABLE from=−∞ to=0 lowest=0 highest=+∞'],
    ],
    [
      'no band below differences',
      {
        ...posts,
        numerator: { plus: ['n'], minus: ['m'] },
        ...bands(band(null, '0', '5'), band('0', null)),
      },
      {},
      [],
    ],
    [
      'a band above yes',
      { ...posts, ...bands(band('0', '2', '5'), band('2', null)) },
      { dataElements: [element('n', { kind: 'yes-no' })] },
      ['warning indicators.0.rule.bands.1 BAND_UNREACHABLE from=2 to=+∞ lowest=0 highest=1'],
    ],
    [
      'a class above every total',
      {},
      { classification: { bands: [classBand('a', '11', null), classBand('b', null, '11')] } },
      ['warning classification.bands.0 CLASS_UNREACHABLE from=11 to=+∞ lowest=0 highest=10'],
    ],
    [
      'a class below every total',
      {},
      { classification: { bands: [classBand('a', '0', null), classBand('b', null, '0')] } },
      ['warning classification.bands.1 CLASS_UNREACHABLE from=−∞ to=0 lowest=0 highest=10'],
    ],
    [
      'parts under the maximum',
      composed(part('a', '6'), part('b', '3')),
      composedElements,
      ['error indicators.0.rule SUM_DIFFERS sum=9 declared=10'],
    ],
    [
      'parts over the maximum',
      composed(part('a', '6'), part('b', '5')),
      composedElements,
      ['warning indicators.0.rule CAP_BELOW_PARTS sum=11 cap=10'],
    ],
    [
      'a part twice, an unknown element in one, a rule that cannot work in the other',
      composed(
        { ...part('a', '5'), numerator: { plus: ['typo'] } },
        { ...part('a', '5'), rule: { type: 'lower-is-better' as const, fullAt: '5', zeroAt: '5' } },
      ),
      composedElements,
      [
        'error indicators.0.rule.parts.1.code CODE_TWICE code=a',
        'error indicators.0.rule.parts.0.numerator ELEMENT_UNKNOWN code=typo',
        'error indicators.0.rule.parts.1.rule RULE_SPAN_EMPTY from=5 to=5',
        'warning indicators.0.rule.parts.1.rule DIRECTION_DIFFERS',
      ],
    ],
    [
      'bands of a part over its maximum',
      composed({ ...part('a', '10'), ...bands(band('0', null, '11')) }),
      composedElements,
      ['error indicators.0.rule.parts.0.rule.bands.0.points BAND_POINTS_OUTSIDE points=11 max=10'],
    ],
    [
      'a part of a part of nothing',
      composed({
        ...part('a', '10'),
        shownAs: 'number' as const,
        denominator: undefined,
        declaredPart: true,
      }),
      composedElements,
      ['error indicators.0.rule.parts.0.declaredPart PARTS_NOT_DECLARED'],
    ],
    [
      'units that lack a figure of a part, in another measure',
      composed({ ...part('a', '10'), numerator: { plus: ['x'] } }),
      {
        dataElements: [
          ...(composedElements.dataElements ?? []),
          element('x', { unitTypes: ['ward'], measure: { vi: 'tin' } }),
        ],
      },
      [
        'warning indicators.0.unitTypes APPLICABILITY_HOLE code=x',
        'warning indicators.0.rule.parts.0 PERCENT_OF_DIFFERENT measures=tin, hồ sơ',
      ],
    ],
    [
      'levels over the maximum',
      { ...posts, ...levels('11', '5') },
      {},
      ['error indicators.0.rule.levels.0.points POINTS_OUTSIDE points=11 max=10'],
    ],
    [
      'levels that never reach it',
      { ...posts, ...levels('9', '5') },
      {},
      ['warning indicators.0.rule.levels MAX_NOT_REACHED max=10 points=9'],
    ],
    ['levels of a rate', { ...levels('10', '5') }, {}, ['error indicators.0.rule.levels LEVELS_NOT_A_PLACE']],
    [
      'levels of an amount',
      { ...posts, ...levels('10', '5') },
      { dataElements: [element('n', { kind: 'amount' })] },
      ['error indicators.0.rule.levels LEVELS_NOT_A_PLACE'],
    ],
    [
      'more tiers than levels',
      { ...posts, ...levels('10', '5') },
      {
        dataElements: [element('n', { kind: 'text-tier', tiers: [{ vi: 'A' }, { vi: 'B' }, { vi: 'C' }] })],
      },
      ['error indicators.0.rule.levels LEVELS_TIERS_DIFFER code=n levels=2 tiers=3'],
    ],
    [
      'as many tiers as levels',
      { ...posts, ...levels('10', '5') },
      { dataElements: [element('n', { kind: 'text-tier', tiers: [{ vi: 'A' }, { vi: 'B' }] })] },
      [],
    ],
    [
      'relative points over the maximum',
      { rule: { type: 'relative-min-max', lowestPoints: '11', whenEqual: '10.5' } },
      {},
      [
        'error indicators.0.rule.lowestPoints POINTS_OUTSIDE points=11 max=10',
        'error indicators.0.rule.whenEqual POINTS_OUTSIDE points=10.5 max=10',
      ],
    ],
    [
      'points alone over the maximum',
      { rule: { type: 'relative-rank', whenAlone: '10.01' } },
      {},
      ['error indicators.0.rule.whenAlone POINTS_OUTSIDE points=10.01 max=10'],
    ],
    ['points alone at the maximum', { rule: { type: 'relative-rank', whenAlone: '10' } }, {}, []],
    [
      'a gate without a condition',
      {},
      { gates: [{ code: 'g', names: { vi: 'G' }, effect: { zero: 'total' } }] },
      ['error gates.0.when GATE_UNQUANTIFIED code=g'],
    ],
    ['a gate on nothing', {}, gate({ zero: 'field' }), ['error gates.0.effect GATE_WITHOUT_TARGET code=g']],
    [
      'a gate on an unknown field',
      {},
      gate({ zero: 'field', of: 'c' }),
      ['error gates.0.effect.of FIELD_UNKNOWN code=c'],
    ],
    [
      'a gate on an unknown criterion',
      {},
      gate({ zero: 'criterion', of: 'f' }),
      ['error gates.0.effect.of CRITERION_UNKNOWN code=f'],
    ],
    [
      'a gate on one of two criteria',
      {},
      {
        ...gate({ zero: 'criterion', of: 'c' }),
        fields: fields({}, { subCriteria: [{ code: 'c', names: { vi: 'C' }, indicators: [] }] }),
      },
      ['error gates.0.effect.of CRITERION_AMBIGUOUS code=c'],
    ],
    [
      'a gate on an unknown indicator',
      {},
      gate({ zero: 'indicator', of: 'k' }),
      ['error gates.0.effect.of INDICATOR_UNKNOWN code=k'],
    ],
    ['gates that are right', {}, gate({ zero: 'indicator', of: 'i' }), []],
    ['a gate on a criterion that is right', {}, gate({ zero: 'criterion', of: 'criterion' }), []],
    ['a gate on a field that is right', {}, gate({ zero: 'field', of: 'field' }), []],
    [
      'a gate without classes to move in',
      {},
      gate({ down: 1 }),
      ['error gates.0.effect CLASSES_MISSING code=g'],
    ],
    [
      'a gate on an unknown class',
      {},
      { ...gate({ atMost: 'z' }), classification: classified() },
      ['error gates.0.effect.atMost CLASS_UNKNOWN code=z'],
    ],
    [
      'a gate that stops nobody',
      {},
      { ...gate({ atMost: 'a' }), classification: classified() },
      ['warning gates.0.effect.atMost GATE_WITHOUT_EFFECT code=g class=a'],
    ],
    ['a gate that stops somebody', {}, { ...gate({ atMost: 'b' }), classification: classified() }, []],
    [
      'a quota of an unknown class',
      {},
      { classification: classified(quota('z', 'y')) },
      [
        'error classification.quotas.0.class CLASS_UNKNOWN code=z',
        'error classification.quotas.0.overflow CLASS_UNKNOWN code=y',
      ],
    ],
    [
      'a quota that overflows upwards',
      {},
      { classification: classified(quota('b', 'a')) },
      ['error classification.quotas.0.overflow QUOTA_OVERFLOW_HIGHER class=b overflow=a'],
    ],
    [
      'a quota twice',
      {},
      { classification: classified(quota('a', 'b'), quota('a', 'c')) },
      ['error classification.quotas.1.class QUOTA_TWICE class=a'],
    ],
    [
      'a quota nobody ranks for',
      {},
      { classification: classified({ ...quota('a', 'b'), within: 'administration' }) },
      ['error classification.quotas.0.within QUOTA_NOT_RANKED'],
    ],
    [
      'a quota of groups within a ranking of all',
      {},
      { classification: classified(quota('a', 'b')), ranking: { within: 'administration' } },
      [],
    ],
    [
      'a quota without ranking',
      {},
      { classification: classified(quota('a', 'b')), ranking: { within: 'none' } },
      ['error classification.quotas.0.within QUOTA_NOT_RANKED'],
    ],
    [
      'units that lack a figure',
      {},
      { dataElements: [element('i-part', { unitTypes: ['ward'] }), element('i-whole')] },
      ['warning indicators.0.unitTypes APPLICABILITY_HOLE code=i-part'],
    ],
    [
      'codes twice, wherever they are',
      {},
      {
        indicators: [indicator('i'), indicator('i')],
        checks: [identity('k'), identity('k')],
        gates: [atLeast('g'), atLeast('g')],
        classification: { bands: [classBand('a', '5', null), classBand('a', null, '5')] },
        fields: [
          ...fields({}, { subCriteria: [subCriterion('s'), subCriterion('s')] }),
          { code: 'f', names: { vi: 'F' }, criteria: [emptyCriterion('d'), emptyCriterion('d')] },
        ],
      },
      [
        'error indicators.1.code CODE_TWICE code=i',
        'error checks.1.code CODE_TWICE code=k',
        'error fields.1.code CODE_TWICE code=f',
        'error classification.bands.1.code CODE_TWICE code=a',
        'error gates.1.code CODE_TWICE code=g',
        'error fields.0.criteria.0.subCriteria.1.code CODE_TWICE code=s',
        'error fields.1.criteria.1.code CODE_TWICE code=d',
      ],
    ],
    [
      'unknown elements of a denominator and of a check',
      { denominator: { plus: ['typo'] } },
      { dataElements: [element('i-part')], checks: [identity('k', 'left', 'right')] },
      [
        'error indicators.0.denominator ELEMENT_UNKNOWN code=typo',
        'error checks.0.left ELEMENT_UNKNOWN code=left',
        'error checks.0.right ELEMENT_UNKNOWN code=right',
      ],
    ],
    [
      'an indicator without points outside the tree',
      { maxPoints: '0.00' },
      { fields: fields({}, { indicators: [] }) },
      ['warning indicators.0 INDICATOR_NOT_IN_TREE code=i', 'warning indicators.0.maxPoints MAX_MISSING'],
    ],
    [
      'nothing in tie-breaks that are known',
      {},
      { fields: fields({}), ranking: { tieBreaks: [{ field: 'f' }, { indicator: 'i' }] } },
      [],
    ],
    [
      'a known tie-break among others that are not asked for',
      {},
      {
        indicators: [
          indicator('i'),
          indicator('j', { numerator: { plus: ['i-part'] }, denominator: { plus: ['i-whole'] } }),
        ],
        fields: fields({}, { indicators: ['i', 'j'] }),
        totals: { maxPoints: '20' },
        ranking: { tieBreaks: [{ indicator: 'j' }] },
      },
      [],
    ],
    [
      'a deduction whose cap is not its maximum',
      { ...breaches, rule: { type: 'deduction', perEvent: '1', from: 'zero', cap: '8' } },
      { fields: fields({ kind: 'deduction', cap: '8' }), totals: { maxPoints: '0' } },
      ['warning indicators.0.rule.cap DEDUCTION_CAP_DIFFERS cap=8 max=10'],
    ],
    [
      'nothing in one whose cap is its maximum',
      { ...breaches, rule: { type: 'deduction', perEvent: '1', from: 'zero', cap: '10' } },
      { fields: fields({ kind: 'deduction', cap: '10' }), totals: { maxPoints: '0' } },
      [],
    ],
    [
      'nothing in one with a cap and no maximum',
      { ...breaches, maxPoints: '0', rule: { type: 'deduction', perEvent: '1', from: 'zero', cap: '8' } },
      { fields: fields({ kind: 'deduction', cap: '8' }), totals: { maxPoints: '0' } },
      [],
    ],
    [
      'nothing in a deduction from the maximum, whatever it takes at most',
      { ...breaches, rule: { type: 'deduction', perEvent: '1', from: 'max', cap: '8' } },
      {},
      [],
    ],
    [
      'a deduction from no maximum',
      { ...breaches, maxPoints: '0', rule: { type: 'deduction', perEvent: '1', from: 'max' } },
      {},
      ['warning indicators.0.maxPoints MAX_MISSING'],
    ],
    ['nothing in a floor at the full value', { rule: { type: 'floor', full: '80', floor: '80' } }, {}, []],
    [
      'nothing in a target alone to be watched',
      { rule: { type: 'threshold-only' }, maxPoints: '0', target: { comparison: '>=', value: '90' } },
      {},
      [],
    ],
    [
      'a sub-criterion and a criterion that differ',
      {},
      {
        fields: fields(
          {},
          {
            indicators: [],
            maxPoints: '11',
            subCriteria: [{ code: 's', names: { vi: 'S' }, indicators: ['i'], maxPoints: '9' }],
          },
        ),
      },
      [
        'error fields.0.criteria.0.maxPoints SUM_DIFFERS sum=10 declared=11',
        'error fields.0.criteria.0.subCriteria.0.maxPoints SUM_DIFFERS sum=10 declared=9',
      ],
    ],
    [
      'a base field that counts only up to its cap',
      {},
      { fields: fields({ cap: '8' }), totals: { maxPoints: '8' } },
      ['warning fields.0.cap CAP_BELOW_PARTS sum=10 cap=8'],
    ],
    ['nothing in a cap at or above its parts', {}, { fields: fields({ cap: '10' }) }, []],
    [
      'the sum of a field under a higher cap',
      {},
      { fields: fields({ cap: '12' }), totals: { maxPoints: '12' } },
      ['error totals.maxPoints SUM_DIFFERS sum=10 declared=12'],
    ],
    [
      'nothing in parts that make the maximum',
      composed(part('a', '6'), part('b', '4')),
      composedElements,
      [],
    ],
    [
      'a negative band',
      bands(band('0', '50', '-1'), band('50', null)),
      {},
      ['error indicators.0.rule.bands.0.points BAND_POINTS_OUTSIDE points=-1 max=10'],
    ],
    [
      'only the band outside where none reaches the maximum',
      bands(band('0', '50', '-1'), band('50', null, '9')),
      {},
      ['error indicators.0.rule.bands.0.points BAND_POINTS_OUTSIDE points=-1 max=10'],
    ],
    [
      'a band without a lower limit over another',
      bands(band('0', '50'), band(null, null)),
      {},
      ['error indicators.0.rule.bands.0 BANDS_OVERLAP from=0'],
    ],
    [
      'two bands without a lower limit',
      bands(band(null, '50', '5'), band(null, '60')),
      {},
      ['error indicators.0.rule.bands.1 BANDS_OVERLAP from=−∞'],
    ],
    [
      'values below the first band and above the last',
      bands(band('10', '50', '5'), band('50', '90')),
      {},
      [
        'warning indicators.0.rule.bands BANDS_GAP from=0 to=10',
        'warning indicators.0.rule.bands BANDS_GAP from=90 to=+∞',
      ],
    ],
    [
      'the highest value left out by a half-open band',
      { ...bands(band('50', '100'), band('0', '50', '5')), declaredPart: true },
      {},
      ['warning indicators.0.rule.bands BANDS_GAP from=100 to=+∞'],
    ],
    [
      'nothing in bands that end above the highest value',
      { ...bands(band('50', '100.01'), band('0', '50', '5')), declaredPart: true },
      {},
      [],
    ],
    [
      'negative values of a difference below the first band',
      { ...bands(band('0', null)), numerator: { plus: ['i-part'], minus: ['i-whole'] } },
      {},
      ['warning indicators.0.rule.bands BANDS_GAP from=−∞ to=0'],
    ],
    [
      'points that fall while higher is better',
      bands(band('50', null, '5'), band(null, '20'), band('20', '50')),
      {},
      ['warning indicators.0.rule DIRECTION_DIFFERS'],
    ],
    [
      'points that rise while lower is better',
      { ...bands(band('50', null), band(null, '50', '5')), direction: 'lower' as const },
      {},
      ['warning indicators.0.rule DIRECTION_LOWER_DIFFERS'],
    ],
    [
      'nothing in points that fall where lower is better',
      { ...bands(band('50', null, '5'), band(null, '50')), direction: 'lower' as const },
      {},
      [],
    ],
    ...(['higher', 'lower'] as const).map((direction): Planted => [
      `nothing in points that rise and fall, ${direction}`,
      { ...bands(band(null, '20', '5'), band('20', '50'), band('50', null, '5')), direction },
      {},
      [],
    ]),
    ...(['higher', 'lower'] as const).map((direction): Planted => [
      `nothing in a single band, ${direction}`,
      { ...bands(band(null, null)), direction },
      {},
      [],
    ]),
    ...(
      [
        { type: 'linear', full: '100' },
        { type: 'saturating', target: '80' },
        { type: 'floor', full: '100', floor: '80' },
        { type: 'bonus', perEvent: '1' },
      ] as const
    ).map((rule): Planted => [
      `a rising rule while lower is better: ${rule.type}`,
      { rule, direction: 'lower' as const },
      {},
      ['warning indicators.0.rule DIRECTION_LOWER_DIFFERS'],
    ]),
    [
      'a percentage that is not multiplied by 100',
      { shownAs: 'number' as const },
      {},
      ['warning indicators.0.measure PERCENT_NOT_SHOWN'],
    ],
    [
      'what a percentage must reach written as a part of 1',
      { rule: { type: 'floor' as const, full: '1', floor: '0.8' } },
      {},
      [
        'warning indicators.0.rule.full PERCENT_AS_PART value=1 percent=100',
        'warning indicators.0.rule.floor PERCENT_AS_PART value=0.8 percent=80',
      ],
    ],
    [
      'a target of a percentage written as a part of 1',
      { rule: { type: 'saturating' as const, target: '0.8' } },
      {},
      ['warning indicators.0.rule.target PERCENT_AS_PART value=0.8 percent=80'],
    ],
    [
      'a full value of a percentage written as a part of 1',
      { rule: { type: 'linear' as const, full: '1' } },
      {},
      ['warning indicators.0.rule.full PERCENT_AS_PART value=1 percent=100'],
    ],
    [
      'nothing in a floor of 0 and a full value just above 1 %',
      { rule: { type: 'floor' as const, full: '1.01', floor: '0' } },
      {},
      [],
    ],
    [
      'nothing in a part of 1 that is no percentage',
      { ...posts, measure: { vi: 'tin' }, rule: { type: 'linear' as const, full: '1' } },
      {},
      [],
    ],
    [
      'a target written as a part of 1',
      { ...watchedOnly, target: { comparison: '>=', value: '0.9' } },
      {},
      ['warning indicators.0.target.value PERCENT_AS_PART value=0.9 percent=90'],
    ],
    ...(
      [
        ['>', '0.5', true],
        ['=', '1', true],
        ['>=', '1.1', false],
        ['>', '0', false],
        ['<=', '0.9', false],
        ['<', '0.9', false],
      ] as const
    ).map(([comparison, value, warned]): Planted => [
      `${warned ? 'a limit written as a part of 1' : 'nothing'} in all or nothing at ${comparison} ${value} %`,
      {
        direction: comparison.startsWith('<') ? 'lower' : 'higher',
        rule: { type: 'all-or-nothing', comparison, value },
      },
      {},
      warned
        ? [
            `warning indicators.0.rule.value PERCENT_AS_PART value=${value} percent=${value === '1' ? '100' : '50'}`,
          ]
        : [],
    ]),
    [
      'nothing in a target of at most 1 %',
      { ...watchedOnly, target: { comparison: '<=', value: '1' } },
      {},
      [],
    ],
    ['nothing in a threshold below 1 %', { ...watchedOnly, thresholds: [threshold('t', '0.9')] }, {}, []],
    [
      'bands written as parts of 1',
      bands(band('0.9', null), band(null, '0.5', '0'), band('0.5', '0.9', '5')),
      {},
      ['warning indicators.0.rule.bands PERCENT_AS_PART value=0.9 percent=90'],
    ],
    [
      'nothing in bands of which one goes over 1 %',
      bands(band(null, '0.5', '0'), band('0.5', '2', '5'), band('2', null)),
      {},
      [],
    ],
    [
      'nothing in bands below 1 % where lower is better',
      { ...bands(band(null, '0.5'), band('0.5', '1', '5'), band('1', null, '0')), direction: 'lower' },
      {},
      [],
    ],
    [
      'what a rate without parts must reach written as a part of 1',
      { ...posts, aggregation: 'mean', rule: { type: 'saturating', target: '0.8' } },
      { dataElements: [element('n', { kind: 'rate' })] },
      ['warning indicators.0.rule.target PERCENT_AS_PART value=0.8 percent=80'],
    ],
    [
      'nothing in a rate over something',
      {
        ...posts,
        measure: { vi: 'tin' },
        aggregation: 'mean',
        denominator: { period: 'months' },
        rule: { type: 'saturating', target: '0.8' },
      },
      { dataElements: [element('n', { kind: 'rate' })] },
      [],
    ],
    ...(['max', 'zero'] as const).map((from): Planted => [
      `a deduction from ${from} of what is better the higher it is`,
      { ...posts, rule: { type: 'deduction', perEvent: '1', from } },
      from === 'max' ? {} : { fields: fields({ kind: 'deduction', cap: '10' }), totals: { maxPoints: '0' } },
      ['warning indicators.0.rule DIRECTION_DIFFERS'],
    ]),
    [
      'all or nothing from a value up of what is better the lower it is',
      { ...posts, direction: 'lower', rule: { type: 'all-or-nothing', comparison: '>', value: '5' } },
      {},
      ['warning indicators.0.rule DIRECTION_LOWER_DIFFERS'],
    ],
    [
      'all or nothing up to a value of what is better the higher it is',
      { ...posts, rule: { type: 'all-or-nothing', comparison: '<=', value: '5' } },
      {},
      ['warning indicators.0.rule DIRECTION_DIFFERS'],
    ],
    ...(['higher', 'lower'] as const).map((direction): Planted => [
      `nothing in all or nothing at one value, ${direction}`,
      { ...posts, direction, rule: { type: 'all-or-nothing', comparison: '=', value: '5' } },
      {},
      [],
    ]),
    [
      'a published score of what is better the lower it is',
      { ...posts, direction: 'lower', rule: { type: 'external', lowest: '0', highest: '10' } },
      {},
      ['warning indicators.0.rule DIRECTION_LOWER_DIFFERS'],
    ],
    [
      'deductions over the cap of their field, whose limit stands in the rule only',
      {
        ...breaches,
        maxPoints: '0',
        weight: '2',
        rule: { type: 'deduction', perEvent: '1', from: 'zero', cap: '8' },
      },
      { fields: fields({ kind: 'deduction', cap: '10' }), totals: { maxPoints: '0' } },
      ['warning fields.0.cap CAP_BELOW_PARTS sum=16 cap=10'],
    ],
    [
      'nothing in a cap over deductions without a limit',
      { ...breaches, maxPoints: '0', rule: { type: 'deduction', perEvent: '1', from: 'zero' } },
      { fields: fields({ kind: 'deduction', cap: '10' }), totals: { maxPoints: '0' } },
      [],
    ],
    [
      'a cap that bonus points never come to',
      {},
      { fields: fields({ kind: 'bonus', cap: '12' }), totals: { maxPoints: '0' } },
      ['warning fields.0.cap CAP_ABOVE_PARTS sum=10 cap=12'],
    ],
    [
      'totals that end below the maximum',
      {},
      { totals: { maxPoints: '10', highest: '9.5' } },
      ['warning totals.highest TOTALS_CUT highest=9.5 max=10'],
    ],
    ['nothing in totals that end at the maximum', {}, { totals: { maxPoints: '10', highest: '10' } }, []],
    [
      'a class above what base and bonus points come to, whatever the highest total',
      {},
      {
        totals: { maxPoints: '10', highest: '110' },
        classification: { bands: [classBand('a', '11', null), classBand('b', null, '11')] },
      },
      ['warning classification.bands.0 CLASS_UNREACHABLE from=11 to=+∞ lowest=0 highest=10'],
    ],
    [
      'a class below zero where nothing is taken',
      {},
      {
        totals: { maxPoints: '10', lowest: '-20' },
        classification: { bands: [classBand('a', '0', null), classBand('b', null, '0')] },
      },
      ['warning classification.bands.1 CLASS_UNREACHABLE from=−∞ to=0 lowest=0 highest=10'],
    ],
    [
      'a check of different measures',
      {},
      {
        dataElements: [element('i-part'), element('i-whole'), element('n', { measure: { vi: 'tin' } })],
        checks: [identity('k', 'i-part', 'n')],
      },
      ['warning checks.0.right MEASURES_COMPARED measures=hồ sơ, tin'],
    ],
    [
      'only the side of different measures where one is',
      {},
      {
        dataElements: [element('i-part'), element('i-whole'), element('n', { measure: { vi: 'tin' } })],
        checks: [{ ...identity('k'), left: { plus: ['i-part', 'n'] } }],
      },
      ['warning checks.0.left MEASURES_DIFFER measures=hồ sơ, tin'],
    ],
    [
      'nothing in a check against a number',
      {},
      { checks: [{ ...identity('k'), right: { constant: '0' } }] },
      [],
    ],
    [
      'rates that would be summed over the months',
      { ...posts, aggregation: 'mean' },
      { dataElements: [element('n', { kind: 'rate', frequency: 'monthly' })] },
      ['warning dataElements.0.frequency MONTHS_NOT_SUMMABLE code=n'],
    ],
    ['nothing in counts of months', posts, { dataElements: [element('n', { frequency: 'monthly' })] }, []],
    [
      'types of units that there are none of, wherever they stand',
      {
        unitTypes: ['Phường', 'xa'],
        ...watchedOnly,
        thresholds: [{ ...threshold('t', '9'), unitTypes: ['comune'] }],
      },
      {
        dataElements: [element('i-part', { unitTypes: ['ward', 'x'] }), element('i-whole')],
        checks: [{ ...identity('k'), unitTypes: ['xã'] }],
      },
      [
        'warning dataElements.0.unitTypes UNIT_TYPE_UNKNOWN code=x suggestion=',
        'warning checks.0.unitTypes UNIT_TYPE_UNKNOWN code=xã suggestion=commune',
        'warning indicators.0.unitTypes UNIT_TYPE_UNKNOWN code=Phường suggestion=ward',
        'warning indicators.0.unitTypes UNIT_TYPE_UNKNOWN code=xa suggestion=',
        'warning indicators.0.thresholds.0.unitTypes UNIT_TYPE_UNKNOWN code=comune suggestion=commune',
        'warning indicators.0.unitTypes APPLICABILITY_HOLE code=i-part',
      ],
    ],
    [
      'a threshold twice',
      { ...watchedOnly, thresholds: [threshold('t', '9'), threshold('u', '8'), threshold('t', '7')] },
      {},
      ['error indicators.0.thresholds.2.code CODE_TWICE code=t'],
    ],
    ...['0', '1 = 1', 'min(1, 2) > 3'].map((when): Planted => [
      `a gate whose condition asks for nothing: ${when}`,
      {},
      { gates: [{ ...atLeast('g'), when }] },
      ['error gates.0.when GATE_ASKS_NOTHING code=g'],
    ]),
    ...['months() > 3', 'count() > 3', '1 < points([i])'].map((when): Planted => [
      `nothing in a gate on ${when}`,
      {},
      { gates: [{ ...atLeast('g'), when }] },
      [],
    ]),
    [
      'points whose steps never come to the maximum',
      { pointsRounding: { mode: 'step', step: '0.3', direction: 'nearest' } },
      {},
      ['warning indicators.0.pointsRounding MAX_NOT_REACHED max=10 points=9.9'],
    ],
    [
      'points of a part that are cut below its maximum',
      composed({ ...part('a', '2.5'), pointsRounding: { mode: 'truncate', dp: 0 } }, part('b', '7.5')),
      composedElements,
      ['warning indicators.0.rule.parts.0.pointsRounding MAX_NOT_REACHED max=2.5 points=2'],
    ],
    [
      'nothing in steps that come to the maximum, or over it',
      { maxPoints: '9.9', pointsRounding: { mode: 'step', step: '0.25', direction: 'up' } },
      { totals: { maxPoints: '9.9' } },
      [],
    ],
    [
      'nothing in quarters of ten',
      { pointsRounding: { mode: 'step', step: '0.25', direction: 'down' } },
      {},
      [],
    ],
    [
      'nothing in bands from zero of a formula that cannot come below it',
      { ...posts, numerator: { formula: '[n] * 2' }, ...bands(band('0', '5', '5'), band('5', null)) },
      { dataElements: [element('n')] },
      [],
    ],
    [
      'nothing in bands that meet, in any order',
      bands(band('50', null), band(null, '20', '1'), band('20', '50', '5')),
      {},
      [],
    ],
    [
      'nothing in classes from the lowest total to above the highest',
      {},
      { classification: { bands: [classBand('a', '5', '10.01'), classBand('b', '0', '5')] } },
      [],
    ],
    [
      'a highest class that ends below the highest total',
      {},
      { classification: { bands: [classBand('b', '0', '5'), classBand('a', '5', '9')] } },
      ['error classification.bands BANDS_GAP from=9 to=+∞'],
    ],
    [
      'a hole between classes',
      {},
      { classification: { bands: [classBand('a', '6', null), classBand('b', null, '5')] } },
      ['error classification.bands.0 BANDS_GAP from=5 to=6'],
    ],
    [
      'nothing in levels worked out by a formula',
      { ...posts, numerator: { formula: '[n]' }, ...levels('10', '5') },
      { dataElements: [element('n')] },
      [],
    ],
    [
      'levels of a formula over a whole',
      {
        ...posts,
        measure: { vi: 'tin' },
        numerator: { formula: '[n]' },
        denominator: { plus: ['n'] },
        ...levels('10', '5'),
      },
      { dataElements: [element('n')] },
      ['error indicators.0.rule.levels LEVELS_NOT_A_PLACE'],
    ],
    [
      'levels of a constant',
      { ...posts, numerator: { constant: '1' }, ...levels('10', '5') },
      { dataElements: [element('z')], checks: [identity('k', 'z', 'z')] },
      ['error indicators.0.rule.levels LEVELS_NOT_A_PLACE'],
    ],
    [
      'levels of two figures',
      { ...posts, numerator: { plus: ['n', 'm'] }, ...levels('10', '5') },
      {},
      ['error indicators.0.rule.levels LEVELS_NOT_A_PLACE'],
    ],
    [
      'levels of a figure that is not the first of the set',
      { ...posts, numerator: { plus: ['n'] }, ...levels('10', '5') },
      {
        dataElements: [
          element('n2', { kind: 'amount' }),
          element('n', { kind: 'text-tier', tiers: [{ vi: 'A' }, { vi: 'B' }, { vi: 'C' }] }),
        ],
        checks: [identity('k', 'n2', 'n2')],
      },
      ['error indicators.0.rule.levels LEVELS_TIERS_DIFFER code=n levels=2 tiers=3'],
    ],
    [
      'levels of a figure nobody knows',
      { ...posts, numerator: { plus: ['n'] }, ...levels('10', '5') },
      { dataElements: [element('z')], checks: [identity('k', 'z', 'z')] },
      ['error indicators.0.numerator ELEMENT_UNKNOWN code=n'],
    ],
    ['nothing in a number measured in anything', { ...posts, measure: { vi: 'tin' } }, {}, []],
    [
      'only what is added where a whole is of two measures',
      { denominator: { plus: ['i-whole', 'x'] } },
      { dataElements: [element('i-part'), element('i-whole'), element('x', { measure: { vi: 'tin' } })] },
      ['warning indicators.0.denominator MEASURES_DIFFER measures=hồ sơ, tin'],
    ],
    [
      'units that lack a figure of the whole',
      { unitTypes: ['ward', 'commune'] },
      { dataElements: [element('i-part'), element('i-whole', { unitTypes: ['ward'] })] },
      ['warning indicators.0.unitTypes APPLICABILITY_HOLE code=i-whole'],
    ],
    [
      'units that lack a figure that another is worked out from',
      {},
      {
        dataElements: [
          element('i-part', { formula: '[x] * 2' }),
          element('i-whole'),
          element('x', { unitTypes: ['ward'] }),
        ],
      },
      ['warning indicators.0.unitTypes APPLICABILITY_HOLE code=x'],
    ],
    [
      'a quota that overflows into its own class',
      {},
      { classification: classified(quota('b', 'b')) },
      ['error classification.quotas.0.overflow QUOTA_OVERFLOW_HIGHER class=b overflow=b'],
    ],
    [
      'nothing in quotas of different classes',
      {},
      { classification: classified(quota('a', 'b'), quota('b', 'c')) },
      [],
    ],
  ])('finds %s', (_name, rest, content, expected) => {
    expect(found(criteriaSet([indicator('i', rest)], content))).toEqual(expected);
  });

  it('finds the part of 766 that a source writes without its cap: 6 + 2 + 2,5 are not 10', () => {
    const payment = criteriaSet(
      [
        indicator('a', { maxPoints: '6' }),
        indicator('b', { maxPoints: '2' }),
        indicator('c', { maxPoints: '2.5' }),
      ],
      { totals: { maxPoints: '10' } },
    );
    expect(lint(payment)).toMatchObject([
      { severity: 'error', code: 'SUM_DIFFERS', params: { sum: '10.5', declared: '10' } },
    ]);
  });

  it('names errors before warnings', () => {
    const content = criteriaSet([indicator('i', { target: { unquantified: { vi: 'nâng cao' } } })], {
      totals: { maxPoints: '11' },
    });
    expect(lint(content).map(({ severity }) => severity)).toEqual(['error', 'warning']);
  });

  it('does not speak of units that all have the figure', () => {
    const wards = { unitTypes: ['ward'] };
    const content = criteriaSet([indicator('i', wards)], {
      dataElements: [element('i-part', wards), element('i-whole')],
    });
    expect(found(content)).toEqual([]);
  });
});
