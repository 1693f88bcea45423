import {
  fill,
  formatDecimal,
  policyTexts,
  unitTypeNames,
  type CriteriaSetContent,
  type Expression,
  type Gate,
  type Indicator,
  type Language,
  type Names,
  type PolicyCode,
  type Quota,
} from '@nhip/contracts';
import { nameIn } from '../../session/language.js';
import { formulaTextInWords } from './rule-words.js';

const texts = {
  gate: { vi: '{name}: khi {when} thì {effect}', en: '{name}: when {when}, {effect}' },
  gateOpen: { vi: '{name}: chưa định lượng; {effect}', en: '{name}: not quantified; {effect}' },
  total: { vi: 'cả tổng điểm bằng 0', en: 'the total is 0' },
  zero: { vi: '“{of}” bằng 0 điểm', en: '“{of}” gets 0 points' },
  atMost: { vi: 'không xếp trên “{of}”', en: 'no class above “{of}”' },
  down: { vi: 'hạ {count} bậc', en: '{count} classes down' },
  quota: {
    vi: '“{of}”: không quá {share} % số đơn vị được xếp hạng {within}; phần vượt xếp “{overflow}”',
    en: '“{of}”: at most {share} % of the ranked units {within}; the others get “{overflow}”',
  },
  'peer-group': { vi: 'trong khối', en: 'of the peer group' },
  administration: { vi: 'của toàn địa phương', en: 'of the administration' },
} as const satisfies Record<string, Names>;

const say = (key: keyof typeof texts, language: Language, params: Record<string, string> = {}): string =>
  fill(texts[key][language], params);

/** Names of everything in the set that a gate or tie-break can point at. */
function nameOf(content: CriteriaSetContent, code: string): Names | undefined {
  const { fields, indicators, dataElements, classification } = content;
  const criteria = fields.flatMap((field) => field.criteria);
  const places = [
    classification?.bands ?? [],
    fields,
    criteria,
    criteria.flatMap(({ subCriteria }) => subCriteria),
    indicators,
    dataElements,
  ];
  return places.flat().find((one) => one.code === code)?.names;
}

const named = (content: CriteriaSetContent, code: string, language: Language): string =>
  nameIn(nameOf(content, code) ?? { vi: code }, language);

/** When a gate is met and what it takes. */
export function gateInWords(gate: Gate, content: CriteriaSetContent, language: Language): string {
  const name = nameIn(gate.names, language);
  const effect = effectInWords(gate.effect, content, language);
  if (gate.when === undefined) return say('gateOpen', language, { name, effect });
  const when = formulaTextInWords(gate.when, (code) => nameOf(content, code), language);
  return say('gate', language, { name, when, effect });
}

function effectInWords(effect: Gate['effect'], content: CriteriaSetContent, language: Language): string {
  if ('atMost' in effect) return say('atMost', language, { of: named(content, effect.atMost, language) });
  if ('down' in effect) return say('down', language, { count: String(effect.down) });
  if (effect.zero === 'total' || effect.of === undefined) return say('total', language);
  return say('zero', language, { of: named(content, effect.of, language) });
}

/** How many units may keep a class, and where the others fall. */
export function quotaInWords(quota: Quota, content: CriteriaSetContent, language: Language): string {
  return say('quota', language, {
    of: named(content, quota.class, language),
    share: percent(quota.share, language),
    within: say(quota.within, language),
    overflow: named(content, quota.overflow, language),
  });
}

/** `0.25` → `25`: the point moved, no digit lost. */
function percent(share: string, language: Language): string {
  const [whole = '0', decimals = ''] = share.split('.');
  const padded = decimals.padEnd(2, '0');
  const digits = `${whole}${padded.slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  const rest = padded.slice(2).replace(/0+$/, '');
  return formatDecimal(rest === '' ? digits : `${digits}.${rest}`, language);
}

/** What decides between equal totals, in order. */
export const tieBreaksInWords = (content: CriteriaSetContent, language: Language): string[] =>
  content.ranking.tieBreaks.map((tieBreak) =>
    named(content, 'field' in tieBreak ? tieBreak.field : tieBreak.indicator, language),
  );

/** What is laid down for figures that are no plain value, as far as it can act on the indicator. */
export function policiesInWords(
  { policies, numerator, denominator, unitTypes, rule }: Indicator,
  language: Language,
): string[] {
  if (rule.type === 'threshold-only') return [];
  const { zeroDenominator, missing, notApplicable, nothingOccurred } = policies;
  const leavesOut = [zeroDenominator, missing, nothingOccurred].includes('not-applicable');
  const parts = denominator === undefined ? [numerator] : [numerator, denominator];
  const acting: PolicyCode[] = [
    ...(denominator === undefined ? [] : [`zero-denominator:${zeroDenominator}` as const]),
    ...(nothingOccurred === 'as-zero' ? [] : [`nothing-occurred:${nothingOccurred}` as const]),
    ...(parts.every(countsBlanks) ? [] : [`missing:${missing}` as const]),
    ...(parts.some(countsBlanks) ? ['missing:as-zero' as const] : []),
    ...(unitTypes !== undefined || leavesOut ? [`not-applicable:${notApplicable}` as const] : []),
  ];
  return acting.map((code) => policyTexts[code][language]);
}

/** Whether a missing figure is 0 to it. */
const countsBlanks = (part: Expression): boolean => 'blanks' in part && part.blanks === 'zero';

/** Types of units an indicator applies to; undefined where it applies to all. */
export const unitTypesInWords = ({ unitTypes }: Indicator, language: Language): string | undefined =>
  unitTypes
    ?.map((type) =>
      type in unitTypeNames ? unitTypeNames[type as keyof typeof unitTypeNames][language] : type,
    )
    .join(', ');
