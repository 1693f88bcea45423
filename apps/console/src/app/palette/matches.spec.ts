import { describe, expect, it } from '@jest/globals';
import { matches, type PaletteItem } from './matches.js';

const item = (label: string, hint?: string): PaletteItem => ({
  key: label,
  label,
  group: 'g',
  to: '/',
  ...(hint && { hint }),
});
const items = [
  item('Thông báo'),
  item('Phường Đáp Cầu', 'P.DAP-CAU'),
  item('Tài khoản'),
  item('Bộ tiêu chí'),
];
const found = (typed: string) => matches(items, typed).map(({ label }) => label);

describe('the palette', () => {
  it.each([
    ['', ['Thông báo', 'Phường Đáp Cầu', 'Tài khoản', 'Bộ tiêu chí']],
    ['dap cau', ['Phường Đáp Cầu']],
    ['ĐÁP', ['Phường Đáp Cầu']],
    ['cau phuong', ['Phường Đáp Cầu']],
    ['p.dap', ['Phường Đáp Cầu']],
    ['tài khoản'.normalize('NFD'), ['Tài khoản']],
    ['zzz', []],
  ])('finds %j', (typed, labels) => {
    expect(found(typed)).toEqual(labels);
  });

  it('puts beginnings of words first', () => {
    expect(found('t')[0]).toBe('Thông báo');
    expect(found('h')).toEqual(['Thông báo', 'Phường Đáp Cầu', 'Tài khoản', 'Bộ tiêu chí']);
    expect(found('b')).toEqual(['Thông báo', 'Bộ tiêu chí']);
    expect(found('kh')).toEqual(['Tài khoản']);
  });
});
