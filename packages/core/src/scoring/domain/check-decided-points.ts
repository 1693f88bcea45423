import { formatDecimal, type AppraisalKind, type CriteriaSetContent, type Indicator } from '@nhip/contracts';
import { bestPoints, leastPoints } from '../../criteria/index.js';
import { Ratio, type FieldFault } from '../../shared/index.js';

/** Points somebody decided for an indicator of a unit; null takes an earlier decision back. */
export interface DecidedPoints {
  readonly indicator: string;
  readonly points: string | null;
  readonly reason?: string | undefined;
}

/** The unit may still fill in its submission, and with it score itself. */
export const isWithUnit = ({
  state,
  locked,
}: {
  readonly state: string;
  readonly locked: boolean;
}): boolean => (state === 'open' || state === 'returned') && !locked;

/** Whether the unit scores it itself: not what comes from a survey or is filled in by the secretariat. */
export function isSelfScored(indicator: Indicator, { dataElements }: CriteriaSetContent): boolean {
  const { rule, numerator } = indicator;
  if (rule.type === 'external' || rule.type === 'threshold-only') return false;
  if (!('plus' in numerator)) return true;
  const outside = new Set(
    dataElements.filter(({ filledBy }) => filledBy === 'secretariat').map(({ code }) => code),
  );
  return !numerator.plus.every((code) => outside.has(code));
}

/** Between which points people decide, as decimal text; `lowest` null: a penalty without a limit. */
export function decidedRange(indicator: Indicator): { lowest: string | null; highest: string } {
  return {
    lowest: leastPoints(indicator)?.toExactDecimal() ?? null,
    highest: bestPoints(indicator).toExactDecimal() ?? '0',
  };
}

/**
 * What is wrong with decided points: outside 0 to the maximum (of a penalty: its limit below zero to 0), off the declared step, or without the reason that points
 * other than the computed ones need. `computed`: points by indicator, absent where the figures give none.
 */
export function checkDecidedPoints(
  kind: AppraisalKind,
  items: readonly DecidedPoints[],
  content: CriteriaSetContent,
  computed: ReadonlyMap<string, Ratio>,
): FieldFault[] {
  const indicators = new Map(content.indicators.map((indicator) => [indicator.code, indicator]));
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    const { indicator: code } = item;
    const fault = (field: string, problem: string, params: FieldFault['params'] = {}): FieldFault => ({
      path: `items.${index}.${field}`,
      code: problem,
      params: { indicator: code, ...params },
    });
    const indicator = indicators.get(code);
    if (indicator === undefined) return [fault('indicator', 'INDICATOR_NOT_IN_SET')];
    if (seen.has(code)) return [fault('indicator', 'INDICATOR_TWICE')];
    seen.add(code);
    if (indicator.rule.type === 'threshold-only') return [fault('indicator', 'INDICATOR_WITHOUT_POINTS')];
    if (kind === 'self' && !isSelfScored(indicator, content))
      return [fault('indicator', 'INDICATOR_NOT_SELF_SCORED')];
    if (item.points === null) return [];
    const points = Ratio.of(item.points);
    const found = told(item.points);
    const { lowest, highest } = decidedRange(indicator);
    const tooLow = lowest !== null && points.compare(Ratio.of(lowest)) < 0;
    if (tooLow || points.compare(Ratio.of(highest)) > 0) {
      const range = { lowest: lowest === null ? '−∞' : told(lowest), highest: told(highest) };
      return [fault('points', 'POINTS_OUT_OF_RANGE', { ...range, found })];
    }
    const rounding = indicator.pointsRounding;
    if (rounding?.mode === 'step' && !points.dividedBy(Ratio.of(rounding.step)).isInteger())
      return [fault('points', 'POINTS_OFF_STEP', { step: told(rounding.step), found })];
    const own = computed.get(code);
    if (kind === 'self' && item.reason === undefined && own !== undefined && !own.equals(points)) {
      const shown = own.toExactDecimal() ?? own.toDecimal(2);
      return [fault('reason', 'REASON_NEEDED', { found, computed: told(shown) })];
    }
    return [];
  });
}

/** A number of a message, as each language writes it. */
const told = (decimal: string) => ({ vi: formatDecimal(decimal, 'vi'), en: formatDecimal(decimal, 'en') });
