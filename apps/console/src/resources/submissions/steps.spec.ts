import { describe, expect, it } from '@jest/globals';
import { hindered, isStep, type Step } from './steps.js';

const step = (event: Step['event'], name: string, why: string | null): Step => ({
  event,
  names: { vi: name },
  allowed: why === null,
  why: why === null ? null : { vi: why },
  reasonRequired: false,
});

describe('what is not possible now', () => {
  it('says why, once for each reason', () => {
    const sentences = hindered(
      [
        step('accept', 'Chấp nhận', 'đang ở bước “Đang nhập”'),
        step('return', 'Trả lại', 'đang ở bước “Đang nhập”'),
        step('submit', 'Trình lãnh đạo', 'còn 12 ô chưa nhập'),
        step('recall', 'Rút lại', null),
      ],
      ({ vi }) => vi,
    );
    expect(sentences).toEqual([
      'Chấp nhận, Trả lại: đang ở bước “Đang nhập”',
      'Trình lãnh đạo: còn 12 ô chưa nhập',
    ]);
  });

  it('leaves saving and talking to their own places', () => {
    expect(isStep({ ...step('submit', 'Trình', null), event: 'save' })).toBe(false);
    expect(isStep(step('submit', 'Trình', null))).toBe(true);
  });
});
