import type { CriteriaSetContent } from '@nhip/contracts';
import { Ratio } from '../../shared/index.js';
import { roundHeld, type PointLimits, type RoundedPoints } from './round-held.js';

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

/** A total as it is shown, and where the set says so classed and ranked. */
export function compileRoundedTotal(content: CriteriaSetContent): (total: Ratio) => RoundedPoints {
  const limits = totalLimits(content);
  return (total) => roundHeld(total, content.totals.rounding, limits);
}
