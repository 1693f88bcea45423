import type { CriteriaField, CriteriaSetContent } from '@nhip/contracts';

type Criterion = CriteriaField['criteria'][number];

/** Codes of the indicators of a criterion, in the order of the tree. */
export const indicatorsIn = ({ indicators, subCriteria }: Criterion): string[] => [
  ...indicators,
  ...subCriteria.flatMap((sub) => sub.indicators),
];

/** Codes of the indicators of a field, in the order of the tree. */
export const indicatorsOf = (field: CriteriaField): string[] => field.criteria.flatMap(indicatorsIn);

/** Codes of the indicators under a code of a criterion or sub-criterion, wherever it stands. */
export const indicatorsUnder = ({ fields }: CriteriaSetContent, code: string): string[] =>
  fields.flatMap(({ criteria }) =>
    criteria.flatMap((criterion) =>
      criterion.code === code
        ? indicatorsIn(criterion)
        : criterion.subCriteria.flatMap((sub) => (sub.code === code ? sub.indicators : [])),
    ),
  );

/** Code of the criterion that holds an indicator, itself or in a sub-criterion. */
export const criterionOf = ({ fields }: CriteriaSetContent, indicator: string): string | undefined =>
  fields.flatMap(({ criteria }) => criteria).find((criterion) => indicatorsIn(criterion).includes(indicator))
    ?.code;
