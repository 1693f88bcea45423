import type { CriteriaRemark, CriteriaSetContent, DataElement } from '@nhip/contracts';
import { Ratio } from '../../shared/index.js';
import { error, warning, type Lint, type Path } from './remarks.js';
import { asText } from './trace.js';

/** Levels: their points within the maximum, and as many as the tiers of the figure that names one. */
export const lintLevels: Lint = (content) =>
  content.indicators.flatMap((indicator, index) => {
    const { rule, maxPoints } = indicator;
    if (rule.type !== 'levels') return [];
    const path = ['indicators', index, 'rule', 'levels'];
    const max = Ratio.of(maxPoints);
    const points = rule.levels.map((level) => Ratio.of(level.points));
    const outside = points.flatMap((given, place) =>
      given.compare(max) > 0
        ? [error([...path, place, 'points'], 'POINTS_OUTSIDE', { points: asText(given), max: maxPoints })]
        : [],
    );
    const best = Ratio.max(Ratio.zero, ...points);
    const reached = best.compare(max) >= 0;
    return [
      ...outside,
      ...(reached ? [] : [warning(path, 'MAX_NOT_REACHED', { max: maxPoints, points: asText(best) })]),
      ...lintPlace(content, indicator, rule.levels.length, path),
    ];
  });

const places: ReadonlySet<DataElement['kind']> = new Set(['text-tier', 'count', 'rank']);

/** A level is named by one figure; a formula may work it out. */
function lintPlace(
  { dataElements }: CriteriaSetContent,
  { numerator, denominator }: CriteriaSetContent['indicators'][number],
  levels: number,
  path: Path,
): CriteriaRemark[] {
  if ('formula' in numerator && denominator === undefined) return [];
  const codes = 'plus' in numerator ? [...numerator.plus, ...numerator.minus] : [];
  const [code] = codes;
  const element = dataElements.find((known) => known.code === code);
  if (codes.length !== 1 || denominator !== undefined || (element && !places.has(element.kind)))
    return [error(path, 'LEVELS_NOT_A_PLACE')];
  const tiers = element?.kind === 'text-tier' ? element.tiers?.length : undefined;
  return tiers === undefined || tiers === levels
    ? []
    : [
        error(path, 'LEVELS_TIERS_DIFFER', {
          code: code ?? '',
          levels: String(levels),
          tiers: String(tiers),
        }),
      ];
}
