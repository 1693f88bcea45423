import { describe, expect, it } from '@jest/globals';
import type { Day, Period } from '../../shared/index.js';
import { criteriaSet, element, indicator } from '../../testing/index.js';
import { cellsOf } from './cells.js';
import { checkCells } from './check-cells.js';
import { openCells } from './open-cells.js';

const period: Period = {
  preset: 'calendar',
  kind: 'quarter',
  start: '2022-07-01' as Day,
  end: '2022-09-30' as Day,
  asOf: '2022-09-30' as Day,
};
const content = criteriaSet([indicator('i', { numerator: { formula: '[open]' } })], {
  dataElements: [element('i-whole'), element('done'), element('open', { formula: '[i-whole] - [done]' })],
});

describe('a calculated element', () => {
  it('has no cell: it is neither asked for nor missing', () => {
    expect(cellsOf(content, 'ward', period).map(({ element: { code } }) => code)).toEqual([
      'i-whole',
      'done',
    ]);
    const filled = ['i-whole', 'done'].map((code) => ({ element: code, month: null }));
    expect(openCells(content, 'ward', period, filled)).toEqual([]);
  });

  it('is refused when it is entered', () => {
    const rules = {
      content,
      period,
      unitType: 'ward',
      side: 'unit',
      language: 'vi',
      today: '2022-10-01' as Day,
      current: [],
    } as const;
    const cell = { element: 'open', state: 'value' as const, value: '3', illustrative: false };
    expect(checkCells([cell], rules, (index) => `cells.${index}`)).toMatchObject({
      rows: [],
      faults: [{ path: 'cells.0.element', code: 'ELEMENT_CALCULATED' }],
    });
  });
});
