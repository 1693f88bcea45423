import { regularSpan, type ReportingPeriod, type StartCycleParams } from '@nhip/contracts';

/**
 * The period a scheduled cycle is about, from the key of the period in which it starts (`2026-Q4`, `2026-11`): that
 * one or the one before; its code adds the period to the prefix.
 */
export function cyclePeriod(
  periodKey: string,
  preset: 'calendar' | 'decree-09',
  { covers, codePrefix }: Pick<StartCycleParams, 'covers' | 'codePrefix'>,
): { readonly code: string; readonly period: ReportingPeriod } {
  const [, year = '', quarter, month] = /^(\d{4})-(?:Q([1-4])|(\d{2}))$/.exec(periodKey) ?? [];
  const kind = quarter === undefined ? 'month' : 'quarter';
  const inYear = kind === 'quarter' ? 4 : 12;
  const index = Number(year) * inYear + Number(quarter ?? month) - 1 - (covers === 'previous' ? 1 : 0);
  const [ofYear, place] = [Math.floor(index / inYear), (index % inYear) + 1];
  const span = regularSpan(preset, kind, ofYear, place);
  const label = kind === 'quarter' ? `Q${place}` : String(place).padStart(2, '0');
  return {
    code: `${codePrefix}-${ofYear}-${label}`,
    period: { preset, kind, ...span, asOf: span.end },
  };
}
