import { describe, expect, it } from '@jest/globals';
import { shownParams } from './detail.js';

describe('the second line of an item', () => {
  const params = {
    indicator: { vi: 'Tỷ lệ văn bản điện tử', en: 'Electronic documents' },
    value: '84.20',
    on: '2022-10-17',
    at: '2022-10-11T07:00:00.000Z',
    more: 1,
    by: 'Lê Văn Khải',
  };
  it('is written as the language writes it', () => {
    expect(shownParams(params, 'vi')).toEqual({
      indicator: 'Tỷ lệ văn bản điện tử',
      value: '84,20',
      on: '17/10/2022',
      at: '11/10/2022 14:00',
      more: 1,
      by: 'Lê Văn Khải',
    });
    expect(shownParams(params, 'en')).toMatchObject({ indicator: 'Electronic documents', value: '84.20' });
  });
});
