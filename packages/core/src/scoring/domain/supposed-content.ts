import {
  describeRemark,
  supposedContent,
  type CriteriaRemark,
  type CriteriaSetContent,
  type WhatIfChanges,
} from '@nhip/contracts';
import { lint } from '../../criteria/index.js';
import { DomainError } from '../../shared/index.js';

/** What an issued set may not have, but one that is tried out may: scores can be computed all the same. */
const harmless: ReadonlySet<string> = new Set([
  'SUM_DIFFERS',
  'BANDS_GAP',
  'BAND_UNREACHABLE',
  'BAND_POINTS_OUTSIDE',
  'POINTS_OUTSIDE',
  'MAX_NOT_REACHED',
  'CLASS_UNREACHABLE',
  'DEDUCTION_CAP_DIFFERS',
]);

/**
 * The linter's remarks on the criteria as they are supposed. Throws WHAT_IF_UNKNOWN for an object that the set does not
 * have, WHAT_IF_NOT_COMPUTABLE where they could not be scored with.
 */
export function remarksOnSupposed(content: CriteriaSetContent, changes: WhatIfChanges): CriteriaRemark[] {
  refuseUnknown(content.indicators, changes.indicators);
  refuseUnknown(content.fields, changes.fields);
  const remarks = lint(supposedContent(content, changes));
  const first = remarks.find(({ severity, code }) => severity === 'error' && !harmless.has(code));
  if (first !== undefined) {
    throw new DomainError('WHAT_IF_NOT_COMPUTABLE', {
      first: `${first.path.join('.')}: ${describeRemark(first, 'vi')}`,
      remarks: JSON.stringify(remarks.filter(({ severity }) => severity === 'error')),
    });
  }
  return remarks;
}

interface Coded {
  readonly code: string;
}

function refuseUnknown(items: readonly Coded[], supposed: readonly Coded[]): void {
  const known = new Set(items.map(({ code }) => code));
  const unknown = supposed.find(({ code }) => !known.has(code));
  if (unknown !== undefined) throw new DomainError('WHAT_IF_UNKNOWN', { code: unknown.code });
}

/** How many objects and figures are supposed to be other than they are. */
export const changesCount = ({ indicators, fields, figures, ...lists }: WhatIfChanges): number =>
  indicators.length +
  fields.length +
  figures.length +
  Object.values(lists).filter((list) => list !== undefined).length;
