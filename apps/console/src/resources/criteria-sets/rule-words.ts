import {
  fill,
  formatDecimal,
  type Comparison,
  type Expression,
  type Indicator,
  type Language,
  type Names,
  type Threshold,
} from '@nhip/contracts';
import { nameIn } from '../../session/language.js';

type NameOf = (code: string) => Names | undefined;
type Rule = Indicator['rule'];

const texts = {
  'all-or-nothing': {
    vi: 'Đạt {comparison} {value}: {max} điểm; không đạt: 0 điểm.',
    en: '{max} points where the value is {comparison} {value}, else none.',
  },
  bands: { vi: 'Điểm theo mức:', en: 'Points by band:' },
  linear: {
    vi: 'Điểm = {max} × giá trị ÷ {full}.',
    en: 'Points = {max} × value ÷ {full}.',
  },
  saturating: {
    vi: 'Đạt {target} trở lên: {max} điểm; thấp hơn: {max} × giá trị ÷ {target}.',
    en: '{max} points from {target} on; below it {max} × value ÷ {target}.',
  },
  floor: {
    vi: 'Dưới {floor}: 0 điểm; từ đó: {max} × giá trị ÷ {full}.',
    en: 'Below {floor} no points; from there {max} × value ÷ {full}.',
  },
  'lower-is-better': {
    vi: 'Từ {fullAt} trở xuống: {max} điểm; từ {zeroAt} trở lên: 0 điểm; ở giữa giảm đều.',
    en: '{max} points at {fullAt} and below, none at {zeroAt} and above, evenly less in between.',
  },
  deduction: {
    vi: 'Mỗi trường hợp trừ {perEvent} điểm, tính từ {start}.',
    en: 'Each event takes {perEvent} points, counted from {start}.',
  },
  deductionCap: { vi: 'Trừ tối đa {cap} điểm.', en: 'At most {cap} points are taken.' },
  bonus: {
    vi: 'Mỗi trường hợp thưởng {perEvent} điểm, tối đa {max}.',
    en: 'Each event gives {perEvent} points, at most {max}.',
  },
  external: {
    vi: 'Điểm do nơi khác công bố, quy đổi từ thang {lowest}–{highest} sang {max} điểm.',
    en: 'A score published elsewhere, converted from {lowest}–{highest} to {max} points.',
  },
  levels: { vi: 'Điểm theo mức đạt:', en: 'Points by level:' },
  composed: {
    vi: 'Cộng điểm các phần, tối đa {max}:',
    en: 'The points of the parts together, at most {max}:',
  },
  'relative-min-max': {
    vi: 'So với các đơn vị {within}: kém nhất {lowestPoints} điểm, tốt nhất {max} điểm, ở giữa theo đường thẳng; tất cả bằng nhau: {whenEqual} điểm.',
    en: 'Among the units {within}: {lowestPoints} points for the worst value, {max} for the best, in between a straight line; {whenEqual} if all are equal.',
  },
  'relative-rank': {
    vi: 'Theo hạng trong n đơn vị {within}: {max} × (n − hạng) ÷ (n − 1); chỉ có một đơn vị: {whenAlone} điểm.',
    en: 'By place among the n units {within}: {max} × (n − place) ÷ (n − 1); {whenAlone} for a unit alone.',
  },
  appraised: { vi: 'Hội đồng thẩm định cho điểm, tối đa {max}.', en: 'Decided in appraisal, at most {max}.' },
  'threshold-only': {
    vi: 'Chỉ theo dõi ngưỡng, không tính điểm.',
    en: 'Watched by thresholds only, no points.',
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

const bandTexts = {
  under: { vi: 'Dưới {to}: {points} điểm', en: 'Under {to}: {points} points' },
  from: { vi: 'Từ {from} trở lên: {points} điểm', en: 'From {from} on: {points} points' },
  between: { vi: 'Từ {from} đến dưới {to}: {points} điểm', en: 'From {from} to under {to}: {points} points' },
  any: { vi: 'Mọi giá trị: {points} điểm', en: 'Any value: {points} points' },
} as const;

const peerTexts = {
  'peer-group': { vi: 'cùng khối', en: 'of the peer group' },
  administration: { vi: 'toàn địa bàn', en: 'of the whole administration' },
} as const;

const zeroesTexts = {
  criterion: { vi: 'cả tiêu chí không được tính điểm', en: 'the criterion gets no points' },
  total: { vi: 'tổng điểm bằng 0', en: 'the total is 0' },
} as const;

const comparisonTexts = {
  '<': { vi: 'dưới', en: 'under' },
  '<=': { vi: 'không quá', en: 'at most' },
  '=': { vi: 'bằng', en: 'equal to' },
  '>=': { vi: 'từ', en: 'at least' },
  '>': { vi: 'trên', en: 'over' },
} as const satisfies Record<Comparison, Readonly<Record<Language, string>>>;

/** `dưới 90 %`: a comparison with a number in the indicator's measure. */
export function limitInWords(
  { comparison, value }: Pick<Threshold, 'comparison' | 'value'>,
  measure: Names,
  language: Language,
): string {
  return `${comparisonTexts[comparison][language]} ${formatDecimal(value, language)} ${nameIn(measure, language)}`;
}

/** How the value becomes points, a sentence a line. */
export function ruleInWords(
  { rule, maxPoints }: Pick<Indicator, 'rule' | 'maxPoints'>,
  language: Language,
): readonly string[] {
  const say = (text: Readonly<Record<Language, string>>, params: Readonly<Record<string, string>> = {}) =>
    fill(text[language], numbers({ max: maxPoints, ...params }, language));
  if (rule.type === 'bands') {
    return [
      say(texts.bands),
      ...rule.bands.map(({ from, to, points, names }) => {
        const key = from === null ? (to === null ? 'any' : 'under') : to === null ? 'from' : 'between';
        const named = names ? ` (${nameIn(names, language)})` : '';
        return say(bandTexts[key], { from: from ?? '', to: to ?? '', points }) + named;
      }),
    ];
  }
  if (rule.type === 'deduction') {
    const start = rule.from === 'zero' ? '0' : maxPoints;
    return [
      say(texts.deduction, { perEvent: rule.perEvent, start }),
      ...(rule.cap === undefined ? [] : [say(texts.deductionCap, { cap: rule.cap })]),
    ];
  }
  if (rule.type === 'all-or-nothing') {
    const comparison = comparisonTexts[rule.comparison][language];
    return [say(texts['all-or-nothing'], { comparison, value: rule.value })];
  }
  if (rule.type === 'levels') {
    return [
      say(texts.levels),
      ...rule.levels.map(({ names, points, zeroes }) => {
        const also = zeroes ? `; ${zeroesTexts[zeroes][language]}` : '';
        return `${nameIn(names, language)}: ${say(pointsText, { points })}${also}`;
      }),
    ];
  }
  if (rule.type === 'composed') {
    const parts = rule.parts.map(
      (part) => `${nameIn(part.names, language)}: ${ruleInWords(part, language).join(' ')}`,
    );
    return [say(texts.composed), ...parts];
  }
  const params = paramsOf(rule);
  if ('within' in rule) params['within'] = peerTexts[rule.within][language];
  return [say(texts[rule.type], params)];
}

const pointsText = { vi: '{points} điểm', en: '{points} points' } as const;

const paramsOf = ({ type: _, ...params }: Exclude<Rule, { type: 'bands' }>): Record<string, string> =>
  Object.fromEntries(Object.entries(params).filter(([, value]) => typeof value === 'string'));

/** `A + B − C`, in the names of the data elements. */
export function expressionInWords(expression: Expression, nameOf: NameOf, language: Language): string {
  if ('constant' in expression) return formatDecimal(expression.constant, language);
  if ('period' in expression) return language === 'vi' ? 'số tháng của kỳ' : 'months in the period';
  if ('formula' in expression) return formulaTextInWords(expression.formula, nameOf, language);
  const name = (code: string) => {
    const names = nameOf(code);
    return names ? nameIn(names, language) : code;
  };
  const plus = expression.plus.map(name).join(' + ');
  return [plus, ...expression.minus.map(name)].join(' − ');
}

/** A formula as it is read: names in place of codes, signs and numbers as people write them. */
export function formulaTextInWords(formula: string, nameOf: NameOf, language: Language): string {
  return formula.replace(
    /\[\s*([A-Za-z0-9._-]+)\s*\]|\d+(?:\.\d+)?|\*|\/|-|<=|>=|<>|\s*[,;]\s*/g,
    (token, code: string | undefined) => {
      if (code !== undefined) {
        const names = nameOf(code);
        return `[${names ? nameIn(names, language) : code}]`;
      }
      if (/^\d/.test(token)) return formatDecimal(token, language);
      return FORMULA_SIGNS[token] ?? '; ';
    },
  );
}

const FORMULA_SIGNS: Readonly<Record<string, string>> = {
  '*': '×',
  '/': '÷',
  '-': '−',
  '<=': '≤',
  '>=': '≥',
  '<>': '≠',
};

/** How the value comes about: `100 × A ÷ B`. */
export function formulaInWords(
  { numerator, denominator, shownAs }: Pick<Indicator, 'numerator' | 'denominator' | 'shownAs'>,
  nameOf: NameOf,
  language: Language,
): string {
  const above = expressionInWords(numerator, nameOf, language);
  if (denominator === undefined) return above;
  const below = expressionInWords(denominator, nameOf, language);
  return `${bracketed(numerator, above)} ÷ ${bracketed(denominator, below)}${shownAs === 'percent' ? ' × 100' : ''}`;
}

/** In brackets where something weaker than a product stands in it; signs within names are none. */
function bracketed(expression: Expression, words: string): string {
  const weaker =
    'formula' in expression
      ? / ([+−<=>≤≥≠]|and|or) /.test(words.replace(/\[[^\]]*\]/g, '[]'))
      : 'plus' in expression && expression.plus.length + expression.minus.length > 1;
  return weaker ? `(${words})` : words;
}

const NUMBER = /^-?\d+(\.\d+)?$/;
const numbers = (params: Readonly<Record<string, string>>, language: Language): Record<string, string> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      NUMBER.test(value) ? formatDecimal(value, language) : value,
    ]),
  );
