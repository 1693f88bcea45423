import {
  describeRemark,
  type CriteriaRemark,
  type CriteriaSetContent,
  type WhatIfChanges,
} from '@nhip/contracts';
import { lint } from '../../criteria/index.js';
import { DomainError } from '../../shared/index.js';

/** The criteria as they are supposed. Throws WHAT_IF_UNKNOWN for an object that the set does not have. */
export function supposedContent(content: CriteriaSetContent, changes: WhatIfChanges): CriteriaSetContent {
  return {
    ...content,
    indicators: replaced(content.indicators, changes.indicators),
    fields: replaced(content.fields, changes.fields),
    gates: changes.gates ?? content.gates,
    totals: changes.totals ?? content.totals,
    ranking: changes.ranking ?? content.ranking,
    classification:
      changes.classification === undefined ? content.classification : (changes.classification ?? undefined),
  };
}

interface Coded {
  readonly code: string;
}

function replaced<Item extends Coded>(items: readonly Item[], supposed: readonly Item[]): Item[] {
  const byCode = new Map(supposed.map((item) => [item.code, item]));
  for (const code of byCode.keys()) {
    if (!items.some((item) => item.code === code)) throw new DomainError('WHAT_IF_UNKNOWN', { code });
  }
  return items.map((item) => byCode.get(item.code) ?? item);
}

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

/** The linter's remarks on supposed criteria. Throws WHAT_IF_NOT_COMPUTABLE where they could not be scored with. */
export function remarksOnSupposed(content: CriteriaSetContent): CriteriaRemark[] {
  const remarks = lint(content);
  const first = remarks.find(({ severity, code }) => severity === 'error' && !harmless.has(code));
  if (first !== undefined) {
    throw new DomainError('WHAT_IF_NOT_COMPUTABLE', {
      first: `${first.path.join('.')}: ${describeRemark(first, 'vi')}`,
      remarks: JSON.stringify(remarks.filter(({ severity }) => severity === 'error')),
    });
  }
  return remarks;
}

/** How many objects and figures are supposed to be other than they are. */
export const changesCount = ({ indicators, fields, figures, ...lists }: WhatIfChanges): number =>
  indicators.length +
  fields.length +
  figures.length +
  Object.values(lists).filter((list) => list !== undefined).length;
