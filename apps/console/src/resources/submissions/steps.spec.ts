import { describe, expect, it } from '@jest/globals';
import { hindered, isStep, type Step } from './steps.js';

const step = (event: Step['event'], name: string, why: string | null, here = true): Step => ({
  event,
  names: { vi: name },
  allowed: why === null,
  here,
  why: why === null ? null : { vi: why },
  reasonRequired: false,
});

describe('what is not possible now', () => {
  it('says why, once for each reason, of the steps that lead on from here', () => {
    const sentences = hindered(
      [
        step('accept', 'Chấp nhận', 'đợt đã kết thúc'),
        step('return', 'Trả lại', 'đợt đã kết thúc'),
        step('submit', 'Trình lãnh đạo', 'còn 12 ô chưa nhập'),
        step('reopen', 'Mở lại', 'đang ở bước “Đang nhập”', false),
        step('recall', 'Rút lại', null),
      ],
      ({ vi }) => vi,
    );
    expect(sentences).toEqual(['Chấp nhận, Trả lại: đợt đã kết thúc', 'Trình lãnh đạo: còn 12 ô chưa nhập']);
  });

  it('leaves saving and talking to their own places', () => {
    expect(isStep({ ...step('submit', 'Trình', null), event: 'save' })).toBe(false);
    expect(isStep(step('submit', 'Trình', null))).toBe(true);
  });
});
