import { describe, expect, it } from '@jest/globals';
import type { FormElement, FormRow } from '@nhip/contracts';
import { blankEntry, type Entry } from '../../../shared/figure-grid/entry.js';
import type { CellView } from './entry-view.js';
import { fillingOf } from './fold.js';
import type { FormCell, FormGroup } from './form-cells.js';

const element: FormElement = {
  code: 'posts',
  names: { vi: 'Tin, bài' },
  measure: { vi: 'tin' },
  kind: 'count',
  filledBy: 'unit',
  frequency: 'monthly',
  source: null,
  guide: null,
  tiers: null,
  illustrative: false,
};
const row = (month: string, editable: boolean): FormRow => ({
  element: 'posts',
  month,
  period: { start: `${month}-01`, end: `${month}-28` },
  editable,
  current: null,
  previous: null,
  lastYear: null,
});
const cell = (month: string, editable = true): FormCell => ({
  cell: `posts/${month}`,
  row: row(month, editable),
  element,
});
const section = (cells: readonly FormCell[], typed: Readonly<Record<string, string>>, rest = {}) =>
  fillingOf(
    { indicator: undefined, lines: [{ element, cells }] } satisfies FormGroup,
    (of): CellView => {
      const text = typed[of.row.month ?? ''];
      const entry: Entry = text === undefined ? blankEntry : { ...blankEntry, text };
      return {
        cell: of,
        entry,
        stored: blankEntry,
        typed: text !== undefined,
        conflict: false,
        refused: undefined,
        findings: [],
        messages: 0,
        files: 0,
        ...rest,
      };
    },
    'vi',
  );

describe('a section of the form', () => {
  const months = [cell('2022-01'), cell('2022-02')];

  it('counts what is filled and waits for the rest', () => {
    expect(section(months, { '2022-01': '12' })).toEqual({
      filled: 1,
      total: 2,
      wrong: false,
      waiting: true,
    });
    expect(section(months, { '2022-01': '12', '2022-02': '0' })).toMatchObject({ filled: 2, waiting: false });
  });

  it('waits for nobody where nobody may fill', () => {
    expect(section([cell('2022-01', false)], {}).waiting).toBe(false);
  });

  it('is not folded away while something in it cannot be saved', () => {
    expect(section(months, { '2022-01': '12x' }).wrong).toBe(true);
    expect(section(months, { '2022-01': '12' }, { refused: 'PART_OVER_WHOLE' }).wrong).toBe(true);
    expect(section(months, { '2022-01': '12' }, { conflict: true }).wrong).toBe(true);
  });
});
