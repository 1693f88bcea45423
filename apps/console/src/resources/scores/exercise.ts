import type { CriteriaSetContent, Names, ScoreTraceView, TraceStep } from '@nhip/contracts';

type TracedIndicator = ScoreTraceView['indicators'][number] & { readonly measure: Names };

export interface ExerciseField {
  readonly code: string;
  readonly names: Names;
  readonly criteria: readonly {
    readonly code: string;
    readonly names: Names;
    readonly indicators: readonly TracedIndicator[];
  }[];
}

/** The traced indicators in the order of the criteria tree; sub-criteria stand within their criterion. */
export function exerciseOf(
  { fields, indicators }: Pick<CriteriaSetContent, 'fields' | 'indicators'>,
  { indicators: traced }: Pick<ScoreTraceView, 'indicators'>,
): readonly ExerciseField[] {
  const measures = new Map(indicators.map(({ code, measure }) => [code, measure]));
  const byCode = new Map(
    traced.map((indicator) => [
      indicator.code,
      { ...indicator, measure: measures.get(indicator.code) ?? { vi: '' } },
    ]),
  );
  return fields
    .map(({ code, names, criteria }) => ({
      code,
      names,
      criteria: criteria
        .map((criterion) => ({
          code: criterion.code,
          names: criterion.names,
          indicators: [
            ...criterion.indicators,
            ...criterion.subCriteria.flatMap((part) => part.indicators),
          ].flatMap((indicator) => byCode.get(indicator) ?? []),
        }))
        .filter((criterion) => criterion.indicators.length > 0),
    }))
    .filter((field) => field.criteria.length > 0);
}

/** The lines at the end of an exercise. */
export const isResult = ({ code }: TraceStep): boolean => code === 'POINTS' || code === 'TOTAL';
