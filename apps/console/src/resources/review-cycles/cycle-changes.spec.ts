import { describe, expect, it } from '@jest/globals';
import { cycleChanges, type CycleWords } from './cycle-changes.js';

const words: CycleWords = {
  unit: (id) => `đơn vị ${id}`,
  stage: (name) => `bước ${name}`,
  field: (name) => name,
  list: (names) => names.join(', '),
};

describe('a cycle’s history', () => {
  it('says who joined and who left, by name', () => {
    const item = {
      before: { active: ['1', '2'], excused: [] },
      after: { active: ['1', '3'], excused: ['2'] },
    };
    expect(cycleChanges(item, words)).toEqual([
      { field: 'active', from: 'đơn vị 2', to: 'đơn vị 3' },
      { field: 'excused', from: '', to: 'đơn vị 2' },
    ]);
  });

  it('says deadlines as day and phrase of a stage, without what follows from them', () => {
    const item = {
      before: {
        state: 'prepared',
        deadlines: { collecting: { on: '2022-10-10', at: '2022-10-10T17:00:00.000Z' } },
        stages: { collecting: { phrase: null, rule: 'A' } },
        dues: {},
      },
      after: {
        state: 'collecting',
        deadlines: { collecting: { on: '2022-10-17', at: '2022-10-17T17:00:00.000Z' } },
        stages: { collecting: { phrase: 'trước ngày 18/10', rule: 'B' } },
        dues: { 7: { on: '2022-10-20', at: '2022-10-20T17:00:00.000Z' } },
      },
    };
    expect(cycleChanges(item, words)).toEqual([
      { field: 'state', from: 'bước prepared', to: 'bước collecting' },
      { field: 'deadline “bước collecting”', from: '2022-10-10', to: '2022-10-17' },
      { field: 'phrase “bước collecting”', from: '', to: 'trước ngày 18/10' },
      { field: 'ownDeadline (đơn vị 7)', from: '', to: '2022-10-20' },
    ]);
  });
});
