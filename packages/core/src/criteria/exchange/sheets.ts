import { criteriaFieldWords, type CriteriaPart, type Words } from '@nhip/contracts';

/** How a cell of a column is read: `text` as it is, `decimal` without a binary float, `yes` and `choice` from a list. */
export type ColumnKind = 'text' | 'decimal' | 'whole' | 'yes' | 'choice' | 'list';

export interface Column {
  /** Where its value stands in the record of a row: `names.vi`. */
  readonly key: string;
  readonly kind: ColumnKind;
  readonly words: Words;
  /** The place whose choices it offers. */
  readonly choices: string;
}

export interface SheetShape {
  readonly part: CriteriaPart;
  readonly names: Words;
  readonly columns: readonly Column[];
  /** Headings stand in the first column, the only record beside them. */
  readonly upright: boolean;
}

const kinds: Readonly<Record<string, ColumnKind>> = {
  d: 'decimal',
  n: 'whole',
  y: 'yes',
  c: 'choice',
  l: 'list',
};

/** Columns from a short list: `key` is text, `key:d` a decimal, `:n` whole, `:y` yes or no, `:c` a choice, `:l` a list. */
const columns = (part: CriteriaPart, list: string): Column[] =>
  list
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [key = '', kind = ''] = entry.split(':');
      return {
        key,
        kind: kinds[kind] ?? 'text',
        words: criteriaFieldWords(`${part}.${key}`),
        choices: `${part}.${key}`,
      };
    });

const shape = (part: CriteriaPart, vi: string, en: string, list: string, upright = false): SheetShape => ({
  part,
  names: { vi, en },
  columns: columns(part, list),
  upright,
});

const cited = (at: string) => `${at}.document ${at}.place ${at}.quote ${at}.url ${at}.unverified:y`;
const limit = (at: string) => `${at}comparison:c ${at}value:d`;
const names = 'names.vi names.en';
const fraction = 'numerator.how:c numerator.text denominator.how:c denominator.text';
const rounded = (at: string) => `${at}.mode:c ${at}.places`;
const policies =
  'policies.zeroDenominator:c policies.missing:c policies.notApplicable:c policies.nothingOccurred:c';
const simpleRule = `rule.type:c ${limit('rule.')} rule.on:c rule.full:d rule.target:d rule.floor:d rule.fullAt:d
  rule.zeroAt:d rule.perEvent:d rule.cap:d rule.from:c rule.lowest:d rule.highest:d`;

/** A workbook of a criteria set: a sheet for every kind of part, one part a row, in the order of the content. */
export const sheets = {
  set: shape(
    'set',
    'Bộ tiêu chí',
    'Criteria set',
    `code ${names} totals.maxPoints:d ${rounded('totals.rounding')} totals.lowest:d totals.highest:d
     classification.on:c ranking.within:c ranking.on:c ${cited('citation')}`,
    true,
  ),
  dataElements: shape(
    'dataElements',
    'Số liệu',
    'Data elements',
    `code ${names} measure.vi measure.en kind:c filledBy:c frequency:c source guide.vi guide.en formula blanks:c
     unitTypes:l illustrative:y ${cited('citation')}`,
  ),
  tiers: shape('tiers', 'Nhóm của số liệu', 'Tiers', `of ${names}`),
  indicators: shape(
    'indicators',
    'Chỉ số',
    'Indicators',
    `code ${names} measure.vi measure.en shownAs:c ${fraction} direction:c ${rounded('rounding')} declaredPart:y
     aggregation:c aggregationWeight ${policies} target.comparison:c target.value:d target.unquantified.vi target.unquantified.en
     ${cited('target.citation')} ${simpleRule} rule.lowestPoints:d rule.whenEqual:d rule.whenAlone:d rule.within:c
     maxPoints:d weight:d ${rounded('pointsRounding')} unitTypes:l ${cited('citation')} note.vi note.en`,
  ),
  parts: shape(
    'parts',
    'Thành phần',
    'Parts',
    `of code ${names} ${fraction} shownAs:c ${rounded('rounding')} declaredPart:y ${policies} ${simpleRule}
     maxPoints:d ${rounded('pointsRounding')}`,
  ),
  bands: shape('bands', 'Mức điểm', 'Bands', `of part from:d to:d points:d ${names}`),
  levels: shape('levels', 'Mức đạt', 'Levels', `of ${names} points:d zeroes:c`),
  thresholds: shape(
    'thresholds',
    'Ngưỡng',
    'Thresholds',
    `of code ${names} ${limit('')} consequence:c unitTypes:l ${cited('citation')}`,
  ),
  tree: shape('fields', 'Cây tiêu chí', 'Tree', `rung:c code ${names} maxPoints:d kind:c cap:d`),
  checks: shape(
    'checks',
    'Kiểm tra số liệu',
    'Checks',
    `code ${names} kind:c left.how:c left.text comparison:c right.how:c right.text tolerance:d scope:c residual.vi
     residual.en unitTypes:l ${cited('citation')}`,
  ),
  gates: shape(
    'gates',
    'Khống chế',
    'Gates',
    `code ${names} when blanks:c effect.kind:c effect.of ${cited('citation')}`,
  ),
  classes: shape('classes', 'Xếp loại', 'Classes', `code ${names} from:d to:d`),
  quotas: shape('quotas', 'Tỷ lệ khống chế', 'Quotas', 'class share within:c overflow ties:c'),
  tieBreaks: shape('tieBreaks', 'Phân hạng', 'Tie-breaks', 'by:c code prefer:c'),
} as const satisfies Record<string, SheetShape>;
export type SheetId = keyof typeof sheets;
export const sheetIds = Object.keys(sheets) as SheetId[];

/** A row as it stands between content and cells: text by key of its column; what is absent is not there. */
export type Row = Record<string, string>;
export type SetRows = Record<SheetId, Row[]>;

/** References from one sheet to a row of another: the code, with its turn where a draft uses it twice (`i#2`). */
export function references(codes: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return codes.map((code) => {
    const turn = (seen.get(code) ?? 0) + 1;
    seen.set(code, turn);
    return turn === 1 ? code : `${code}#${turn}`;
  });
}
