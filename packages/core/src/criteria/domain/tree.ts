import type { CriteriaField, CriteriaSetContent } from '@nhip/contracts';

/** Codes of the indicators of a field, in the order of the tree. */
export const indicatorsOf = (field: CriteriaField): string[] =>
  field.criteria.flatMap(({ indicators, subCriteria }) => [
    ...indicators,
    ...subCriteria.flatMap((sub) => sub.indicators),
  ]);

/** Codes of the indicators under a code of a criterion or sub-criterion, wherever it stands. */
export const indicatorsUnder = ({ fields }: CriteriaSetContent, code: string): string[] =>
  fields.flatMap(({ criteria }) =>
    criteria.flatMap((criterion) =>
      [
        criterion.code === code
          ? [...criterion.indicators, ...criterion.subCriteria.flatMap(({ indicators }) => indicators)]
          : [],
        ...criterion.subCriteria.filter((sub) => sub.code === code).map(({ indicators }) => indicators),
      ].flat(),
    ),
  );

/** Code of the criterion that holds an indicator, itself or in a sub-criterion. */
export const criterionOf = ({ fields }: CriteriaSetContent, indicator: string): string | undefined =>
  fields
    .flatMap(({ criteria }) => criteria)
    .find(
      ({ indicators, subCriteria }) =>
        indicators.includes(indicator) || subCriteria.some((sub) => sub.indicators.includes(indicator)),
    )?.code;
