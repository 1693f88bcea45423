import {
  criteriaChoices,
  criteriaFieldWords,
  criteriaPartWords,
  formatDecimal,
  type CriteriaPart,
  type CriteriaSetContent,
  type Expression,
  type Language,
} from '@nhip/contracts';
import { expressionInWords, formulaTextInWords } from '../rule-words.js';

type Json = Record<string, unknown>;

export interface FieldChange {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

/** One part of the set that is not what it was. */
export interface PartChange {
  readonly part: CriteriaPart;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly code: string;
  readonly name: string;
  /** Of an added or removed part nothing: it is there or it is not. */
  readonly changes: readonly FieldChange[];
}

interface Listed {
  readonly part: CriteriaPart;
  readonly code: string;
  readonly name: string;
  /** The part without the parts below it that are listed themselves. */
  readonly says: Json;
  /** Where it stands: its parents by code, which it can change, and by name. */
  readonly under: Home;
}

interface Home {
  readonly codes: string;
  readonly names: string;
}
const nowhere: Home = { codes: '', names: '' };

/** What was added, removed and changed from one content to another, field by field in the reader's words. */
export function compareContents(
  before: CriteriaSetContent,
  after: CriteriaSetContent,
  language: Language,
): PartChange[] {
  const [old, now] = [listed(before, language), listed(after, language)];
  const keys = [...new Set([...now.keys(), ...old.keys()])];
  return keys.flatMap((key): PartChange[] => {
    const [from, to] = [old.get(key), now.get(key)];
    if (from === undefined && to !== undefined) return [{ ...labelOf(to), kind: 'added', changes: [] }];
    if (to === undefined && from !== undefined) return [{ ...labelOf(from), kind: 'removed', changes: [] }];
    if (from === undefined || to === undefined) return [];
    const words = { before: wordsOf(before, language), after: wordsOf(after, language) };
    const changes = changesOf(to.part, from.says, to.says, words, language);
    if (from.under.codes !== to.under.codes)
      changes.push({ field: under[language], from: from.under.names || '–', to: to.under.names || '–' });
    return changes.length === 0 ? [] : [{ ...labelOf(to), kind: 'changed', changes }];
  });
}

const under = { vi: 'Nằm trong', en: 'Stands in' } as const;
const order = { vi: 'Thứ tự', en: 'Order' } as const;
const labelOf = ({ part, code, name }: Listed) => ({ part, code, name });

const nameOf = (names: { vi: string; en?: string | undefined }, language: Language): string =>
  (language === 'en' && names.en) || names.vi;

/** Every part by a key that stays the same between versions: what it is, and its code. */
function listed(content: CriteriaSetContent, language: Language): Map<string, Listed> {
  const found = new Map<string, Listed>();
  const add = (
    part: CriteriaPart,
    one: { code: string; names: { vi: string; en?: string | undefined } },
    says: object,
    home: Home = nowhere,
  ): void => {
    const key = `${part} ${one.code}`;
    const twice = [...found.keys()].filter((known) => known === key || known.startsWith(`${key}#`)).length;
    found.set(twice === 0 ? key : `${key}#${twice}`, {
      part,
      code: one.code,
      name: nameOf(one.names, language),
      says: says as Json,
      under: home,
    });
  };
  const homes = new Map<string, Home>();
  const inside = (
    { codes, names }: Home,
    one: { code: string; names: Parameters<typeof nameOf>[0] },
  ): Home => ({
    codes: `${codes} ${one.code}`,
    names: [names, nameOf(one.names, language)].filter((name) => name !== '').join(' › '),
  });
  const { totals, ranking, citation, classification } = content;
  add('set', { code: '', names: criteriaPartWords.set }, { totals, ranking, citation, classification });
  const codesOf = (list: readonly { code: string }[]) => list.map(({ code }) => code);
  for (const field of content.fields) {
    const { criteria, ...says } = field;
    const ofField = inside(nowhere, field);
    add('fields', field, { ...says, criteria: codesOf(criteria) });
    for (const criterion of criteria) {
      const { subCriteria, ...rest } = criterion;
      const ofCriterion = inside(ofField, criterion);
      add('criteria', criterion, { ...rest, subCriteria: codesOf(subCriteria) }, ofField);
      criterion.indicators.forEach((code) => homes.set(code, ofCriterion));
      for (const sub of subCriteria) {
        add('subCriteria', sub, sub, ofCriterion);
        sub.indicators.forEach((code) => homes.set(code, inside(ofCriterion, sub)));
      }
    }
  }
  for (const indicator of content.indicators)
    add('indicators', indicator, indicator, homes.get(indicator.code) ?? nowhere);
  for (const element of content.dataElements) add('dataElements', element, element);
  for (const check of content.checks) add('checks', check, check);
  for (const gate of content.gates) add('gates', gate, gate);
  return found;
}

type NameOfCode = (code: string) => string | undefined;

/** Codes that a content's fields refer to, by name; of classes as `class/…`. */
function wordsOf(content: CriteriaSetContent, language: Language): NameOfCode {
  const criteria = content.fields.flatMap((field) => field.criteria);
  const classes = (content.classification?.bands ?? []).map((one) => ({ ...one, code: `class/${one.code}` }));
  const all = new Map(
    [
      ...content.dataElements,
      ...content.indicators,
      ...content.fields,
      ...criteria,
      ...criteria.flatMap(({ subCriteria }) => subCriteria),
      ...classes,
    ].map(({ code, names }) => [code, nameOf(names, language)]),
  );
  return (code) => all.get(code);
}

function changesOf(
  part: string,
  before: Json,
  after: Json,
  words: { before: NameOfCode; after: NameOfCode },
  language: Language,
): FieldChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key): FieldChange[] => {
    const [from, to] = [before[key], after[key]];
    if (JSON.stringify(from) === JSON.stringify(to)) return [];
    const place = `${part}.${key}`;
    if (isPlain(from) && isPlain(to) && !isWhole(key)) return changesOf(place, from, to, words, language);
    const field = fieldWord(place, language);
    if (isCoded(from) && isCoded(to)) return entryChanges(place, field, from, to, words, language);
    const [was, is] = [
      inWords(place, from, words.before, language),
      inWords(place, to, words.after, language),
    ];
    // Two lists of the same words in another order.
    if (was === is) return [{ field, from: order[language], to: order[language] }];
    return [{ field, from: was, to: is }];
  });
}

type Entry = Json & { readonly code: string };
const isCoded = (value: unknown): value is readonly Entry[] =>
  Array.isArray(value) && value.every((entry) => isPlain(entry) && typeof entry['code'] === 'string');

/** Entries of a list that have codes: each by itself, rather than the whole list twice. */
function entryChanges(
  place: string,
  field: string,
  before: readonly Entry[],
  after: readonly Entry[],
  words: { before: NameOfCode; after: NameOfCode },
  language: Language,
): FieldChange[] {
  const codes = [...new Set([...before, ...after].map(({ code }) => code))];
  const changes = codes.flatMap((code): FieldChange[] => {
    const [from, to] = [before, after].map((list) => list.find((entry) => entry.code === code));
    const own = `${field} “${entryName(to ?? from ?? { code }, language)}”`;
    if (from !== undefined && to !== undefined)
      return changesOf(place, from, to, words, language).map((change) => ({
        ...change,
        field: `${own} · ${change.field}`,
      }));
    const [was, is] = [
      inWords(place, from, words.before, language),
      inWords(place, to, words.after, language),
    ];
    return [{ field: own, from: was, to: is }];
  });
  if (changes.length > 0) return changes;
  const [from, to] = [before, after].map((list) =>
    list.map((entry) => entryName(entry, language)).join('; '),
  );
  return [{ field: `${field}: ${order[language]}`, from: from ?? '', to: to ?? '' }];
}

const entryName = ({ code, names }: Entry, language: Language): string =>
  isPlain(names) ? nameOf(names as { vi: string; en?: string }, language) : code;

const isPlain = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** Told as one sentence rather than by their own fields. */
const wholes = new Set(['numerator', 'denominator', 'left', 'right', 'rounding', 'pointsRounding', 'effect']);
const isWhole = (key: string): boolean => wholes.has(key);

/** `Căn cứ: văn bản`; a part of a name is told by what is named and the language. */
function fieldWord(place: string, language: Language): string {
  return criteriaFieldWords(place)[language];
}

function inWords(place: string, value: unknown, nameOfCode: NameOfCode, language: Language): string {
  if (value === undefined || value === null) return '–';
  if (Array.isArray(value)) {
    if (value.length === 0) return '–';
    return value
      .map((entry) =>
        typeof entry === 'string'
          ? (nameOfCode(entry) ?? entry)
          : sentence(place, entry as Json, nameOfCode, language),
      )
      .join('; ');
  }
  if (isPlain(value)) return sentence(place, value, nameOfCode, language);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const choice = criteriaChoices(place)?.[text];
  if (choice !== undefined) return choice[language];
  if (/\.(class|overflow)$/.test(place)) return nameOfCode(`class/${text}`) ?? text;
  if (/\.(field|indicator)$/.test(place)) return nameOfCode(text) ?? text;
  if (/\.(formula|when)$/.test(place)) return formulaTextInWords(text, named(nameOfCode), language);
  return /^-?\d+(\.\d+)?$/.test(text) && !place.endsWith('.code') ? formatDecimal(text, language) : text;
}

const named = (nameOfCode: NameOfCode) => (code: string) => {
  const name = nameOfCode(code);
  return name === undefined ? undefined : { vi: name, en: name };
};

/** `Từ 50, Đến dưới 80, Điểm 5`; an expression as it is read. */
function sentence(place: string, value: Json, nameOfCode: NameOfCode, language: Language): string {
  if ('plus' in value || 'constant' in value || 'formula' in value || 'period' in value) {
    const words = expressionInWords(value as Expression, named(nameOfCode), language);
    const zero =
      value['blanks'] === 'zero'
        ? ` (${(criteriaChoices('blanks')?.['zero'] ?? { vi: '', en: '' })[language]})`
        : '';
    return words + zero;
  }
  if ('vi' in value) return nameOf(value as unknown as { vi: string; en?: string }, language);
  if (place.endsWith('.effect')) return effectInWords(value, nameOfCode, language);
  if ('mode' in value) {
    const mode = value['mode'] === 'step' ? `step-${String(value['direction'])}` : String(value['mode']);
    const says = criteriaChoices('rounding.mode')?.[mode]?.[language] ?? mode;
    return `${says} (${inWords('', String(value['dp'] ?? value['step']), nameOfCode, language)})`;
  }
  return Object.entries(value)
    .map(
      ([key, inner]) =>
        `${fieldWord(`${place}.${key}`, language)}: ${inWords(`${place}.${key}`, inner, nameOfCode, language)}`,
    )
    .join(', ');
}

/** `Không vượt quá loại: Tốt`, `Lĩnh vực 0 điểm: Cổng thông tin`. */
function effectInWords(
  { zero, of, atMost, down }: { zero?: string; of?: string; atMost?: string; down?: number },
  nameOfCode: NameOfCode,
  language: Language,
): string {
  const says = (kind: string): string => criteriaChoices('effect.kind')?.[kind]?.[language] ?? kind;
  if (atMost !== undefined) return `${says('at-most')}: ${nameOfCode(`class/${atMost}`) ?? atMost}`;
  if (down !== undefined) return `${says('down')}: ${down}`;
  return says(`zero-${zero ?? ''}`) + (of === undefined ? '' : `: ${nameOfCode(of) ?? of}`);
}
