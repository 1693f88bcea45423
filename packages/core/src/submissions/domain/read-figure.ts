import {
  figureStateTexts,
  parseDecimal,
  type DataElement,
  type FigureState,
  type Language,
  type Names,
  type NumberRemark,
} from '@nhip/contracts';

/** What was typed into a cell. */
export interface TypedFigure {
  readonly state: FigureState;
  readonly value?: string | undefined;
}

export type ReadFigure =
  | {
      readonly ok: true;
      readonly state: FigureState;
      /** Exact decimal text; null but for the state `value`. */
      readonly value: string | null;
      readonly remarks: readonly NumberRemark[];
    }
  | {
      readonly ok: false;
      readonly code: string;
      readonly params: Readonly<Record<string, string | number | Names>>;
    };

const yes = new Set(['1', 'có', 'yes']);
const no = new Set(['0', 'không', 'no']);

/** Reads what was typed by what the element is. A blank is never zero, and a state without a number has none. */
export function readFigure(element: DataElement, typed: TypedFigure, language: Language): ReadFigure {
  const text = (typed.value ?? '').normalize('NFC').trim();
  if (typed.state !== 'value') {
    if (text !== '')
      return { ok: false, code: 'VALUE_UNEXPECTED', params: { state: figureStateTexts[typed.state] } };
    return { ok: true, state: typed.state, value: null, remarks: [] };
  }
  if (element.kind === 'yes-no' && text !== '') return readYesNo(element, text);
  const whole = element.kind === 'count';
  const read = parseDecimal(text, { language, percent: element.kind === 'rate', whole });
  if (!read.ok) return { ok: false, code: read.code, params: read.params };
  const fault = faultOf(element, read.value);
  if (fault !== undefined)
    return {
      ok: false,
      code: fault,
      params: { name: element.names, ...(element.tiers && { count: element.tiers.length }) },
    };
  return { ok: true, state: 'value', value: read.value, remarks: read.warnings };
}

function readYesNo({ names }: DataElement, text: string): ReadFigure {
  const word = text.toLowerCase();
  if (!yes.has(word) && !no.has(word))
    return { ok: false, code: 'VALUE_NOT_YES_NO', params: { name: names } };
  return { ok: true, state: 'value', value: yes.has(word) ? '1' : '0', remarks: [] };
}

const WHOLE_FROM_ONE = /^[1-9]\d*$/;

function faultOf({ kind, tiers }: DataElement, value: string): string | undefined {
  switch (kind) {
    case 'count':
    case 'rate':
      return value.startsWith('-') ? 'VALUE_NEGATIVE' : undefined;
    case 'rank':
      return WHOLE_FROM_ONE.test(value) ? undefined : 'VALUE_NOT_A_RANK';
    case 'text-tier':
      return WHOLE_FROM_ONE.test(value) && BigInt(value) <= BigInt(tiers?.length ?? 0)
        ? undefined
        : 'VALUE_NOT_A_TIER';
    case 'yes-no':
      return 'NUMBER_BLANK';
    case 'amount':
    case 'external-score':
      return undefined;
  }
}
