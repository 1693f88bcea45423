import type { vi } from './vi.js';

export const en = {
  name: 'Indicator |||| Indicators',
  purpose: 'Every indicator of the criteria sets, in their newest version.',
  search: 'Search by name or code',
  empty: 'No indicator yet',
  emptyHint: 'Indicators belong to criteria sets; make a set to have some.',
  elements: 'Figures it is made of',
  filledBy: { unit: 'filled by the unit', secretariat: 'filled by the secretariat' },
  frequencies: { period: 'one figure a period', monthly: 'one a month' },
  rules: {
    'all-or-nothing': 'All or nothing',
    bands: 'By band',
    linear: 'In proportion',
    saturating: 'In proportion up to a target',
    floor: 'In proportion above a floor',
    'lower-is-better': 'Lower is better',
    deduction: 'Deducted by event',
    bonus: 'Bonus by event',
    external: 'A score from elsewhere',
    appraised: 'Appraised',
    'threshold-only': 'Watched by thresholds',
  },
  fields: {
    name: 'Indicator',
    code: 'Code',
    measure: 'Measure',
    set: 'Criteria set',
    rule: 'Points',
    maxPoints: 'Maximum',
    thresholds: 'Thresholds',
  },
} satisfies typeof vi;
