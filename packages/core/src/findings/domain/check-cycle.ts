import { checkClaims, checkSeparators } from './check-claims.js';
import { checkParts, checkPeriods, checkSingles } from './check-figures-of-unit.js';
import { checkAcrossUnits, checkIdentities } from './check-identities.js';
import { checkDenominators } from './check-percent.js';
import type { CheckContext, CheckedUnit } from './checked-unit.js';
import { raise, type RaisedFinding } from './raised-finding.js';

/** Everything the detective finds in one unit's figures. Pure: the same figures give the same findings. */
export function checkUnit(context: CheckContext, unit: CheckedUnit): RaisedFinding[] {
  return [checkIdentities, checkParts, checkPeriods, checkSingles, checkClaims].flatMap((check) =>
    check(context, unit),
  );
}

/** What shows only when all units lie side by side, or in the set itself. */
export function checkWhole(context: CheckContext, units: readonly CheckedUnit[]): RaisedFinding[] {
  return [
    ...checkAcrossUnits(context, units),
    ...checkDenominators(context, units),
    ...checkSeparators(units),
    ...context.content.indicators.flatMap(({ code, names, target }) =>
      target === undefined || !('unquantified' in target)
        ? []
        : [
            raise({
              code: 'TARGET_UNQUANTIFIED',
              key: code,
              subject: { indicator: code },
              params: { indicator: names, target: target.unquantified },
            }),
          ],
    ),
  ];
}
