import {
  elementsOf,
  type Comparison,
  type CriteriaRemark,
  type DataElement,
  type Indicator,
} from '@nhip/contracts';
import { Ratio } from '../../shared/index.js';
import { byLowerLimit } from './lint-bands.js';
import { warning, type Lint, type Path } from './remarks.js';
import { ruledOf, type Ruled } from './ruled.js';
import { asText } from './trace.js';

/**
 * Limits of a percentage that were written as parts of 1: 0.8 where 80 % is meant. What a rule or a target wants
 * reached cannot well be 1 %; a threshold may be, and so may a share that is better the lower it is.
 */
export const lintScale: Lint = (content) => {
  const elements = new Map(content.dataElements.map((element) => [element.code, element]));
  return [
    ...ruledOf(content)
      .filter(({ ruled }) => isPercentage(ruled, elements))
      .flatMap(({ ruled, path }) =>
        Object.entries(reached(ruled)).flatMap(([name, value]) => asPart(value, [...path, 'rule', name])),
      ),
    ...content.indicators.flatMap((indicator, index) =>
      isPercentage(indicator, elements)
        ? lintTarget(indicator, ['indicators', index, 'target', 'value'])
        : [],
    ),
  ];
};

const lintTarget = ({ target }: Indicator, path: Path): CriteriaRemark[] =>
  target && 'value' in target && upwards(target) ? asPart(target.value, path) : [];

function asPart(value: string, path: Path): CriteriaRemark[] {
  const limit = Ratio.of(value);
  return limit.sign() > 0 && limit.compare(Ratio.one) <= 0
    ? [warning(path, 'PERCENT_AS_PART', { value, percent: asText(limit.times(Ratio.hundred)) })]
    : [];
}

/** Shown as one, or given as one without its parts. */
function isPercentage(
  { shownAs, numerator, denominator }: Ruled,
  elements: ReadonlyMap<string, DataElement>,
): boolean {
  if (shownAs === 'percent') return true;
  return (
    denominator === undefined && elementsOf(numerator).some((code) => elements.get(code)?.kind === 'rate')
  );
}

const upwards = ({ comparison }: { readonly comparison: Comparison }): boolean =>
  comparison === '>=' || comparison === '>' || comparison === '=';

/** What a value has to reach, by the name of the field that says so. */
function reached({ rule, direction }: Ruled): Readonly<Record<string, string>> {
  switch (rule.type) {
    case 'linear':
      return { full: rule.full };
    case 'saturating':
      return { target: rule.target };
    case 'floor':
      return { full: rule.full, floor: rule.floor };
    case 'all-or-nothing':
      return upwards(rule) ? { value: rule.value } : {};
    case 'bands': {
      const from = [...rule.bands].sort(byLowerLimit).at(-1)?.from ?? null;
      return direction === 'higher' && from !== null ? { bands: from } : {};
    }
    default:
      return {};
  }
}
