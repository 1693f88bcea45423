import { describe, expect, it } from '@jest/globals';
import { createCommand, editCommand, periodForm, periodOf, type CycleForm } from './cycle-form.js';

const form: CycleForm = {
  code: 'Q3-2022',
  names: { vi: 'Rà soát quý III/2022', en: '' },
  kind: 'quarter',
  preset: 'calendar',
  year: 2022,
  index: 3,
  start: '',
  end: '',
  asOf: '',
  criteriaSetVersionId: 'v',
  procedureCode: 'p',
  unitIds: ['u'],
  deadlines: { collecting: 'trước ngày 18/10', explaining: '' },
};

describe('the form of a cycle', () => {
  it('becomes the command: computed period, only deadlines that were typed', () => {
    expect(createCommand(form, undefined)).toEqual({
      code: 'Q3-2022',
      names: { vi: 'Rà soát quý III/2022' },
      period: {
        preset: 'calendar',
        kind: 'quarter',
        start: '2022-07-01',
        end: '2022-09-30',
        asOf: '2022-09-30',
      },
      criteriaSetVersionId: 'v',
      procedureCode: 'p',
      unitIds: ['u'],
      stages: [{ stage: 'collecting', phrase: 'trước ngày 18/10' }],
    });
  });

  it('of a copy leaves out what comes from the earlier cycle', () => {
    const copy = createCommand({ ...form, criteriaSetVersionId: '', procedureCode: '' }, 'c');
    expect(Object.keys(copy).sort()).toEqual(['code', 'copyOf', 'names', 'period', 'stages', 'unitIds']);
  });

  it('of an edit sends no deadline that stands so already', () => {
    expect(editCommand(form, { collecting: 'trước ngày 18/10' }).stages).toEqual([]);
  });

  it.each([
    { preset: 'decree-09', kind: 'month', start: '2022-09-15', end: '2022-10-14', asOf: '2022-10-14' },
    {
      preset: 'cumulative',
      kind: 'year-to-date',
      start: '2022-01-01',
      end: '2022-08-15',
      asOf: '2022-08-20',
    },
    { preset: 'custom', kind: 'custom', start: '2016-01-01', end: '2021-12-31', asOf: '2020-05-14' },
  ] as const)('shows $preset $kind and gives it back', (period) => {
    expect(periodOf(periodForm(period))).toEqual(period);
  });
});
