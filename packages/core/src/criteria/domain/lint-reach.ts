import type { Comparison, CriteriaRemark } from '@nhip/contracts';
import { Ratio } from '../../shared/index.js';
import { warning, type Lint, type Path } from './remarks.js';
import { ruledOf, type Ruled } from './ruled.js';
import { asText } from './trace.js';
import { valueRange, type ValueRange } from './value-range.js';

/** Limits and conditions that no value can come to, or that every value meets. Bands: lint-bands. */
export const lintReach: Lint = (content) => {
  const elements = new Map(content.dataElements.map((element) => [element.code, element]));
  return [
    ...ruledOf(content).flatMap(({ ruled, path }) => {
      const range = valueRange(ruled, elements);
      return range === undefined ? [] : lintRule(ruled, range, [...path, 'rule']);
    }),
    ...content.indicators.flatMap((indicator, index) => {
      const range = valueRange(indicator, elements);
      if (range === undefined) return [];
      const { target, thresholds } = indicator;
      return [
        ...(target && 'value' in target ? lintCondition(target, range, ['indicators', index, 'target']) : []),
        ...thresholds.flatMap((threshold, at) =>
          lintCondition(threshold, range, ['indicators', index, 'thresholds', at]),
        ),
      ];
    }),
  ];
};

function lintRule({ rule, maxPoints }: Ruled, range: ValueRange, path: Path): CriteriaRemark[] {
  const limits = (named: Readonly<Record<string, string>>): CriteriaRemark[] =>
    Object.entries(named).flatMap(([name, value]) => lintLimit(value, range, [...path, name]));
  switch (rule.type) {
    case 'all-or-nothing':
      return lintCondition(rule, range, path);
    case 'linear':
      return limits({ full: rule.full });
    case 'saturating':
      return limits({ target: rule.target });
    case 'floor':
      return limits({ full: rule.full, floor: rule.floor });
    case 'lower-is-better':
      return limits({ fullAt: rule.fullAt, zeroAt: rule.zeroAt });
    case 'bonus':
      return lintBonus(Ratio.of(rule.perEvent), Ratio.of(maxPoints), range, [...path, 'perEvent']);
    default:
      return [];
  }
}

const shown = ({ lowest, highest }: ValueRange) => ({ lowest, highest: highest ?? '+∞' });

function lintLimit(value: string, range: ValueRange, path: Path): CriteriaRemark[] {
  const side = sideOf(value, range);
  return side === 'below' || side === 'above'
    ? [warning(path, 'LIMIT_BEYOND', { value, ...shown(range) })]
    : [];
}

/** The most that so many events give, where there can be so many only. */
function lintBonus(perEvent: Ratio, max: Ratio, { highest }: ValueRange, path: Path): CriteriaRemark[] {
  if (highest === null) return [];
  const most = perEvent.times(Ratio.of(highest));
  return most.compare(max) < 0
    ? [warning(path, 'MAX_NOT_REACHED', { max: asText(max), points: asText(most) })]
    : [];
}

interface Condition {
  readonly comparison: Comparison;
  readonly value: string;
}

function lintCondition({ comparison, value }: Condition, range: ValueRange, path: Path): CriteriaRemark[] {
  const code = VERDICTS[comparison][sideOf(value, range)];
  return code === undefined
    ? []
    : [warning([...path, 'value'], code, { comparison, value, ...shown(range) })];
}

/** Where a limit lies seen from the values there can be. */
type Side = 'below' | 'lowest' | 'within' | 'highest' | 'above';

function sideOf(value: string, { lowest, highest }: ValueRange): Side {
  const limit = Ratio.of(value);
  const low = limit.compare(Ratio.of(lowest));
  if (low <= 0) return low < 0 ? 'below' : 'lowest';
  const high = highest === null ? -1 : limit.compare(Ratio.of(highest));
  return high < 0 ? 'within' : high > 0 ? 'above' : 'highest';
}

type Verdict = 'CONDITION_NEVER' | 'CONDITION_ALWAYS';

/** What `value comparison limit` comes to for a limit on that side, whatever the value. */
const VERDICTS: Readonly<Record<Comparison, Readonly<Partial<Record<Side, Verdict>>>>> = {
  '<': { below: 'CONDITION_NEVER', lowest: 'CONDITION_NEVER', above: 'CONDITION_ALWAYS' },
  '<=': { below: 'CONDITION_NEVER', highest: 'CONDITION_ALWAYS', above: 'CONDITION_ALWAYS' },
  '=': { below: 'CONDITION_NEVER', above: 'CONDITION_NEVER' },
  '>=': { below: 'CONDITION_ALWAYS', lowest: 'CONDITION_ALWAYS', above: 'CONDITION_NEVER' },
  '>': { below: 'CONDITION_ALWAYS', highest: 'CONDITION_NEVER', above: 'CONDITION_NEVER' },
};
