import { z } from 'zod';

/** What each policy did to a score, as `<policy>:<what it gave>`. */
export const policyTexts = {
  'zero-denominator:zero': { vi: 'mẫu số bằng 0, tính 0 điểm', en: 'zero denominator, no points' },
  'zero-denominator:full': { vi: 'mẫu số bằng 0, tính điểm tối đa', en: 'zero denominator, all points' },
  'zero-denominator:not-applicable': {
    vi: 'mẫu số bằng 0, coi là không áp dụng',
    en: 'zero denominator, taken as not applicable',
  },
  'zero-denominator:error': {
    vi: 'mẫu số bằng 0, chưa chấm được cho đến khi sửa số liệu',
    en: 'zero denominator, no score until the figures are mended',
  },
  'missing:zero': { vi: 'chưa có dữ liệu, tính 0 điểm', en: 'no data, no points' },
  'missing:not-applicable': {
    vi: 'chưa có dữ liệu, coi là không áp dụng',
    en: 'no data, taken as not applicable',
  },
  'missing:as-zero': {
    vi: 'số liệu còn thiếu, công thức tính là 0',
    en: 'figures missing, counted as 0 by the formula',
  },
  'not-applicable:full-points': {
    vi: 'không áp dụng, được tính điểm tối đa',
    en: 'not applicable, all points are given',
  },
  'not-applicable:zero': { vi: 'không áp dụng, tính 0 điểm', en: 'not applicable, no points' },
  'not-applicable:reweight': {
    vi: 'không áp dụng, quy đổi theo phần áp dụng',
    en: 'not applicable, the rest is converted to the full scale',
  },
  'not-applicable:exclude-from-rank': {
    vi: 'không áp dụng, đơn vị không xếp hạng',
    en: 'not applicable, the unit is not ranked',
  },
  'nothing-occurred:as-zero': { vi: 'không phát sinh, tính là 0', en: 'nothing occurred, counted as 0' },
  'nothing-occurred:full': {
    vi: 'không phát sinh, tính điểm tối đa',
    en: 'nothing occurred, all points are given',
  },
  'nothing-occurred:not-applicable': {
    vi: 'không phát sinh, coi là không áp dụng',
    en: 'nothing occurred, taken as not applicable',
  },
  'appraised:points': { vi: 'điểm do thẩm định quyết định', en: 'points decided in appraisal' },
} as const satisfies Record<string, { readonly vi: string; readonly en: string }>;
export type PolicyCode = keyof typeof policyTexts;

export const policyCode = z.enum(Object.keys(policyTexts) as [PolicyCode, ...PolicyCode[]]);
