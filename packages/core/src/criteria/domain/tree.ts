import type { CriteriaField } from '@nhip/contracts';

/** Codes of the indicators of a field, in the order of the tree. */
export const indicatorsOf = (field: CriteriaField): string[] =>
  field.criteria.flatMap(({ indicators, subCriteria }) => [
    ...indicators,
    ...subCriteria.flatMap((sub) => sub.indicators),
  ]);
