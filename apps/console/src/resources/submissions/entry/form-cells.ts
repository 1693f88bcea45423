import {
  elementsOf,
  withParts,
  type FigureCell,
  type FigureView,
  type FindingView,
  type FormElement,
  type FormRow,
  type Indicator,
  type Language,
  type SubmissionForm,
} from '@nhip/contracts';
import type { Entries } from '../../../shared/figure-grid/draft.js';
import { entryOf, readEntry, type Entry } from '../../../shared/figure-grid/entry.js';
import { exact } from '../../../shared/figure-grid/exact.js';
import { periodFigure, type LiveFigure, type LiveFigures } from './live-rate.js';

/** `received`, or `posts/2022-09` for one month of a monthly element. */
export const cellOf = ({ element, month }: Pick<FormRow, 'element' | 'month'>): string =>
  month === null ? element : `${element}/${month}`;

/** One cell of the form with its element. */
export interface FormCell {
  readonly cell: string;
  readonly row: FormRow;
  readonly element: FormElement;
}

/** An element with its cells: one, or one a month. */
export interface FormLine {
  readonly element: FormElement;
  readonly cells: readonly FormCell[];
}

/** Lines under the indicator they are first used by; those no indicator uses stand at the end, without one. */
export interface FormGroup {
  readonly indicator: Indicator | undefined;
  readonly lines: readonly FormLine[];
}

type Form = Pick<SubmissionForm, 'elements' | 'rows' | 'indicators' | 'calculated'>;

export function cellsOfForm({ elements, rows }: Pick<Form, 'elements' | 'rows'>): Map<string, FormCell> {
  const byCode = new Map(elements.map((element) => [element.code, element]));
  return new Map(
    rows.flatMap((row): [string, FormCell][] => {
      const element = byCode.get(row.element);
      const cell = cellOf(row);
      return element ? [[cell, { cell, row, element }]] : [];
    }),
  );
}

/** Codes of the elements an indicator is made of, numerator first; of calculated ones, those that are filled in. */
export function elementsOfIndicator(
  { numerator, denominator, rule }: Pick<Indicator, 'numerator' | 'denominator' | 'rule'>,
  calculated: Form['calculated'],
): string[] {
  const formulas = new Map(calculated.map(({ code, formula }) => [code, formula]));
  const parts = rule.type === 'composed' ? rule.parts : [];
  const codes = [{ numerator, denominator }, ...parts].flatMap((one) =>
    [one.numerator, one.denominator].flatMap((expression) => (expression ? elementsOf(expression) : [])),
  );
  return withParts(codes, (code) => formulas.get(code)).filter((code) => !formulas.has(code));
}

/** The form in the order in which it is filled: by indicator, elements under it, months under a monthly one. */
export function groupsOf(form: Form): FormGroup[] {
  const lines = new Map<string, FormLine>();
  for (const cell of cellsOfForm(form).values()) {
    const { element } = cell;
    lines.set(element.code, { element, cells: [...(lines.get(element.code)?.cells ?? []), cell] });
  }
  const groups: FormGroup[] = [];
  for (const indicator of form.indicators) {
    const codes = elementsOfIndicator(indicator, form.calculated);
    // Made of nothing this unit reports: not an indicator of this form.
    if (codes.length === 0 || codes.some((code) => !form.elements.some((one) => one.code === code))) continue;
    const own = codes.flatMap((code) => lines.get(code) ?? []);
    for (const code of codes) lines.delete(code);
    groups.push({ indicator, lines: own });
  }
  if (lines.size > 0) groups.push({ indicator: undefined, lines: [...lines.values()] });
  return groups;
}

export function storedEntries(cells: ReadonlyMap<string, FormCell>, language: Language): Entries {
  return new Map(
    [...cells].map(([cell, { row, element }]) => [cell, entryOf(element, row.current, language)]),
  );
}

/** An indicator that is one figure as it stands needs no heading above it. */
export function isItsOwnFigure(group: FormGroup): group is FormGroup & { readonly indicator: Indicator } {
  const { indicator, lines } = group;
  const [line, ...others] = lines;
  return (
    indicator !== undefined &&
    indicator.denominator === undefined &&
    others.length === 0 &&
    line?.element.frequency === 'period' &&
    !('formula' in indicator.numerator) &&
    elementsOf(indicator.numerator).join() === line.element.code
  );
}

type When = 'current' | 'previous' | 'lastYear';

/** The figures of the period before or a year ago, by element. */
export function earlierFigures(
  form: Pick<Form, 'elements' | 'rows'>,
  when: Exclude<When, 'current'>,
): LiveFigures {
  return byElement(form, ({ row }) => liveFigure(row[when]));
}

/** The figures as they are typed now, by element; what cannot be read is not there yet. */
export function typedFigures(
  form: Pick<Form, 'elements' | 'rows'>,
  entry: (cell: string) => Entry | undefined,
  language: Language,
): LiveFigures {
  return byElement(form, ({ cell, element }) => {
    const typed = entry(cell);
    const read = typed && readEntry(element, typed, language);
    if (read?.kind !== 'figure') return undefined;
    return liveFigure({ state: read.state, value: read.value });
  });
}

function liveFigure(figure: Pick<FigureView, 'state' | 'value'> | null): LiveFigure | undefined {
  if (figure === null) return undefined;
  if (figure.state !== 'value') return { state: figure.state };
  return figure.value === null ? undefined : { state: 'value', value: exact(figure.value) };
}

function byElement(
  form: Pick<Form, 'elements' | 'rows'>,
  figureOf: (cell: FormCell) => LiveFigure | undefined,
): LiveFigures {
  const months = new Map<string, (LiveFigure | undefined)[]>();
  for (const cell of cellsOfForm(form).values())
    months.set(cell.element.code, [...(months.get(cell.element.code) ?? []), figureOf(cell)]);
  return new Map([...months].map(([code, figures]) => [code, periodFigure(figures)]));
}

/** What is sent for a cell. A period of its own stays beside the figure. */
export function commandCell({ element, month, current, period }: FormRow, entry: Entry): FigureCell {
  const { state, text, note, source } = entry;
  const ownPeriod =
    current && (current.period.start !== period.start || current.period.end !== period.end)
      ? { period: current.period }
      : {};
  return {
    element,
    state,
    ...(month === null ? {} : { month }),
    ...ownPeriod,
    ...(state === 'value' ? { value: text.trim() } : {}),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    ...(source ? { source } : {}),
  };
}

/** Findings under the line of the last of their elements, so that all its parts stand above; the rest under none. */
export function findingsByElement(
  groups: readonly FormGroup[],
  findings: readonly FindingView[],
): ReadonlyMap<string, readonly FindingView[]> {
  const order = groups.flatMap(({ lines }) => lines.map(({ element }) => element.code));
  const placed = new Map<string, FindingView[]>();
  for (const finding of findings) {
    const last = Math.max(-1, ...finding.subject.elements.map((code) => order.indexOf(code)));
    const code = order[last] ?? '';
    placed.set(code, [...(placed.get(code) ?? []), finding]);
  }
  return placed;
}
