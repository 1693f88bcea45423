import { describe, expect, it } from '@jest/globals';
import type { WeakResult } from '@nhip/contracts';
import {
  editOf,
  newItem,
  narrowed,
  reachOf,
  withinSentence,
  type ConclusionForm,
} from './conclusion-form.js';

const unit = { id: '018f0000-0000-7000-8000-000000000001', code: 'P3', names: { vi: 'Phường 3' } };
const form: ConclusionForm = {
  title: 'Kết luận hội nghị',
  heldOn: '2022-10-11',
  place: '',
  chair: 'Phó Bí thư',
  chairPosition: '',
  summary: '',
  items: [
    { ...newItem('explanation'), title: 'Giải trình', text: 'Các đơn vị giải trình.' },
    {
      ...newItem('directive'),
      title: 'Tập huấn',
      text: 'Tổ chức tập huấn.',
      units: [unit],
      deadline: { words: 'trong tháng 11/2022', day: '', reason: '' },
    },
  ],
};
const weak = (unitId: string, indicator: string): WeakResult => ({
  unitId,
  unitNames: { vi: unitId },
  indicator,
  indicatorNames: { vi: indicator },
  measure: { vi: '%' },
  threshold: 't',
  thresholdNames: { vi: 'Dưới ngưỡng' },
  comparison: '<',
  limit: '90',
  consequence: 'explanation',
  value: '84/1',
  shownValue: '84',
});

describe('a conclusion while it is written', () => {
  it.each([
    ['Rà soát, đánh giá 9 tháng', 'rà soát, đánh giá 9 tháng'],
    ['Đợt 1', 'đợt 1'],
    ['CCHC quý III', 'CCHC quý III'],
    ['Quý III/2022', 'quý III/2022'],
    ['Hải Phòng 2022', 'Hải Phòng 2022'],
    ['9 tháng', '9 tháng'],
  ])('has %s in its title as %s', (name, within) => {
    expect(withinSentence(name)).toBe(within);
  });

  it('is sent as heading and a whole list of items', () => {
    const edit = editOf(form);
    expect(edit).toMatchObject({ title: 'Kết luận hội nghị', place: null, chair: 'Phó Bí thư' });
    expect(edit.items?.map(({ assignees, deadline }) => [assignees, deadline])).toEqual([
      [{ rule: 'weak-results' }, {}],
      [{ unitIds: [unit.id] }, { phrase: 'trong tháng 11/2022' }],
    ]);
  });

  it('says whom a request for explanation reaches, each unit once', () => {
    const all = [weak('P3', 'e-rate'), weak('P3', 'posts'), weak('P6', 'e-rate')];
    const reached = (indicators: string[]) =>
      reachOf({ indicators }, all).map(({ unit: { unitId }, results }) => [unitId, results.length]);
    expect(reached([])).toEqual([
      ['P3', 2],
      ['P6', 1],
    ]);
    expect(reached(['posts'])).toEqual([['P3', 1]]);
  });
});

describe('the indicators an explanation is asked on', () => {
  const all = ['docs', 'posts', 'iso'];
  it('are all of them until one is unticked, in the order of the set', () => {
    expect(narrowed([], 'posts', all)).toEqual(['docs', 'iso']);
    expect(narrowed(['iso'], 'docs', all)).toEqual(['docs', 'iso']);
  });

  it('are none named again once all are ticked, and never nothing', () => {
    expect(narrowed(['docs', 'iso'], 'posts', all)).toEqual([]);
    expect(narrowed(['docs'], 'docs', all)).toEqual(['docs']);
  });
});
