import {
  criteriaSetContent,
  elementsInFormula,
  type CriteriaSetContent,
  type CriteriaSetContentInput,
} from '@nhip/contracts';

type IndicatorInput = CriteriaSetContentInput['indicators'][number];
type ElementInput = CriteriaSetContentInput['dataElements'][number];

/** A data element of which only what the spec is about need be said. */
export const element = (code: string, rest: Partial<ElementInput> = {}): ElementInput => ({
  code,
  names: { vi: `Mục ${code}`, en: `Element ${code}` },
  measure: { vi: 'hồ sơ', en: 'dossiers' },
  kind: 'count',
  ...rest,
});

/** A percentage of `<code>-part` in `<code>-whole`, linear to 100 %, unless the spec says otherwise. */
export const indicator = (code: string, rest: Partial<IndicatorInput> = {}): IndicatorInput => ({
  code,
  names: { vi: `Chỉ số ${code}`, en: `Indicator ${code}` },
  measure: { vi: '%' },
  shownAs: 'percent',
  numerator: { plus: [`${code}-part`] },
  denominator: { plus: [`${code}-whole`] },
  rounding: { mode: 'half-up', dp: 2 },
  rule: { type: 'linear', full: '100' },
  maxPoints: '10',
  ...rest,
});

/** A set of these indicators in one field and criterion, with the elements they name and the sum of their maxima. */
export function criteriaSet(
  indicators: readonly IndicatorInput[],
  rest: Partial<CriteriaSetContentInput> = {},
): CriteriaSetContent {
  const codes = indicators.flatMap(({ numerator, denominator }) =>
    [numerator, denominator].flatMap((expression) => {
      if (expression === undefined) return [];
      if ('formula' in expression) return elementsInFormula(expression.formula);
      return 'plus' in expression ? [...expression.plus, ...(expression.minus ?? [])] : [];
    }),
  );
  const maximum = indicators.reduce((sum, { maxPoints }) => sum + Number(maxPoints ?? '0'), 0);
  return criteriaSetContent.parse({
    dataElements: [...new Set(codes)].map((code) => element(code)),
    indicators,
    fields: [
      {
        code: 'field',
        names: { vi: 'Lĩnh vực', en: 'Field' },
        criteria: [
          {
            code: 'criterion',
            names: { vi: 'Tiêu chí', en: 'Criterion' },
            indicators: indicators.map(({ code }) => code),
          },
        ],
      },
    ],
    totals: { maxPoints: String(maximum) },
    ...rest,
  });
}
