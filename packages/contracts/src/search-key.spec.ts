import { describe, expect, it } from '@jest/globals';
import { searchKey } from './search-key.js';

describe('searchKey', () => {
  it.each([
    ['Phường Đáp Cầu', 'phuong dap cau'],
    ['PHƯỜNG ĐÁP CẦU', 'phuong dap cau'],
    ['Phường Đáp Cầu'.normalize('NFD'), 'phuong dap cau'],
    ['  Hoà\u00a0Bình  (cũ) ', 'hoa binh (cu)'],
    ['Ｐ．１２', 'p.12'],
    ['', ''],
  ])('%j → %j', (text, key) => {
    expect(searchKey(text)).toBe(key);
  });

  it('joins what is there and leaves out what is not', () => {
    expect(searchKey('Sở Nội vụ', null, undefined, '', 'SNV')).toBe('so noi vu snv');
  });
});
