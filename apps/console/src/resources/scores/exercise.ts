import {
  isYesNo,
  type CriteriaSetContent,
  type Names,
  type ScoreTraceView,
  type TraceStep,
} from '@nhip/contracts';

type TracedIndicator = ScoreTraceView['indicators'][number] & {
  readonly measure: Names;
  readonly yesNo: boolean;
};

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
  { fields, indicators, dataElements }: Pick<CriteriaSetContent, 'fields' | 'indicators' | 'dataElements'>,
  { indicators: traced }: Pick<ScoreTraceView, 'indicators'>,
): readonly ExerciseField[] {
  const defined = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const byCode = new Map(
    traced.map((indicator) => {
      const definition = defined.get(indicator.code);
      return [
        indicator.code,
        {
          ...indicator,
          measure: definition?.measure ?? { vi: '' },
          yesNo: definition !== undefined && isYesNo(definition, dataElements),
        },
      ];
    }),
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
export const isResult = ({ code }: TraceStep): boolean =>
  ['POINTS', 'POINTS_TAKEN', 'TOTAL', 'RANK', 'CLASS', 'CLASS_AFTER_GATES'].includes(code);
