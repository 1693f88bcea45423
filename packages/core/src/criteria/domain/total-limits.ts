import type { CriteriaField, CriteriaSetContent } from '@nhip/contracts';
import { Ratio } from '../../shared/index.js';
import { bestPoints, leastPoints, takesFromZero } from './points-range.js';
import { roundHeld, type PointLimits, type RoundedPoints } from './round-held.js';
import { indicatorsOf } from './tree.js';

/** What a total is held to: the highest is declared, or the maximum with the caps of the bonus fields on top. */
export function totalLimits({ totals, fields }: CriteriaSetContent): Required<PointLimits> {
  const bonuses = fields.filter(({ kind }) => kind === 'bonus').map(({ cap }) => Ratio.of(cap ?? '0'));
  return {
    lowest: Ratio.of(totals.lowest),
    highest:
      totals.highest === undefined
        ? Ratio.sum([Ratio.of(totals.maxPoints), ...bonuses])
        : Ratio.of(totals.highest),
  };
}

/** The most points the indicators of a field can give or take together; undefined where nothing limits them. */
export type MostOf = (field: CriteriaField) => Ratio | undefined;

export function mostPointsOf({ indicators }: CriteriaSetContent): MostOf {
  const most = new Map(
    indicators.map((indicator) => {
      const points = takesFromZero(indicator) ? leastPoints(indicator)?.negated() : bestPoints(indicator);
      return [indicator.code, points?.times(Ratio.of(indicator.weight))];
    }),
  );
  return (field) => {
    const codes = indicatorsOf(field).filter((code) => most.has(code));
    const points = codes.flatMap((code) => most.get(code) ?? []);
    return points.length < codes.length ? undefined : Ratio.sum(points);
  };
}

/** The totals that can come out: what bonus fields can add and deduction fields take, held to the limits. */
export function possibleTotals(content: CriteriaSetContent): Required<PointLimits> {
  const mostOf = mostPointsOf(content);
  const together = (kind: CriteriaField['kind']): Ratio =>
    Ratio.sum(
      content.fields
        .filter((field) => field.kind === kind)
        .map((field) => {
          const cap = Ratio.of(field.cap ?? '0');
          return Ratio.min(cap, mostOf(field) ?? cap);
        }),
    );
  const { lowest, highest } = totalLimits(content);
  return {
    lowest: Ratio.max(lowest, together('deduction').negated()),
    highest: Ratio.min(highest, Ratio.of(content.totals.maxPoints).plus(together('bonus'))),
  };
}

/** A total as it is shown, and where the set says so classed and ranked. */
export function compileRoundedTotal(content: CriteriaSetContent): (total: Ratio) => RoundedPoints {
  const limits = totalLimits(content);
  return (total) => roundHeld(total, content.totals.rounding, limits);
}
