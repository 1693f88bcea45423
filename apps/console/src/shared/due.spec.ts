import { describe, expect, it } from '@jest/globals';
import { fill } from '@nhip/contracts';
import type { Text } from '../i18n/use-text.js';
import { shellVi } from '../i18n/shell.vi.js';
import { describeDue } from './due.js';

const words = new Map(Object.entries(shellVi.due).map(([key, text]) => [`shell.due.${key}`, text]));
const text: Text = (key, params = {}) => fill((words.get(key) ?? key).replaceAll('%{', '{'), params);

describe('a deadline', () => {
  it.each([
    [2, 'còn 2 ngày làm việc · 17/10/2022'],
    [0, 'đến hạn hôm nay · 17/10/2022'],
    [-3, 'quá hạn 3 ngày làm việc · 17/10/2022'],
    [undefined, 'hạn 17/10/2022'],
  ])('%s working days ahead', (left, expected) => {
    expect(describeDue('2022-10-17', left, text)).toBe(expected);
  });
});
