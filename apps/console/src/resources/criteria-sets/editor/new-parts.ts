import type {
  CriteriaSetContent,
  CriteriaSetContentInput,
  Expression,
  Indicator,
  Rule,
  RulePart,
} from '@nhip/contracts';
import { codesOf, freeCode, valueAt, withInserted, withValue, within } from './content-path.js';
import { treeOf, type Moved } from './content-tree.js';

type SimpleRule = RulePart['rule'];

const policies = {
  zeroDenominator: 'error',
  missing: 'zero',
  notApplicable: 'reweight',
  nothingOccurred: 'as-zero',
} as const;
const halfUp = { mode: 'half-up', dp: 2 } as const;
const constant: Expression = { constant: '0' };

/** A rule of a kind as it begins; what the one before says of the same thing is kept. */
export function newRule(type: Rule['type'], before: object): Rule {
  const fresh: Readonly<Record<Rule['type'], Rule>> = {
    'all-or-nothing': { type: 'all-or-nothing', comparison: '>=', value: '100' },
    bands: {
      type: 'bands',
      on: 'exact',
      bands: [
        { from: null, to: '50', points: '0' },
        { from: '50', to: null, points: '1' },
      ],
    },
    linear: { type: 'linear', full: '100' },
    saturating: { type: 'saturating', target: '100' },
    floor: { type: 'floor', full: '100', floor: '50' },
    'lower-is-better': { type: 'lower-is-better', fullAt: '0', zeroAt: '100' },
    deduction: { type: 'deduction', perEvent: '1', from: 'max' },
    bonus: { type: 'bonus', perEvent: '1' },
    external: { type: 'external', lowest: '0', highest: '100' },
    levels: {
      type: 'levels',
      levels: [
        { names: { vi: 'Đạt', en: 'Met' }, points: '1' },
        { names: { vi: 'Không đạt', en: 'Not met' }, points: '0' },
      ],
    },
    composed: { type: 'composed', parts: [newPart([])] },
    'relative-min-max': { type: 'relative-min-max', lowestPoints: '0', whenEqual: '0', within: 'peer-group' },
    'relative-rank': { type: 'relative-rank', whenAlone: '0', within: 'peer-group' },
    appraised: { type: 'appraised' },
    'threshold-only': { type: 'threshold-only' },
  };
  const rule = fresh[type];
  const shared = Object.entries(before).filter(([key]) => key !== 'type' && key in rule);
  return { ...rule, ...Object.fromEntries(shared) };
}

export const newPart = (taken: readonly string[]): RulePart => ({
  code: freeCode('phan', taken),
  names: { vi: 'Thành phần mới', en: 'New part' },
  numerator: constant,
  shownAs: 'number',
  rounding: halfUp,
  declaredPart: false,
  policies,
  rule: { type: 'linear', full: '100' } satisfies SimpleRule,
  maxPoints: '0',
});

const newIndicator = (code: string): Indicator => ({
  code,
  names: { vi: 'Chỉ số mới', en: 'New indicator' },
  measure: { vi: '%' },
  shownAs: 'percent',
  numerator: constant,
  denominator: constant,
  direction: 'higher',
  rounding: halfUp,
  declaredPart: false,
  aggregation: 'ratio-of-sums',
  policies,
  thresholds: [],
  rule: { type: 'linear', full: '100' },
  maxPoints: '0',
  weight: '1',
});

export type PartKind = 'field' | 'criterion' | 'subCriterion' | 'indicator' | 'element' | 'check' | 'gate';

/** What can be added to a line of the tree. */
export function addableTo(kind: string, id: string): readonly PartKind[] {
  if (kind === 'field') return ['criterion'];
  if (kind === 'criterion') return ['indicator', 'subCriterion'];
  if (kind === 'subCriterion') return ['indicator'];
  const byGroup: Readonly<Record<string, readonly PartKind[]>> = {
    fields: ['field'],
    dataElements: ['element'],
    checks: ['check'],
    gates: ['gate'],
  };
  return byGroup[id] ?? [];
}

/** A new part at the end of a line's own. */
export function added(content: CriteriaSetContent, parent: string, kind: PartKind): Moved {
  const codes = codesOf(content);
  const put = (list: string, entry: unknown): Moved => {
    const at = ((valueAt(content, list) ?? []) as unknown[]).length;
    return { content: withInserted(content, list, at, entry), id: within(list, at) };
  };
  const names = (vi: string, en: string) => ({ vi, en });
  switch (kind) {
    case 'field':
      return put('fields', {
        code: freeCode('linh-vuc', codes),
        names: names('Lĩnh vực mới', 'New field'),
        kind: 'base',
        criteria: [
          {
            code: freeCode('tieu-chi', codes),
            names: names('Tiêu chí mới', 'New criterion'),
            indicators: [],
            subCriteria: [],
          },
        ],
      });
    case 'criterion':
      return put(within(parent, 'criteria'), {
        code: freeCode('tieu-chi', codes),
        names: names('Tiêu chí mới', 'New criterion'),
        indicators: [],
        subCriteria: [],
      });
    case 'subCriterion':
      return put(within(parent, 'subCriteria'), {
        code: freeCode('tieu-chi-con', codes),
        names: names('Tiêu chí thành phần mới', 'New sub-criterion'),
        indicators: [],
      });
    case 'indicator': {
      const code = freeCode('chi-so', codes);
      const referred = put(within(parent, 'indicators'), code);
      return {
        content: { ...referred.content, indicators: [...content.indicators, newIndicator(code)] },
        id: referred.id,
      };
    }
    case 'element':
      return put('dataElements', {
        code: freeCode('so-lieu', codes),
        names: names('Số liệu mới', 'New data element'),
        measure: { vi: 'hồ sơ' },
        kind: 'count',
        filledBy: 'unit',
        frequency: 'period',
        illustrative: false,
      } satisfies CriteriaSetContentInput['dataElements'][number]);
    case 'check':
      return put('checks', {
        code: freeCode('kiem-tra', codes),
        names: names('Phép kiểm tra mới', 'New check'),
        kind: 'parts',
        left: constant,
        comparison: '=',
        right: constant,
        tolerance: '0',
        scope: 'unit',
      });
    case 'gate':
      return put('gates', {
        code: freeCode('khong-che', codes),
        names: names('Điều kiện mới', 'New gate'),
        blanks: 'missing',
        effect: { zero: 'total' },
      });
  }
}

/** A line taken out of the tree, with what stands below it; indicators of it stay, outside the tree, save one taken out from there. */
export function removed(content: CriteriaSetContent, id: string): CriteriaSetContent {
  const node = treeOf(content).get(id);
  if (node === undefined) return content;
  return withValue(content, node.parent === 'loose' ? node.path : node.id, undefined);
}
