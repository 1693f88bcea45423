import { describe, expect, it } from '@jest/globals';
import { describeNotice } from './notices.js';
import { noticeTexts } from './notice-texts.js';

describe('the words of notices', () => {
  it('show days as people write them, in both languages', () => {
    const notice = { kind: 'task.urged', params: { title: 'Giải trình', dueOn: '2022-10-17', number: 2 } };
    expect(describeNotice(notice, 'vi')).toContain('Đôn đốc lần 2: Giải trình, hạn 17/10/2022');
    expect(describeNotice(notice, 'en')).toContain('Urged, no. 2');
  });

  it('have names in the language of who reads', () => {
    const params = { unit: { vi: 'Phường 1', en: 'Ward 1' }, cycle: 'Q3' };
    const of = (language: 'vi' | 'en', unit: { vi: string; en?: string } = params.unit) =>
      describeNotice({ kind: 'submission.excused', params: { ...params, unit } }, language);
    expect([of('vi'), of('en'), of('en', { vi: 'Phường 1' })]).toEqual([
      expect.stringContaining('Phường 1'),
      expect.stringContaining('Ward 1'),
      expect.stringContaining('Phường 1'),
    ]);
  });

  it('say the reason, and nothing of one where there is none', () => {
    const params = { unit: 'P1', cycle: 'Quý III' };
    const told = (more: object) =>
      describeNotice({ kind: 'submission.excused', params: { ...params, ...more } }, 'vi');
    expect(told({ reason: 'Đang sáp nhập' })).toBe(
      'P1 được miễn báo cáo trong đợt Quý III. Lý do: Đang sáp nhập',
    );
    expect(told({})).toBe('P1 được miễn báo cáo trong đợt Quý III.');
  });

  it('show the kind of a notice they do not know', () => {
    expect(describeNotice({ kind: 'of.the-future', params: {} }, 'vi')).toBe('of.the-future');
  });

  it('are filled from the same parameters in both languages', () => {
    const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    for (const { vi, en } of Object.values(noticeTexts)) expect(names(en)).toEqual(names(vi));
  });
});
