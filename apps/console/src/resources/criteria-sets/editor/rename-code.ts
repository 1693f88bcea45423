import type { CriteriaSetContent, Expression } from '@nhip/contracts';

type Renamed = 'element' | 'indicator' | 'other';

/** The content where a code has become another wherever it is referred to; its own place is not touched. */
export function withRenamed(
  content: CriteriaSetContent,
  kind: Renamed,
  from: string,
  to: string,
): CriteriaSetContent {
  const one = (code: string): string => (code === from ? to : code);
  const bracketed = new RegExp(`\\[\\s*${from.replace(/[.]/g, '\\.')}\\s*\\]`, 'g');
  const results = new RegExp(
    `(\\b(?:points|value)\\s*\\(\\s*)\\[\\s*${from.replace(/[.]/g, '\\.')}\\s*\\]`,
    'gi',
  );
  const inFormula = (formula: string): string =>
    kind === 'element' ? formula.replace(bracketed, `[${to}]`) : formula.replace(results, `$1[${to}]`);
  const inExpression = (expression: Expression): Expression => {
    if ('formula' in expression) return { ...expression, formula: inFormula(expression.formula) };
    return kind === 'element' && 'plus' in expression
      ? { plus: expression.plus.map(one), minus: expression.minus.map(one) }
      : expression;
  };
  const sides = <Of extends { numerator: Expression; denominator?: Expression | undefined }>(of: Of): Of => ({
    ...of,
    numerator: inExpression(of.numerator),
    ...(of.denominator && { denominator: inExpression(of.denominator) }),
  });
  const codes = (list: readonly string[]): string[] => (kind === 'indicator' ? list.map(one) : [...list]);
  return {
    ...content,
    dataElements: content.dataElements.map((element) =>
      element.formula === undefined ? element : { ...element, formula: inFormula(element.formula) },
    ),
    indicators: content.indicators
      .map(sides)
      .map((indicator) =>
        kind === 'element' && indicator.aggregationWeight === from
          ? { ...indicator, aggregationWeight: to }
          : indicator,
      )
      .map((indicator) =>
        indicator.rule.type === 'composed'
          ? { ...indicator, rule: { ...indicator.rule, parts: indicator.rule.parts.map(sides) } }
          : indicator,
      ),
    fields: content.fields.map((field) => ({
      ...field,
      criteria: field.criteria.map((criterion) => ({
        ...criterion,
        indicators: codes(criterion.indicators),
        subCriteria: criterion.subCriteria.map((sub) => ({ ...sub, indicators: codes(sub.indicators) })),
      })),
    })),
    checks: content.checks.map((check) => ({
      ...check,
      left: inExpression(check.left),
      right: inExpression(check.right),
    })),
    gates: content.gates.map((gate) => ({
      ...gate,
      ...(gate.when === undefined ? {} : { when: inFormula(gate.when) }),
      effect:
        kind !== 'element' && 'zero' in gate.effect && gate.effect.of === from
          ? { ...gate.effect, of: to }
          : gate.effect,
    })),
    ranking: {
      ...content.ranking,
      tieBreaks: content.ranking.tieBreaks.map((tieBreak) => {
        if ('indicator' in tieBreak)
          return kind === 'indicator' ? { ...tieBreak, indicator: one(tieBreak.indicator) } : tieBreak;
        return kind === 'other' ? { field: one(tieBreak.field) } : tieBreak;
      }),
    },
  };
}
