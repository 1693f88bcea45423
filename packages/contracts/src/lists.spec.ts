import { describe, expect, it } from '@jest/globals';
import { figureSource } from './figures.js';

const sourceAt = (url: string) => figureSource.safeParse({ document: 'Báo cáo số 12', url }).success;

describe('an address behind a link', () => {
  it.each(['https://danang.gov.vn/bao-cao?id=1', 'http://127.0.0.1:3000/a.pdf'])('may be %s', (url) => {
    expect(sourceAt(url)).toBe(true);
  });
  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'danang.gov.vn',
  ])('is not %s', (url) => expect(sourceAt(url)).toBe(false));
});
