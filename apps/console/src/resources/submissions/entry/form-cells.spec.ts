import { describe, expect, it } from '@jest/globals';
import { criteriaSetContent, type FigureView, type FormElement, type FormRow } from '@nhip/contracts';
import { blankEntry } from '../../../shared/figure-grid/entry.js';
import {
  cellsOfForm,
  commandCell,
  earlierFigures,
  findingsByElement,
  groupsOf,
  storedEntries,
  typedFigures,
} from './form-cells.js';

const period = { start: '2022-08-01', end: '2022-09-30' };
const element = (code: string, rest: Partial<FormElement> = {}): FormElement => ({
  code,
  names: { vi: code },
  measure: { vi: 'hồ sơ' },
  kind: 'count',
  filledBy: 'unit',
  frequency: 'period',
  source: null,
  guide: null,
  tiers: null,
  illustrative: false,
  ...rest,
});
const figure = (value: string): FigureView => ({
  state: 'value',
  value,
  note: null,
  source: null,
  illustrative: false,
  published: null,
  period,
  version: 1,
  recordedBy: 'Lê Thị B',
  at: '2022-10-01T02:00:00Z',
});
const row = (code: string, rest: Partial<FormRow> = {}): FormRow => ({
  element: code,
  month: null,
  period,
  editable: true,
  current: null,
  previous: null,
  lastYear: null,
  ...rest,
});
const indicators = criteriaSetContent.shape.indicators.parse([
  {
    code: 'rate',
    names: { vi: 'Tỷ lệ' },
    measure: { vi: '%' },
    numerator: { plus: ['part'] },
    denominator: { plus: ['whole'] },
    rounding: { mode: 'half-up', dp: 2 },
    rule: { type: 'threshold-only' },
  },
  {
    code: 'elsewhere',
    names: { vi: 'Của loại đơn vị khác' },
    measure: { vi: '%' },
    numerator: { plus: ['not-in-this-form'] },
    rounding: { mode: 'half-up', dp: 2 },
    rule: { type: 'threshold-only' },
  },
]);
const form = {
  indicators,
  calculated: [],
  elements: [element('posts', { frequency: 'monthly' }), element('whole'), element('part')],
  rows: [
    row('posts', { month: '2022-08', previous: figure('3') }),
    row('posts', { month: '2022-09', previous: figure('4') }),
    row('whole', { current: figure('10816') }),
    row('part'),
  ],
};

describe('the entry form', () => {
  it('stands by indicator, numerator first; the rest at the end, months under their element', () => {
    const shape = groupsOf(form).map(({ indicator, lines }) => [
      indicator?.code,
      lines.map(({ cells }) => cells.map(({ cell }) => cell)),
    ]);
    expect(shape).toEqual([
      ['rate', [['part'], ['whole']]],
      [undefined, [['posts/2022-08', 'posts/2022-09']]],
    ]);
  });

  it('asks for what a calculated element is made of, not for itself', () => {
    const open = { code: 'open', names: { vi: 'Còn lại' }, formula: '[whole] - [part]' };
    const [rate] = indicators;
    if (!rate) throw new Error('no indicator');
    const byFormula = { ...rate, numerator: { formula: '2 * [open]', blanks: 'missing' as const } };
    const groups = groupsOf({ ...form, indicators: [byFormula], calculated: [open] });
    expect(groups.map(({ lines }) => lines.map(({ element: { code } }) => code))).toEqual([
      ['whole', 'part'],
      ['posts'],
    ]);
  });

  it('reads what is typed as the evaluation will, months together', () => {
    const typed = new Map([
      ...storedEntries(cellsOfForm(form), 'vi'),
      ['part', { ...blankEntry, text: '8.906' }] as const,
    ]);
    const figures = typedFigures(form, (cell) => typed.get(cell), 'vi');
    expect(figures.get('part')).toMatchObject({ value: { over: 8906n } });
    expect(figures.get('whole')).toMatchObject({ value: { over: 10816n } });
    expect(figures.get('posts')).toEqual({ state: 'missing' });
    expect(earlierFigures(form, 'previous').get('posts')).toMatchObject({ value: { over: 7n } });
  });

  it('sends the text as typed, with the month, and keeps the period', () => {
    const own = { start: '2022-01-01', end: '2022-09-20' };
    const current = { ...figure('8906'), period: own };
    expect(
      commandCell(row('part', { current }), { ...blankEntry, text: ' 8.907 ', note: ' đã rà ' }),
    ).toEqual({
      element: 'part',
      state: 'value',
      value: '8.907',
      note: 'đã rà',
      period: own,
    });
    expect(commandCell(row('posts', { month: '2022-09' }), { ...blankEntry, state: 'nothing' })).toEqual({
      element: 'posts',
      month: '2022-09',
      state: 'nothing',
    });
  });

  it('puts a finding under the last of its elements', () => {
    const finding = { subject: { elements: ['whole', 'part'] } } as never;
    const general = { subject: { elements: [] } } as never;
    const placed = findingsByElement(groupsOf(form), [finding, general]);
    expect(placed.get('whole')).toEqual([finding]);
    expect(placed.get('')).toEqual([general]);
  });
});
