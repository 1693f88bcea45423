import { describe, expect, it } from '@jest/globals';
import type { AgendaView, WeakResult } from '@nhip/contracts';
import { proposedAgenda } from './minutes-form.js';

const weak = (unit: string, shownValue: string): WeakResult => ({
  unitId: unit,
  unitNames: { vi: `Phường ${unit}` },
  indicator: 'e-rate',
  indicatorNames: { vi: 'Tỷ lệ điện tử' },
  measure: { vi: '%' },
  threshold: 'under-90',
  thresholdNames: { vi: 'Dưới 90 %' },
  comparison: '<',
  limit: '90',
  consequence: 'explanation',
  value: '80/1',
  shownValue,
});
const say = (key: string, params: Record<string, string | number>): string =>
  `${key} ${Object.values(params).join(' | ')}`;

describe('the agenda proposed', () => {
  it('names weak results by indicator, findings, and what earlier reviews left open', () => {
    const agenda = {
      tasks: [{ status: { official: 'open-overdue' } }, { status: { official: 'open-in-time' } }],
      recommendations: [{}],
    } as unknown as AgendaView;
    const points = proposedAgenda(
      { weak: [weak('P1', '80.00'), weak('P2', '89.90')], findings: 3, agenda },
      say,
      'vi',
    );
    expect(points).toEqual([
      {
        about: 'results',
        text: 'weakPoint Tỷ lệ điện tử | 90 % | 2 | Phường P1 80,00, Phường P2 89,90',
      },
      { about: 'findings', text: 'findingsPoint 3' },
      { about: 'requirements', text: 'requirementsPoint 2 | 1' },
      { about: 'recommendations', text: 'recommendationsPoint 1' },
    ]);
  });

  it('is empty where there is nothing to talk about', () => {
    expect(proposedAgenda({ weak: [], findings: 0, agenda: undefined }, say, 'vi')).toEqual([]);
  });
});
