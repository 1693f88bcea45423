import {
  criteriaFileTexts,
  fill,
  type CriteriaFileCode,
  type CriteriaFileProblem,
  type Language,
} from '@nhip/contracts';

/** Where a problem stands: sheet, row (null: the whole sheet), cell and heading of the column. */
export interface FilePlace {
  readonly sheet: string;
  readonly row: number | null;
  readonly cell: string;
  readonly column: string;
}

/** Problems of one file in the reader's language, in the order in which they were found. */
export class FileProblems {
  readonly all: CriteriaFileProblem[] = [];

  constructor(readonly language: Language) {}

  get hasErrors(): boolean {
    return this.all.some(({ severity }) => severity === 'error');
  }

  error(place: FilePlace, code: CriteriaFileCode, params: Readonly<Record<string, string>> = {}): void {
    this.say('error', place, code, params);
  }

  warning(place: FilePlace, code: CriteriaFileCode, params: Readonly<Record<string, string>> = {}): void {
    this.say('warning', place, code, params);
  }

  /** A message that comes from elsewhere, with the value it speaks of. */
  add(place: FilePlace, code: string, found: string, message: string): void {
    const { [this.language]: text } = criteriaFileTexts.VALUE_FOUND;
    this.all.push({
      ...place,
      severity: 'error',
      code,
      found,
      message: found === '' ? message : fill(text, { found, message }),
    });
  }

  private say(
    severity: CriteriaFileProblem['severity'],
    place: FilePlace,
    code: CriteriaFileCode,
    params: Readonly<Record<string, string>>,
  ): void {
    const message = fill(criteriaFileTexts[code][this.language], params);
    this.all.push({ ...place, severity, code, found: params['found'] ?? '', message });
  }
}

export const wholeFile: FilePlace = { sheet: '', row: null, cell: '', column: '' };

/** `A`, `B`, … `AA` of a column, counted from 0. */
export const columnLetters = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : columnLetters(Math.floor(index / 26) - 1) + columnLetters(index % 26);
