import type { Names, PublishedClaim, PublishedFigure } from '@nhip/contracts';
import type { Ratio } from '../../shared/index.js';
import type { CurrentFigure } from '../../submissions/index.js';
import type { CheckContext, CheckedUnit } from './checked-unit.js';
import { decimal, raise, type RaisedFinding } from './raised-finding.js';

export type Claim<Kind extends PublishedClaim['kind']> = Extract<PublishedClaim, { kind: Kind }>;

/** What a claim is about. */
export interface Claimed {
  readonly context: CheckContext;
  readonly unit: CheckedUnit;
  readonly row: CurrentFigure;
  readonly published: PublishedFigure;
  readonly value: Ratio;
  readonly name: Names;
}

/** A finding about the figure the claim stands beside. */
export function about(
  { unit, row, name, value }: Claimed,
  code: RaisedFinding['code'],
  params: RaisedFinding['params'],
  more: Partial<Pick<RaisedFinding, 'expected' | 'found'>> & {
    readonly key?: string;
    readonly indicator?: string | undefined;
  } = {},
): RaisedFinding {
  const { indicator, key, ...values } = more;
  return raise({
    unitId: unit.unitId,
    code,
    key: key ?? row.element,
    subject: { elements: [row.element], ...(indicator && { indicator }) },
    found: decimal(value),
    ...values,
    params: { element: name, ...params },
  });
}
