import type { DataElement, FormElement } from '@nhip/contracts';

/** What a form says of a data element. */
export const formElementOf = (element: DataElement): FormElement => ({
  code: element.code,
  names: element.names,
  measure: element.measure,
  kind: element.kind,
  filledBy: element.filledBy,
  frequency: element.frequency,
  source: element.source ?? null,
  guide: element.guide ?? null,
  tiers: element.tiers ?? null,
  illustrative: element.illustrative,
});
