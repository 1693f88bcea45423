import type { Names } from '@nhip/contracts';
import { blankPart, type PartForm, type QuestionForm } from './question-form.js';

export interface Example {
  /** Of the published round it comes from: 0 to 4. */
  readonly round: 0 | 1 | 2 | 3 | 4;
  readonly label: Names;
  readonly form: Partial<QuestionForm>;
}

const part = (name: string, value: string, more: Partial<PartForm> = {}): PartForm => ({
  ...blankPart,
  name,
  value,
  ...more,
});
const nineMonths2022 = { start: '01/01/2022', end: '30/09/2022' };

/** Published figures of the five rounds, as their texts print them: in Vietnamese writing. */
export const examples: readonly Example[] = inVietnamese([
  {
    round: 0,
    label: { vi: 'Bình quân 405 hồ sơ một ngày', en: 'On average 405 dossiers a day' },
    form: {
      kind: 'average',
      name: 'Tiếp nhận, trả kết quả mỗi ngày',
      printed: '405',
      parts: [part('tiếp nhận', '35.230'), part('trả kết quả', '34.803'), part('cả hai', '70.033')],
      ...nineMonths2022,
    },
  },
  {
    round: 0,
    label: { vi: '737 hồ sơ, tăng 10,1 lần', en: '737 dossiers, 10.1 times' },
    form: {
      kind: 'growth',
      name: 'Hồ sơ trực tuyến mức độ 3, 4',
      printed: '10,1',
      grown: '737',
      against: 'giai đoạn 2017 – 2021',
      start: '01/01/2022',
      end: '10/10/2022',
    },
  },
  {
    round: 1,
    label: { vi: '437 hồ sơ đạt tỷ lệ 17,2 %', en: '437 dossiers make 17.2 %' },
    form: { kind: 'percentage', name: 'Trực tuyến của phòng chuyên môn', printed: '17,2%', numerator: '437' },
  },
  {
    round: 1,
    label: { vi: '19,53 % so với chỉ tiêu mức 3 và mức 4', en: '19.53 % against targets of level 3 and 4' },
    form: {
      kind: 'percentage',
      name: 'Trực tuyến mức độ 3, 4 toàn thành phố',
      printed: '19,53%',
      targets: [part('Mức độ 3', '40'), part('Mức độ 4', '10')],
    },
  },
  {
    round: 2,
    label: { vi: 'Xếp hạng 1/63', en: 'Rank 1/63' },
    form: { kind: 'rank', name: 'PAR INDEX 2021', printed: '1/63', own: '91,80' },
  },
  {
    round: 3,
    label: { vi: 'Sớm hẹn 8.906 hồ sơ (82.34%)', en: 'Early 8,906 dossiers (82.34 %)' },
    form: {
      kind: 'percentage',
      name: 'Sớm hẹn, Trung tâm PVHCC',
      printed: '82.34%',
      numerator: '8.906',
      parts: [part('tiếp nhận', '10.551'), part('đã giải quyết', '10.816')],
    },
  },
  {
    round: 3,
    label: { vi: 'Đúng hẹn của xã, phường 82,65 %', en: 'On time in communes 82.65 %' },
    form: {
      kind: 'percentage',
      name: 'Đúng hẹn, xã, phường',
      printed: '82,65%',
      numerator: '68.075',
      parts: [part('đã giải quyết', '82.285', { declared: true }), part('tiếp nhận', '82.361')],
    },
  },
  {
    round: 3,
    label: { vi: 'Kết quả điện tử 63,97 %', en: 'Electronic results 63.97 %' },
    form: {
      kind: 'percentage',
      name: 'Kết quả điện tử',
      printed: '63,97%',
      numerator: '5.990',
      parts: [part('số hóa', '9.363'), part('trả kết quả', '34.253')],
    },
  },
  {
    round: 3,
    label: { vi: 'Sớm hẹn + đúng hẹn có bằng 10.816?', en: 'Do early and on time make 10,816?' },
    form: {
      kind: 'total',
      name: 'Đã giải quyết',
      printed: '10.816',
      parts: [part('sớm hẹn', '8.906'), part('đúng hẹn', '1.638')],
      residual: 'trễ hẹn',
    },
  },
  {
    round: 3,
    label: { vi: 'Tồn cuối kỳ không công bố', en: 'The closing stock that is not published' },
    form: { kind: 'balance', opening: '305', received: '10.551', resolved: '10.816' },
  },
  {
    round: 3,
    label: { vi: '34.253 theo hệ thống, đơn vị báo cáo 93.101', en: '34,253 in the system, 93,101 reported' },
    form: {
      kind: 'total',
      name: 'Đã trả kết quả',
      printed: '34.253',
      parts: [part('Trung tâm PVHCC', '10.816'), part('xã, phường', '82.285')],
      otherSource: true,
    },
  },
  {
    round: 4,
    label: { vi: '29 trong 37 dịch vụ là 78,3 %', en: '29 of 37 services are 78.3 %' },
    form: {
      kind: 'percentage',
      name: 'Dịch vụ mức độ 3',
      printed: '78,3%',
      numerator: '29',
      parts: [part('dịch vụ', '37')],
    },
  },
  {
    round: 4,
    label: { vi: 'Xếp thứ 3, tăng 1 bậc', en: 'Third, one place up' },
    form: { kind: 'rank', name: 'Chỉ số CCHC năm 2019', printed: '3', placesUp: '1' },
  },
]);

function inVietnamese(all: readonly Example[]): readonly Example[] {
  return all.map((example) => ({ ...example, form: { ...example.form, writing: 'vi' } }));
}
