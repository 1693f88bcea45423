import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  publishedFigureAnswer,
  type CheckPublishedFigureInput,
  type PublishedFigureAnswer,
} from '@nhip/contracts';
import { TestApi, type Client } from './api.js';

let api: TestApi;
let reader: Client;
beforeAll(async () => {
  api = await TestApi.open();
  reader = await api.signIn('lanh.dao');
});
afterAll(() => api.close());

const ask = async (question: CheckPublishedFigureInput) => {
  const { status, body } = await reader.post<PublishedFigureAnswer>('/api/published-figures/check', question);
  expect([status, publishedFigureAnswer.strict().safeParse(body).error?.issues ?? []]).toEqual([200, []]);
  return body;
};

it('whoever reads findings can ask under which denominator and rounding a figure comes out', async () => {
  const answer = await ask({
    kind: 'percentage',
    printed: '63,97%',
    numerator: '5.990',
    candidates: [
      { name: 'số hóa', value: '9.363' },
      { name: 'trả kết quả', value: '34.253' },
    ],
  });
  expect(answer).toMatchObject({
    verdict: 'truncation-only',
    summary: { vi: 'Khớp với “số hóa”: chỉ khớp khi cắt bỏ.' },
    flags: [{ code: 'PCT_ROUND_MODE' }],
  });
  expect(answer.readings.map(({ verdict }) => verdict)).toEqual(['truncation-only', 'neither']);
});

it('an average is held against the working days of its period in the calendar', async () => {
  const { readings, flags } = await ask({
    kind: 'average',
    printed: '405',
    candidates: [{ value: '70.033' }],
    period: { start: '2022-01-01', end: '2022-09-30' },
  });
  expect(readings.map(({ over }) => over)).toEqual(['184', '273']);
  expect(flags[0]?.message.vi).toContain('70.033 ứng với 172,9 ngày, trong khi kỳ có 184 ngày làm việc');
});

it('numbers that cannot be read and kinds that are none are refused, each with its place', async () => {
  const unread = await reader.post('/api/published-figures/check', {
    kind: 'percentage',
    printed: '82,34%',
    numerator: '8.906 hồ sơ',
  });
  expect([unread.status, unread.body.code]).toEqual([422, 'VALIDATION_FAILED']);
  expect(unread.body.errors).toEqual([
    {
      path: 'numerator',
      code: 'NUMBER_NOT_A_NUMBER',
      message: '“8.906 hồ sơ” không phải là số. Chỉ nhập chữ số, ví dụ 1.234,5; bỏ đơn vị tính và chữ.',
    },
  ]);
  const unknown = await reader.post('/api/published-figures/check', { kind: 'guess', printed: '1' });
  expect(unknown.status).toBe(422);
});
