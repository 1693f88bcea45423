import {
  elementsInFormula,
  elementsOf,
  unitTypeNames,
  unitTypes,
  type CriteriaRemark,
  type CriteriaSetContent,
  type Expression,
} from '@nhip/contracts';
import { formulasOf } from '../formula/formulas-of.js';
import { nearestName } from '../formula/nearest-name.js';
import { error, warning, type Lint, type Path } from './remarks.js';
import { ruledOf } from './ruled.js';

/** Codes: each once, none unknown, none unused. */
export const lintCodes: Lint = (content) => [
  ...twice(content.dataElements, ['dataElements']),
  ...twice(content.indicators, ['indicators']),
  ...twice(content.checks, ['checks']),
  ...twice(content.fields, ['fields']),
  ...twice(content.classification?.bands ?? [], ['classification', 'bands']),
  ...twice(content.gates, ['gates']),
  ...content.indicators.flatMap(({ thresholds }, index) =>
    twice(thresholds, ['indicators', index, 'thresholds']),
  ),
  ...partsTwice(content),
  ...criteriaTwice(content),
  ...elements(content),
  ...tree(content),
  ...tieBreaks(content),
  ...unitTypesOf(content),
];

function twice(items: readonly { readonly code: string }[], path: Path): CriteriaRemark[] {
  const seen = new Set<string>();
  return items.flatMap(({ code }, index) => {
    if (seen.has(code)) return [error([...path, index, 'code'], 'CODE_TWICE', { code })];
    seen.add(code);
    return [];
  });
}

function criteriaTwice({ fields }: CriteriaSetContent): CriteriaRemark[] {
  return fields.flatMap(({ criteria }, f) => [
    ...twice(criteria, ['fields', f, 'criteria']),
    ...criteria.flatMap(({ subCriteria }, c) =>
      twice(subCriteria, ['fields', f, 'criteria', c, 'subCriteria']),
    ),
  ]);
}

function partsTwice({ indicators }: CriteriaSetContent): CriteriaRemark[] {
  return indicators.flatMap(({ rule }, index) =>
    rule.type === 'composed' ? twice(rule.parts, ['indicators', index, 'rule', 'parts']) : [],
  );
}

/** Every expression of the set with the place where it stands. */
export function expressionsOf(content: CriteriaSetContent): { path: Path; expression: Expression }[] {
  return [
    ...ruledOf(content).flatMap(({ ruled: { numerator, denominator }, path }) => [
      { path: [...path, 'numerator'], expression: numerator },
      ...(denominator ? [{ path: [...path, 'denominator'], expression: denominator }] : []),
    ]),
    ...content.checks.flatMap(({ left, right }, index) => [
      { path: ['checks', index, 'left'], expression: left },
      { path: ['checks', index, 'right'], expression: right },
    ]),
  ];
}

function elements(content: CriteriaSetContent): CriteriaRemark[] {
  const known = new Set(content.dataElements.map(({ code }) => code));
  const used = new Set(formulasOf(content).flatMap(({ text }) => elementsInFormula(text)));
  const unknown = expressionsOf(content).flatMap(({ path, expression }) =>
    // Formulas say themselves where an unknown code stands: lint-formulas.
    ('formula' in expression ? [] : elementsOf(expression)).flatMap((code) => {
      used.add(code);
      return known.has(code) ? [] : [error(path, 'ELEMENT_UNKNOWN', { code })];
    }),
  );
  const weights = content.indicators.flatMap(({ aggregation, aggregationWeight: code }, index) => {
    const at = ['indicators', index, 'aggregationWeight'];
    if (code === undefined)
      return aggregation === 'weighted' ? [error(at, 'AGGREGATION_WEIGHT_MISSING')] : [];
    used.add(code);
    return known.has(code) ? [] : [error(at, 'ELEMENT_UNKNOWN', { code })];
  });
  const others = content.dataElements.flatMap(({ code, kind, tiers }, index) => [
    ...(used.has(code) ? [] : [warning(['dataElements', index], 'ELEMENT_UNUSED', { code })]),
    ...(kind === 'text-tier' && tiers === undefined
      ? [error(['dataElements', index, 'tiers'], 'TIERS_MISSING', { code })]
      : []),
    ...(kind !== 'text-tier' && tiers !== undefined
      ? [error(['dataElements', index, 'tiers'], 'TIERS_UNEXPECTED', { code })]
      : []),
  ]);
  return [...unknown, ...weights, ...others];
}

function tree(content: CriteriaSetContent): CriteriaRemark[] {
  const known = new Set(content.indicators.map(({ code }) => code));
  const placed = new Set<string>();
  const look = (codes: readonly string[], path: Path): CriteriaRemark[] =>
    codes.flatMap((code, index) => {
      const at = [...path, 'indicators', index];
      if (!known.has(code)) return [error(at, 'INDICATOR_UNKNOWN', { code })];
      if (placed.has(code)) return [error(at, 'INDICATOR_TWICE_IN_TREE', { code })];
      placed.add(code);
      return [];
    });
  const found = content.fields.flatMap(({ criteria }, f) =>
    criteria.flatMap(({ indicators, subCriteria }, c) => [
      ...look(indicators, ['fields', f, 'criteria', c]),
      ...subCriteria.flatMap((sub, s) =>
        look(sub.indicators, ['fields', f, 'criteria', c, 'subCriteria', s]),
      ),
    ]),
  );
  const unplaced = content.indicators.flatMap(({ code, maxPoints }, index) =>
    placed.has(code)
      ? []
      : [
          (/[1-9]/.test(maxPoints) ? error : warning)(['indicators', index], 'INDICATOR_NOT_IN_TREE', {
            code,
          }),
        ],
  );
  return [...found, ...unplaced];
}

function tieBreaks({ ranking, indicators, fields }: CriteriaSetContent): CriteriaRemark[] {
  return ranking.tieBreaks.flatMap((tieBreak, index) => {
    const path = ['ranking', 'tieBreaks', index];
    if ('indicator' in tieBreak) {
      const code = tieBreak.indicator;
      return indicators.some((known) => known.code === code)
        ? []
        : [error(path, 'INDICATOR_UNKNOWN', { code })];
    }
    const code = tieBreak.field;
    return fields.some((known) => known.code === code) ? [] : [error(path, 'FIELD_UNKNOWN', { code })];
  });
}

interface OfTypes {
  readonly unitTypes?: readonly string[] | undefined;
}

/** Types of units that there are none of. */
function unitTypesOf({ dataElements, indicators, checks }: CriteriaSetContent): CriteriaRemark[] {
  const at = (name: string, items: readonly OfTypes[]): [Path, OfTypes][] =>
    items.map((item, index) => [[name, index], item]);
  const placed = [
    ...at('dataElements', dataElements),
    ...at('checks', checks),
    ...at('indicators', indicators),
    ...indicators.flatMap(({ thresholds }, index) =>
      at('thresholds', thresholds).map(([path, item]): [Path, OfTypes] => [
        ['indicators', index, ...path],
        item,
      ]),
    ),
  ];
  return placed.flatMap(([path, { unitTypes: types = [] }]) =>
    types
      .filter((type) => !known.has(type))
      .map((code) => warning([...path, 'unitTypes'], 'UNIT_TYPE_UNKNOWN', { code, suggestion: meant(code) })),
  );
}

const known: ReadonlySet<string> = new Set(unitTypes);

/** The type whose code or name was meant. */
function meant(text: string): string {
  const named = unitTypes.find((type) =>
    Object.values(unitTypeNames[type]).some((name) => name.toLowerCase() === text.toLowerCase()),
  );
  return named ?? nearestName(text, unitTypes);
}
