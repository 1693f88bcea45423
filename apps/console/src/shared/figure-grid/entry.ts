import {
  figureStateTexts,
  formatDecimal,
  parseDecimal,
  searchKey,
  type FigureSource,
  type FigureState,
  type FigureView,
  type FormElement,
  type Language,
  type NumberRemark,
  yesNoTexts,
} from '@nhip/contracts';

/** What stands in one cell of the grid, as typed. A blank text with the state `value` is a cell not filled. */
export interface Entry {
  readonly state: FigureState;
  readonly text: string;
  readonly note: string;
  readonly source: FigureSource | null;
}

/** What an entry means. */
export type Read =
  | { readonly kind: 'blank' }
  | {
      readonly kind: 'figure';
      readonly state: FigureState;
      /** Canonical decimal text; null but for the state `value`. */
      readonly value: string | null;
      readonly remarks: readonly NumberRemark[];
    }
  | { readonly kind: 'fault'; readonly code: string; readonly params: Readonly<Record<string, string>> };

export type CellElement = Pick<FormElement, 'kind' | 'tiers' | 'names'>;

export const blankEntry: Entry = { state: 'value', text: '', note: '', source: null };

/** What may be typed for a state besides its words; shown under the grid. */
export const stateShorthands = {
  vi: { nothing: 'kps', 'not-applicable': 'kad', missing: 'ccdl' },
  en: { nothing: 'nil', 'not-applicable': 'na', missing: 'nd' },
} as const satisfies Record<Language, Record<Exclude<FigureState, 'value'>, string>>;

const stateOfWord = new Map<string, FigureState>(
  (['nothing', 'not-applicable', 'missing'] as const).flatMap((state) =>
    [
      figureStateTexts[state].vi,
      figureStateTexts[state].en,
      stateShorthands.vi[state],
      stateShorthands.en[state],
    ].map((word): [string, FigureState] => [searchKey(word), state]),
  ),
);

const yesNoWords = new Map([
  ...['1', 'co', 'c', 'yes', 'y', 'x'].map((word): [string, '1'] => [word, '1']),
  ...['0', 'khong', 'k', 'no', 'n'].map((word): [string, '0'] => [word, '0']),
]);

/** Typed or pasted text in a cell: a word for a state becomes that state, everything else stays as typed. */
export function typedInto(entry: Entry, text: string): Entry {
  const state = stateOfWord.get(searchKey(text));
  return state === undefined ? { ...entry, state: 'value', text } : { ...entry, state, text: '' };
}

/** The figure on the server as an entry, written as the language writes it. */
export function entryOf(element: CellElement, figure: FigureView | null, language: Language): Entry {
  if (figure === null) return blankEntry;
  const { state, value, note, source } = figure;
  return { state, text: shownValue(element, value, language), note: note ?? '', source };
}

/** A value as people read it in this kind of cell: a number, yes or no, the name of a tier. */
export function shownValue({ kind, tiers }: CellElement, value: string | null, language: Language): string {
  if (value === null) return '';
  if (kind === 'yes-no') return (value === '0' ? yesNoTexts['0'] : yesNoTexts['1'])[language];
  if (kind === 'text-tier') {
    const names = tiers?.[Number(value) - 1];
    if (names) return (language === 'en' && names.en) || names.vi;
  }
  return formatDecimal(value, language);
}

/** Choices of a cell besides typing: yes and no, the tiers. */
export function choicesOf({ kind, tiers }: CellElement, language: Language): readonly string[] {
  if (kind === 'yes-no') return [yesNoTexts['1'][language], yesNoTexts['0'][language]];
  return kind === 'text-tier'
    ? (tiers ?? []).map((names) => (language === 'en' && names.en) || names.vi)
    : [];
}

/** Reads an entry by the contract's rules, so that what the server would refuse is said while typing. */
export function readEntry(element: CellElement, entry: Entry, language: Language): Read {
  if (entry.state !== 'value') return { kind: 'figure', state: entry.state, value: null, remarks: [] };
  const text = entry.text.normalize('NFC').trim();
  if (text === '') return { kind: 'blank' };
  const named = namedValue(element, text);
  if (named !== undefined) return { kind: 'figure', state: 'value', value: named, remarks: [] };
  const name = (language === 'en' && element.names.en) || element.names.vi;
  if (element.kind === 'yes-no') return { kind: 'fault', code: 'VALUE_NOT_YES_NO', params: { name } };
  const read = parseDecimal(text, {
    language,
    percent: element.kind === 'rate',
    whole: element.kind === 'count',
  });
  if (!read.ok) return { kind: 'fault', code: read.code, params: read.params };
  const code = faultOf(element, read.value);
  if (code !== undefined)
    return { kind: 'fault', code, params: { name, count: String(element.tiers?.length ?? 0) } };
  return { kind: 'figure', state: 'value', value: read.value, remarks: read.warnings };
}

/** Yes, no and tiers may be written in words. */
function namedValue({ kind, tiers }: CellElement, text: string): string | undefined {
  const word = searchKey(text);
  if (kind === 'yes-no') return yesNoWords.get(word);
  if (kind !== 'text-tier') return undefined;
  const index = (tiers ?? []).findIndex(({ vi, en }) => searchKey(vi) === word || searchKey(en) === word);
  return index < 0 ? undefined : String(index + 1);
}

const WHOLE_FROM_ONE = /^[1-9]\d*$/;

function faultOf({ kind, tiers }: CellElement, value: string): string | undefined {
  if ((kind === 'count' || kind === 'rate') && value.startsWith('-')) return 'VALUE_NEGATIVE';
  if (kind === 'rank' && !WHOLE_FROM_ONE.test(value)) return 'VALUE_NOT_A_RANK';
  if (kind !== 'text-tier') return undefined;
  const known = WHOLE_FROM_ONE.test(value) && BigInt(value) <= BigInt(tiers?.length ?? 0);
  return known ? undefined : 'VALUE_NOT_A_TIER';
}

/** Whether two entries say the same, however they are written. */
export function sameEntry(element: CellElement, one: Entry, other: Entry, language: Language): boolean {
  return (
    meaning(element, one, language) === meaning(element, other, language) &&
    one.note.trim() === other.note.trim() &&
    JSON.stringify(sorted(one.source)) === JSON.stringify(sorted(other.source))
  );
}

function meaning(element: CellElement, entry: Entry, language: Language): string {
  const read = readEntry(element, entry, language);
  if (read.kind === 'figure') return `${read.state} ${read.value ?? ''}`;
  return read.kind === 'blank' ? '' : `? ${entry.text.trim()}`;
}

function sorted(source: FigureSource | null): unknown {
  return source && Object.entries(source).sort(([one], [other]) => one.localeCompare(other));
}

/** The entry in the writing of another language; what cannot be read stays as typed. */
export function rewritten(element: CellElement, entry: Entry, from: Language, to: Language): Entry {
  const read = readEntry(element, entry, from);
  if (from === to || read.kind !== 'figure' || read.value === null) return entry;
  return { ...entry, text: shownValue(element, read.value, to) };
}
