import { describe, expect, it } from '@jest/globals';
import { describeFinding } from './findings.js';

describe('the words of a finding', () => {
  const base = (toTo: string, byTo: string) =>
    describeFinding(
      'GROWTH_BASE_MISSING',
      {
        element: { vi: 'Hồ sơ' },
        printed: '10.1',
        against: '2017 – 2021',
        toFrom: '73',
        toTo,
        byFrom: '1066',
        byTo,
      },
      'vi',
    );

  it('give a range from one number to another, and one number where both are the same', () => {
    expect(base('74', '1067')).toContain('gốc khoảng 73–74, “thêm 10,1” thì 1.066–1.067.');
    expect(base('73', '1066')).toContain('gốc khoảng 73, “thêm 10,1” thì 1.066.');
    expect(base('173', '1066')).toContain('gốc khoảng 73–173,');
  });
});
