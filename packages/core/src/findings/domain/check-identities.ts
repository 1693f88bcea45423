import { elementsOf, withParts, type Expression, type FigureCheck } from '@nhip/contracts';
import {
  appliesTo,
  brokenChecks,
  type BrokenCheck,
  type Figure,
  type UnitFigures,
} from '../../criteria/index.js';
import { Ratio } from '../../shared/index.js';
import { namesOf, type CheckContext, type CheckedUnit } from './checked-unit.js';
import { decimal, raise, type RaisedFinding } from './raised-finding.js';

/** PARTS_GAP, BALANCE, ORDER, SOURCE_CONFLICT: the identities the set declares, held against one unit. */
export function checkIdentities(context: CheckContext, unit: CheckedUnit): RaisedFinding[] {
  const own = context.content.checks.filter(({ scope }) => scope === 'unit');
  return [
    ...brokenChecks({ ...context.content, checks: own }, unit.figures).map((broken) => ({
      ...findingOf(context, broken),
      unitId: unit.unitId,
    })),
    ...own.flatMap((check) => undecidedBalance(context, unit, check)),
  ];
}

/** The same for checks over the whole cycle: every element summed over all units. */
export function checkAcrossUnits(context: CheckContext, units: readonly CheckedUnit[]): RaisedFinding[] {
  const checks = context.content.checks.flatMap((check) => {
    const { unitTypes: _, ...rest } = check;
    return check.scope === 'cycle' ? [{ ...rest, scope: 'unit' as const }] : [];
  });
  if (checks.length === 0) return [];
  const whole = context.compiled.complete(summed(units));
  return brokenChecks({ ...context.content, checks }, whole).map((broken) => findingOf(context, broken));
}

function findingOf({ elements }: CheckContext, { check, left, right, residual }: BrokenCheck): RaisedFinding {
  const gap = decimal(residual.absolute());
  const named = withParts(
    [...elementsOf(check.left), ...elementsOf(check.right)],
    (code) => elements.get(code)?.formula,
  );
  const base = {
    key: check.code,
    subject: { check: check.code, elements: named },
    expected: decimal(right),
    found: decimal(left),
  };
  const params = { check: check.names, left: decimal(left), right: decimal(right), residual: gap };
  switch (check.kind) {
    case 'parts':
      return check.residual === undefined
        ? raise({ code: 'PARTS_GAP_UNNAMED', ...base, params })
        : raise({ code: 'PARTS_GAP', ...base, params: { ...params, meaning: check.residual } });
    case 'balance':
      return raise({ code: 'BALANCE', ...base, params });
    case 'sources':
      return raise({ code: 'SOURCE_CONFLICT', ...base, params });
    case 'order':
      return raise({ code: 'ORDER', ...base, params: { ...params, comparison: check.comparison } });
  }
}

/** With opening and closing both unknown the rest still tells the net change; with more it tells nothing. */
const MOST_UNKNOWN = 2;

/** opening + received − resolved = closing with an end that is not given: what the rest makes of it. */
function undecidedBalance(
  context: CheckContext,
  { unitId, figures, rows, handedIn }: CheckedUnit,
  check: FigureCheck,
): RaisedFinding[] {
  if (check.kind !== 'balance' || !appliesTo(check.unitTypes)(figures.unitType)) return [];
  // What a formula would give without one of its figures is not told by the rest.
  if ('formula' in check.left || 'formula' in check.right) return [];
  const states = new Map(rows.map(({ element, state }) => [element, state]));
  const lacking = (expression: Expression): string[] =>
    elementsOf(expression).filter((code) => figures.figures.get(code)?.state === 'missing');
  const left = lacking(check.left);
  const right = lacking(check.right);
  const missing = [...left, ...right];
  const all = [...elementsOf(check.left), ...elementsOf(check.right)];
  const said = handedIn || missing.every((code) => states.get(code) === 'missing');
  if (missing.length === 0 || missing.length > MOST_UNKNOWN || !said) return [];
  const implied =
    right.length > 0
      ? known(check.left, figures)
      : known(check.right, figures).minus(known(check.left, figures));
  return [
    raise({
      unitId,
      code: 'BALANCE_UNKNOWN',
      key: check.code,
      subject: { check: check.code, elements: all },
      found: decimal(implied),
      params: { check: check.names, missing: namesOf(context, missing), implied: decimal(implied) },
    }),
  ];
}

/** Sum of what is given. */
function known(expression: Expression, { figures }: UnitFigures): Ratio {
  if ('constant' in expression) return Ratio.of(expression.constant);
  if (!('plus' in expression)) return Ratio.zero;
  const sum = (codes: readonly string[]): Ratio =>
    Ratio.sum(
      codes.flatMap((code) => {
        const figure = figures.get(code);
        return figure?.state === 'value' ? [figure.value] : [];
      }),
    );
  return sum(expression.plus).minus(sum(expression.minus));
}

function summed(units: readonly CheckedUnit[]): UnitFigures {
  const totals = new Map<string, Figure>();
  for (const { figures } of units)
    for (const [code, figure] of figures.figures) {
      if (figure.state !== 'value') continue;
      const sum = totals.get(code);
      totals.set(code, {
        state: 'value',
        value: sum?.state === 'value' ? sum.value.plus(figure.value) : figure.value,
      });
    }
  return { unitType: '', months: units[0]?.figures.months, figures: totals };
}
