import { describe, expect, it } from '@jest/globals';
import type { ExternalFigures } from '@nhip/contracts';
import { columnOfKey, externalCells, externalColumns, externalKey, unitOfKey } from './external-cells.js';

const period = { start: '2022-08-01', end: '2022-09-30' };
const row = (element: string, month: string | null = null) => ({
  element,
  month,
  period,
  editable: true,
  current: null,
  previous: null,
});
const element = (code: string, frequency: 'period' | 'monthly' = 'period') => ({
  code,
  names: { vi: code },
  measure: { vi: 'điểm' },
  kind: 'external-score' as const,
  filledBy: 'secretariat' as const,
  frequency,
  source: null,
  guide: null,
  tiers: null,
  illustrative: false,
});
const unit = (id: string) => ({ id, code: id, names: { vi: id }, shortName: null });
const external: Pick<ExternalFigures, 'elements' | 'units'> = {
  elements: [element('ddci'), element('visits', 'monthly')],
  units: [
    { unit: unit('p1'), submissionId: 's1', rows: [row('ddci')] },
    {
      unit: unit('p2'),
      submissionId: 's2',
      rows: [row('ddci'), row('visits', '2022-08'), row('visits', '2022-09')],
    },
  ],
};

describe('units by elements', () => {
  it('has a column for each element and month that any unit has', () => {
    expect(externalColumns(external).map(({ column }) => column)).toEqual([
      'ddci',
      'visits/2022-08',
      'visits/2022-09',
    ]);
  });

  it('has a cell only where the unit has the element', () => {
    const cells = externalCells(external);
    expect([...cells.keys()]).toEqual(['p1 ddci', 'p2 ddci', 'p2 visits/2022-08', 'p2 visits/2022-09']);
    expect(cells.get('p2 visits/2022-09')?.row.month).toBe('2022-09');
  });

  it('tells unit and column from the key', () => {
    const key = externalKey('p2', 'visits/2022-08');
    expect([unitOfKey(key), columnOfKey(key)]).toEqual(['p2', 'visits/2022-08']);
  });
});
